"""Names of people: found, taken apart, put into the nominative."""

import re
from dataclasses import dataclass, replace

from briefings.reading.declining import (
    cased,
    inflected,
    may_be_nominative,
    nominative_foreign,
    nominative_surname,
    plain_foreign,
)
from briefings.reading.morphology import is_known, may_be, parses

# «О'Нил», «д'Артаньян»; «ван дер Берг», «аль-Хаким».
ELIDED = r"[ОДЛдл]['’ʼ‘`]"
PARTICLES = (
    r"(?:(?:[Вв]ан|[Фф]он|[Дд]е|[Дд]ер|[Дд]ен|[Дд]ель|[Дд]и|да|[Лл]а|[Лл]е|[Ээ]ль|[Аа]ль|бен|тер)\s+"
    r"|(?:эль|аль|ад|ас|аш|бен)-(?=[А-ЯЁ])|Эль|Аль)"
)
WORD = rf"(?:{ELIDED})?[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)*"
CAPITAL = rf"(?:{WORD}|[А-ЯЁ]{{3,}}(?![А-ЯЁ])(?:-[А-ЯЁ]{{2,}}(?![А-ЯЁ]))*)"
FOREIGN = re.compile(rf"{PARTICLES}|{ELIDED}")
INITIAL = r"(?:Дж|[А-ЯЁ])\s?\."
GIVEN = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
PATRONYMIC = (
    r"(?:[А-ЯЁ][а-яё]+-)?[А-ЯЁ][а-яё]+(?:вич|вича|вичу|вичем|виче|вна|вны|вне|вной|вну|ична|ичны|ичне|ичной|ичну"
    r"|ьич|ьича|ьичу|ьичем|кызы|оглы)"
)
# What stands behind a name and is no part of it: «Ларина М.И. Тел. 576-00-21».
LABEL = r"(?:Тел|Факс|Моб|Эл|Доб|Раб|Каб)(?:ефон|\.|:|/|\s)"
NAME = re.compile(
    rf"""(?<![А-Яа-яЁё])(?:
      (?P<s1>(?![А-ЯЁ]{{2,5}}\s+[А-ЯЁ][а-яё]+\s+{PATRONYMIC}\s+[А-ЯЁ][а-яё]){PARTICLES}*{CAPITAL})\s+(?P<g1>{GIVEN})\s+(?P<p1>{PATRONYMIC})(?![а-яё])
    | (?P<g2>{GIVEN})\s+(?P<p2>{PATRONYMIC})\s+(?P<s2>{PARTICLES}*{CAPITAL})
    | (?P<g5>{GIVEN})\s+(?P<p5>{PATRONYMIC})(?![а-яё])
    | (?P<s3>{PARTICLES}*{CAPITAL}),?\s*
        (?P<i3>(?>{INITIAL}\s?(?:{INITIAL})?))(?!\s?(?!{LABEL}){CAPITAL}(?!\s+{INITIAL}))
    | (?P<i4>{INITIAL}\s?(?:{INITIAL})?)\s?(?!{LABEL})(?P<s4>{PARTICLES}*{CAPITAL})
    | (?P<w1>{PARTICLES}*{WORD})\s+(?P<w2>{PARTICLES}*{WORD})
    | (?P<l1>(?!M\.\s[A-Z][a-z]+\s[A-Z])[A-Z](?:[a-zà-ž]+|\.(?:\s?[A-Z]\.)?))\s+
        (?P<l2>(?:(?:van|von|de|der|di|da|la|le)\s+)*[A-Z][a-zà-ž]+(?:-[A-Z][a-zà-ž]+)?)
    )""",
    re.VERBOSE,
)
SHORT_SURNAME = 4
# «Мика», «Анке» in a list of contacts stand as they are.
SHORT_A = re.compile(r"^[А-ЯЁ][а-яё]{1,4}[аея]$")
# «г-жа Анке …» stands in the nominative: the others are «г-же», «г-жу».
TITLED = re.compile(r"(?:г-жа|госпожа|г-н|господин)\s+$", re.IGNORECASE)
# How names in Japan mostly end, by which their order is known.
JAPANESE_SURNAME = re.compile(
    r".+(?:мото|мура|[кг]ава|яма|[сд]з?има|[хвб]ара|[сз]аки|[гк]?ути|[сз]ава|ока|[дт]а|[нт]о|[зк]уки|бэ)"
)
JAPANESE_GIVEN = re.compile(
    r".+(?:дзи|ити|ро|сукэ|хико|нори|[мю]и?ки|аки|ко|ми|хиро|[тр]оси|кэси|[дт]зу|нобу|[кмнр]и?э|ндзо|дзо)"
)
VOWEL, SOUND = "[аеёиоуыэюяАЕЁИОУЫЭЮЯ]", r"[^аеёиоуыэюяА-ЯЁ\W\d_]"
SYLLABLE = rf"(?=[А-ЯЁ][а-яё]{{1,4}}(?![а-яё]))(?:(?!{VOWEL})[А-ЯЁ])?{SOUND}*{VOWEL}{{1,2}}{SOUND}*"
SYLLABLES = re.compile(rf"{SYLLABLE}(?:\s+{SYLLABLE}){{2,3}}(?![-а-яё])")
VOWELS = re.compile(VOWEL)
TWO_WORDS = re.compile(r"\s*([А-ЯЁ][а-яё-]+)\s+([А-ЯЁ][а-яё-]+(?:-[А-ЯЁ][а-яё]+)?)\s*")
DATIVE = re.compile(r"[бвгджзклмнпрстфхцчшщ]у$")
FOLLOWED = re.compile(rf"\s+{CAPITAL}")
NO_NAME = re.compile(
    r"^(?:отдел|управлени|комитет|департамент|сектор|служб|европ|азии|африк|америк|балти|восток|стран|север|южн|запад|восточн|централ|контакт|телефон|главн|ведущ|начальник|специалист|консультант|советник|заместител|республик|област|коммун|мэри[яи]|муниципал|администрац|префектур|губернатор|общин|хокимият|акимат|магистрат|ратуш|правительств|канцеляри|палат|университет|институт|генеральн|консульств|посольств|адрес|город)",
    re.IGNORECASE,
)
NO_LATIN = re.compile(
    r"\b(?:Ms|Mr|Mrs|Dr|City|Town|International|Relations|Department|Office|Municipal\w*|University|Council"
    r"|Affairs|External|Foreign|Cooperation|Secretary|General|Director|Head|Mayor|Bureau|Unit"
    r"|Direcci\w+|Direction|Direzione|Relaciones|Relazioni|Servi[cz]\w+|Settore|Ufficio|Comune|Ayuntamiento"
    r"|Provinc\w+|Pani?|Herr|Frau|Mme|Madame|Monsieur|Sra?|Señora?|Signora?|Urząd|Miasto|Wydział|\w*(?:amt|stadt|kanzlei|verwaltung|angelegenheiten|beziehungen)|Europäische|Policy|Officer|Manager|Coordinator|Advis[eo]r|Assistant|Mairie|Stadt|Amt|Abteilung|Referat|Avdeling|Kommune|Internaciona\w+|Internazional\w+)\b"
)
# A woman's surname as the dictionary has it: behind «обращаться к», «связаться с» it is no man's.
FEMININE = re.compile(r"(?:[оеё]ва|[иы]на|[сц]кая)$")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text: where it stands, as written, and its parts in the nominative."""

    start: int
    end: int
    as_written: str
    surname: str | None
    given: str | None
    patronymic: str | None
    initials: str | None
    is_guess: bool = False

    @property
    def full(self):
        parts = [self.given or self.initials, self.patronymic, self.surname]
        return " ".join(part for part in parts if part)


def find_names(text, oblique=False, loose=False):
    """Names in a text (letters' case kept). ``oblique``: they are known not to be nominative.

    ``loose``: two capitalised words that the dictionary does not know are a name, where names are
    expected.
    """
    found, place = [], 0
    while match := NAME.search(text, place):
        name = (
            (_of_syllables(match) if loose else None)
            or _name(match, oblique, loose)
            or (_unknown(match, oblique) if loose else None)
        )
        if name is None:
            # The second word may begin a name: «Отдела Иванова О. П.»
            following = re.compile(r"[\s.]+").search(text, match.start())
            place = (
                following.end() if following and following.end() > match.start() else match.end()
            )
            continue
        found.append(name)
        place = name.end
    return found


def _of_syllables(match):
    """A name of three or four short words, surname first, as in Korean: «Пак Чжун Хо»."""
    three = SYLLABLES.match(match.string, match.start())
    words = three and three[0].split()
    if not words or any(map(NO_NAME.match, words)):
        return None
    titled = TITLED.search(match.string, 0, match.start())
    if not titled and all(is_known(word.lower()) for word in words):
        return None
    initials = " ".join(f"{word[0]}." for word in words[1:])
    given = " ".join(words[1:])
    return Name(three.start(), three.end(), three[0], words[0], given, None, initials)


def _name(match, oblique, loose):
    said = {key: value for key, value in match.groupdict().items() if value}
    if "l1" in said and (
        NO_LATIN.search(match[0]) or match.string[: match.start()].endswith("of ")
    ):
        return None
    if "l1" in said:
        return Name(
            match.start(), match.end(), match[0], said["l2"], said["l1"], None, f"{said['l1'][0]}."
        )
    if "w1" in said:
        return _two_words(match, said["w1"], said["w2"], oblique, loose)
    surname = next((said[key] for key in ("s1", "s2", "s3", "s4") if key in said), None)
    given = next((said[key] for key in ("g1", "g2", "g5") if key in said), None)
    patronymic = next((said[key] for key in ("p1", "p2", "p5") if key in said), None)
    letters = next((said[key] for key in ("i3", "i4") if key in said), None)
    if any(NO_NAME.match(part) for part in (surname, given) if part):
        return None
    if patronymic:
        return _full(match, surname, given, patronymic)
    return _with_initials(match, surname, letters, oblique)


def _unknown(match, oblique):
    """A foreign name, given name first, that stands by itself: «Иньяки Эчеверрия, руководитель»."""
    first, second = match["w1"], match["w2"]
    if first is None or NO_NAME.match(first) or NO_NAME.match(second):
        return None
    if is_known(first.lower()) and (len(first) > SHORT_SURNAME or is_known(second.lower())):
        return None
    if not re.match(r"\s*(?:[,(–—;:-]|$)", match.string[match.end() :]):
        return None
    if oblique:
        first, second = plain_foreign(first, second)
    is_short = _is_short_surname(first) and len(second) > SHORT_SURNAME
    return _of_two(match, first, second, is_short)


def _is_short_surname(word):
    return len(word) <= SHORT_SURNAME and len(VOWELS.findall(word)) == 1


def _of_two(match, first, second, is_surname_first):
    """The Name of two foreign words; surname first as in Chinese and Korean: «Ли Хунся»."""
    given, surname = (second, first) if is_surname_first else (first, second)
    initials, is_guess = f"{given[0]}.", not is_surname_first
    return Name(match.start(), match.end(), match[0], surname, given, None, initials, is_guess)


def name_in_column(text):
    """The Name that a cell is whose column is of names, though no word is known: «Ли Мин»."""
    match = TWO_WORDS.fullmatch(text)
    if match is None or any(map(NO_NAME.match, match.groups())):
        return None
    return _of_two(match, match[1], match[2], _is_short_surname(match[1]))


def surname_first(name, country):
    """The name with its guessed order turned: surname, then given name; not of «Кэндзи Морита»."""
    if (
        country == "JP"
        and JAPANESE_GIVEN.fullmatch(name.given)
        and (JAPANESE_SURNAME.fullmatch(name.surname))
    ):
        return name
    return replace(name, surname=name.given, given=name.surname, initials=f"{name.surname[0]}.")


def _full(match, surname, given, patronymic):
    gender = "femn" if re.search(r"н[аыеу]$|ной$|кызы$", patronymic) else "masc"
    nominative = bool(re.search(r"(?:вич|вна|ична|ьич|кызы|оглы)$", patronymic))
    surname = cased(surname)
    if not nominative:
        surname = surname and _nominative(surname, given, gender)
        given = inflected(given, "Name", gender)
        patronymic = inflected(patronymic, "Patr", gender)
    initials = f"{given[:1]}. {patronymic[0]}."
    return Name(match.start(), match.end(), match[0], surname, given, patronymic, initials)


def _nominative(surname, given, gender):
    turned = nominative_surname(surname, gender)
    if turned == surname and gender == "masc":
        return nominative_foreign(surname, given)
    return turned


def _with_initials(match, surname, letters, oblique):
    initials = " ".join(f"{letter}." for letter in re.findall(r"Дж|[А-ЯЁ]", letters))
    plain = cased(surname)
    turned = plain
    if (oblique and not FEMININE.search(plain)) or not may_be_nominative(plain):
        gender = "femn" if re.search(r"(?:ой|ую)$", plain) else "masc"
        turned = nominative_surname(plain, gender)
        if oblique and turned == plain and DATIVE.search(plain):
            # «к консультанту Паку Д. С.»
            turned = plain[:-1]
    return Name(match.start(), match.end(), match[0], turned, None, None, initials)


def _two_words(match, first, second, oblique, loose):
    """A given name and a surname, in either order; None if neither is a given name."""
    if NO_NAME.match(first) or NO_NAME.match(second):
        return None
    swapped = _is_given(second) and may_be(first.lower(), "Surn") and not _is_surname(second)
    if FOREIGN.match(second):
        given, surname = first, second
    elif swapped or (FOREIGN.match(first) and _is_given(second)):
        given, surname = second, first
    elif _is_given(first):
        given, surname = first, second
    elif (
        _is_given(second)
        and not may_be(first.lower(), "ADJF")
        and not FOLLOWED.match(match.string, match.end())
    ):
        given, surname = second, first
    else:
        return None
    turned_given, turned = given, surname
    listed = loose and not oblique and may_be_nominative(surname) and SHORT_A.search(given)
    titled = listed or TITLED.search(match.string, 0, match.start())
    if not titled and (oblique or not may_be(given.lower(), "Name", "nomn")):
        gender = "femn" if may_be(given.lower(), "Name", "femn") else "masc"
        turned_given, turned = inflected(given, "Name", gender), _nominative(surname, given, gender)
    return Name(
        match.start(),
        match.end(),
        match[0],
        turned,
        turned_given,
        None,
        f"{turned_given[:1]}.",
    )


def _is_given(word):
    low = word.lower()
    said = [p.score for p in parses(low) if "Name" in p.tag.grammemes]
    return is_known(low) and (max(said, default=0) > 0.1 or sum(said) > 0.3)


def is_likely_surname(word):
    """Whether a word is first of all a surname in the nominative."""
    found = parses(word.lower())
    return bool(found) and {"Surn", "nomn"} <= found[0].tag.grammemes


def _is_surname(word):
    return may_be(word.lower(), "Surn")
