"""What a line of the contacts section holds: names, posts, departments, numbers, in their order."""

import itertools
import re
from dataclasses import dataclass, field

from briefings.reading.morphology import may_be
from briefings.reading.names import Name, find_names, is_likely_surname, name_in_column
from briefings.reading.numbers import find_emails, find_numbers
from briefings.reading.posts import DEPARTMENT, find_department, find_posts, find_unit
from briefings.reading.repair import repaired

VACANT = re.compile(r"ваканси\w*|вакантн\w*|не назначен\w*|не замещен\w*|временно отсутств\w*")
OBLIQUE = re.compile(
    r"обращ\w+|(?:связ(?:ь|аться|ываться)|свяжитесь) с[о]?\s|\bк\s|\bу\s|за (?:\w+ )?информаци"
)
PARTNERS = re.compile(
    r"канцеляри\w* (?:мэр|бургомистр)"
    r"|от (?:муниципалит|мэри|город(?!а:)|партнер|принимающ|зарубеж|иностран)"
    r"|со стороны |муниципалитет"
    r"|\bот (?!нас|города|комитет|управлени|отдел|имени)[а-я-]{3,}\s*[–—:-]"
    r"|(?:^|[.;]\s)у (?:них|партнеров)\s*[:–—-]"
    r"|постоянн\w+ представител|общин[аы]\b|магистрат|акимат|хокимият|ратуш"
    r"|(?:^|[.;]\s)в (?!нашем)[а-я-]{3,}[еи]\s*[–—:-]\s"
    r"|[а-я]+ская сторона\b|с \w+ стороны|мэри[яию]\b|в партнер|партнер[аы]?\b|зарубежн|иностранн"
)
OURS = re.compile(
    r"от нас\b|\bу нас\s*[:–—-]|от комитета|в комитете"
    r"|комитет по внешним|со стороны комитет|с (?:росс\w+|нашей) стороны"
)


WIDEST_CUE, CYRILLIC = 12, re.compile(r"[А-Яа-яЁё]")
LOUD = re.compile(r"(?<![А-ЯЁа-яё-])[А-ЯЁ]{4,}(?=\s+[А-ЯЁ][а-яё]{2,})")
ALONE = re.compile(r"(?<![А-Яа-яЁё-])[А-ЯЁ][а-яё]{2,}(?:-[А-ЯЁ][а-яё]+)?(?![а-яё-])")
# An abbreviation or a surname in capitals is no line in capitals.
WORD, FEWEST_SHOUTED = re.compile(r"[^\W\d_]+"), 15


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found in a line; kind: name, post, department, unit, phone, email, vacant."""

    start: int
    end: int
    kind: str
    value: object


@dataclass(slots=True)
class Card:
    """A contact being put together."""

    block: object
    bodies: list = field(default_factory=list)
    name: object = None
    named_in: object = None
    post: object = None
    department: object = None
    unit: object = None
    phones: list = field(default_factory=list)
    emails: list = field(default_factory=list)
    vacant: bool = False
    side: str | None = None
    inherits: bool = False

    @property
    def is_reachable(self):
        return bool(self.phones or self.emails)

    @property
    def is_bodys(self):
        """Whether it is of a department with its number, and of nobody there."""
        return self.is_reachable and bool(self.department) and not (self.name or self.post)

    @property
    def is_empty(self):
        return not (self.name or self.post or self.phones or self.emails or self.vacant)


def hits_of(body, home):
    """The hits in a stretch, in the order of the text."""
    text, read = repaired(body.text), body.read
    shouted = _is_shouted(text)
    emails = find_emails(read)
    phones = find_numbers(read, home, [(email.start, email.end) for email in emails])
    masked = _masked(text, [*emails, *phones])
    oblique = bool(OBLIQUE.search(read))
    if shouted:
        masked = WORD.sub(_quiet, masked)
    posts = find_posts(
        masked, masked.lower().replace("ё", "е") if len(masked.lower()) == len(masked) else read
    )
    names = [
        name
        for name in find_names(
            _titled(masked) if shouted else _with_quiet_surname(masked), oblique, loose=True
        )
        if not any(post.start < name.end and name.start < post.end for post in posts)
    ]
    hits = [Hit(email.start, email.end, "email", email) for email in emails]
    hits += [Hit(phone.start, phone.end, "phone", phone) for phone in phones]
    names = [
        name
        for number, name in enumerate(names)
        if not _repeats(masked, name, number and names[number - 1])
    ]
    names = names or (_surname_alone(masked) if phones else [])
    hits += [Hit(name.start, name.end, "name", name) for name in names]
    hits += [
        Hit(post.start, post.end, "post", post) for post in posts if not _in_department(post, read)
    ]
    hits += [Hit(*match.span(), "vacant", match[0]) for match in VACANT.finditer(read)]
    hits += _bodies(masked, read, sorted(hits, key=lambda hit: hit.start))
    return sorted(hits, key=lambda hit: (hit.start, hit.end))


def _surname_alone(text):
    """«Ягудина 5767790»: a surname beside a number, where nobody is named in full."""
    words = [match for match in ALONE.finditer(text) if is_likely_surname(match[0])]
    if len(words) != 1:
        return []
    word = words[0]
    return [Name(*word.span(), word[0], word[0], None, None, None)]


def hit_in_column(cell):
    """The hits of a cell below a head that says it holds a name: one, or none."""
    name = name_in_column(cell.text)
    return [Hit(name.start, name.end, "name", name)] if name else []


def _is_shouted(text):
    """Whether a line stands in capitals: its names and posts are told apart as if it did not."""
    letters = [character for character in text if character.isalpha() and not character.isascii()]
    return len(letters) > FEWEST_SHOUTED and all(map(str.isupper, letters))


def _quiet(match):
    word = match[0].lower()
    return word.capitalize() if may_be(word, "Geox") else word


def _with_quiet_surname(text):
    """«МИШИНА Ольга»: a surname in capitals as the others stand."""
    return LOUD.sub(lambda match: match[0].capitalize(), text)


def _titled(text):
    return WORD.sub(lambda match: match[0].capitalize(), text)


def _repeats(text, name, before):
    """Whether a name is but the one before in its own letters: «Метте Нильсен (Mette Nielsen)»."""
    is_foreign = not CYRILLIC.search(name.as_written)
    return bool(before) and is_foreign and text[before.end : name.start].strip() == "("


def _in_department(post, read):
    """«Представитель» and the like inside another phrase: «сотрудники отдела» alone is no post."""
    return bool(re.match(r"сотрудник(?:и|ов|ам|ами|ах)\b", read[post.start : post.end]))


def _masked(text, found):
    for each in found:
        text = text[: each.start] + " " * (each.end - each.start) + text[each.end :]
    return text


def _bodies(text, read, hits):
    """Departments and units, each up to the next name or post."""
    made, place = [], 0
    limits = [hit.start for hit in hits if hit.kind in {"name", "post", "phone", "email"}] + [
        len(text)
    ]
    names = [(hit.start, hit.end) for hit in hits if hit.kind == "name"]
    while place < len(text):
        limit_of = lambda start: min((x for x in limits if x > start), default=len(text))  # noqa: E731
        department = _first_department(text, read, place, limit_of, names)
        if department is None:
            break
        made.append(Hit(department.start, department.end, "department", department))
        place = department.end
    for start, end in _gaps(made, limits, len(text)):
        unit = find_unit(text, read, start, end)
        told = unit and (" " in unit.name or any(hit.end <= unit.start for hit in (*hits, *made)))
        if told and not any(a < unit.end and unit.start < b for a, b in names):
            made.append(Hit(unit.start, unit.end, "unit", unit))
    return made


def _first_department(text, read, place, limit_of, names):
    while found := DEPARTMENT.search(read, place):
        made = find_department(text, read, found.start(), limit_of(found.start()))
        if made is not None:
            return made
        place = found.end()
    return None


def _gaps(departments, limits, length):
    """Where a unit may stand: outside departments, between the other hits."""
    edges = sorted({0, length, *limits, *(hit.end for hit in departments)})
    inside = [(hit.start, hit.end) for hit in departments]
    for start, end in itertools.pairwise(edges):
        ends = [a for a, _ in inside if start <= a < end]
        yield start, min([end, *ends])


def sides_of(read, home):
    """[(place, ``partner`` or ``committee``)] where a line says whose contact follows, in order."""
    city = "|".join(home.city)
    ours = [*OURS.finditer(read), *re.finditer(rf"(?:от|со стороны|с) (?:{city})", read)]
    said = [(match.start(), "committee") for match in ours]
    taken = {match.start() for match in ours}
    said += [
        (match.start(), "partner")
        for match in PARTNERS.finditer(read)
        if not any(abs(match.start() - start) < WIDEST_CUE for start in taken)
    ]
    return sorted(said)
