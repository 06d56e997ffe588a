"""Text as it is read, each character of it tied to where it stands in the note."""

import re
import unicodedata
from dataclasses import dataclass

from briefings.reading.repair import repaired

SKIPPED = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
# Most lines need no mending: letters and signs of print with single spaces between them.
EVEN_WORD = "[!-~А-Яа-яЁё«»„“”№–—…]+"
EVEN = re.compile(rf" *({EVEN_WORD}(?: {EVEN_WORD})*) *")
# Letters set apart; between words the space is wider.
SINGLE = re.compile(r"\W*(?:(?:[IVX]{1,4}|\d{1,2})[.)]\s*)?[^\W\d_] [^\W\d_] [^\W\d_] ")
SPACED = re.compile(
    r"\W*(?:(?:[IVX]{1,4}|\d{1,2})[.)]\s*)?(?=.*[^\W\d_]\s{2,}[^\W\d_])(?:[^\W\d_](?![^\W_])\W*){5,}"
)
# «порты,музеи», «… прошёл форум.В июне …»: where a space was lost, this stands for it.
LOST_SPACE = "\u200a"
GLUED = re.compile(r"(?<=[а-яё.»\")])[,;:](?=[А-ЯЁа-яё«(])|(?<=[а-яё]{3})\.(?=[А-ЯЁ])")
LOWER_YO = str.maketrans("ёЁ", "еЕ")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of text, normalised.

    ``text``  as written: NFC, single spaces, also where one was lost, nothing invisible
    ``read``  what it should be read as: damage of scanning repaired, small letters, «е» for «ё»;
              as long as ``text``
    ``at``, ``to``  where each character begins and ends in the note
    """

    text: str
    read: str
    at: tuple[int, ...]
    to: tuple[int, ...]

    def __len__(self):
        return len(self.text)

    def __bool__(self):
        return bool(self.text)

    def __getitem__(self, part):
        return Stretch(self.text[part], self.read[part], self.at[part], self.to[part])

    @property
    def written(self):
        """The text without the spaces that the note lacks."""
        return self.text.replace(LOST_SPACE, "")

    @property
    def start(self):
        return self.at[0]

    @property
    def end(self):
        return self.to[-1]

    def strip(self, characters=" "):
        """The same without these characters at its ends."""
        left = len(self.text) - len(self.text.lstrip(characters))
        return self[left : max(left, len(self.text.rstrip(characters)))]


def stretch(text, start=0, end=None):
    """The Stretch of ``text[start:end]``."""
    end = len(text) if end is None else end
    if SINGLE.match(text, start, end) and SPACED.fullmatch(text, start, end):
        return _without_gaps(text, start, end)
    plain = EVEN.fullmatch(text, start, end)
    if plain and not GLUED.search(text, start, end):
        begin, behind = plain.span(1)
        at, to = tuple(range(begin, behind)), tuple(range(begin + 1, behind + 1))
        return Stretch(plain[1], _read(plain[1]), at, to)
    return _made(_characters(text, start, end))


def _without_gaps(text, start, end):
    """«О С Н О В Н Ы Е   С О Б Ы Т И Я»: a single space parts letters, a wider one words."""
    parts = re.split(r"((?<=[^\W\d_]) (?=[^\W\d_]))", text[start:end])
    made, place = [], start
    for number, part in enumerate(parts):
        made += () if number % 2 else _characters(text, place, place + len(part))
        place += len(part)
    return _made(made)


def join(first, second, hyphenated=False):
    """Two stretches as one: with a space between, or as one word without the first's hyphen."""
    if not first or not second:
        return first or second
    if hyphenated:
        first = first[:-1]
        gap = ""
    else:
        gap = " "
    between = (first.to[-1],) * len(gap)
    text = first.text + gap + second.text
    at, to = first.at + between + second.at, first.to + between + second.to
    return Stretch(text, _read(text), at, to)


def assembled(text, at, to):
    """The Stretch of characters that were put together one by one."""
    return Stretch(text, _read(text), tuple(at), tuple(to))


def join_all(stretches):
    """Several stretches as one, a space between each two."""
    stretches = [each for each in stretches if each]
    if not stretches:
        return Stretch("", "", (), ())
    at, to = list(stretches[0].at), list(stretches[0].to)
    for each in stretches[1:]:
        at += (to[-1], *each.at)
        to += (to[-1], *each.to)
    text = " ".join(each.text for each in stretches)
    return Stretch(text, " ".join(each.read for each in stretches), tuple(at), tuple(to))


def _characters(text, start, end):
    """(character, begin, end) of each character that counts."""
    made = []
    lost = {match.end() for match in GLUED.finditer(text, start, end)}
    for place in range(start, end):
        character = text[place]
        if place in lost:
            made.append((LOST_SPACE, place, place))
        if character in SKIPPED:
            continue
        if character.isspace() or unicodedata.category(character) == "Cc":
            if made and made[-1][0] != " ":
                made.append((" ", place, place + 1))
            continue
        if made and unicodedata.combining(character):
            composed = unicodedata.normalize("NFC", made[-1][0] + character)
            if len(composed) == 1:
                made[-1] = (composed, made[-1][1], place + 1)
                continue
        made.append((character, place, place + 1))
    if made and made[-1][0] == " ":
        made.pop()
    return made


def _made(characters):
    if not characters:
        return Stretch("", "", (), ())
    text = "".join(character for character, _, _ in characters)
    return Stretch(
        text,
        _read(text),
        tuple(begin for _, begin, _ in characters),
        tuple(end for _, _, end in characters),
    )


def _read(text):
    return lowered(repaired(text.replace(LOST_SPACE, " ")))


def lowered(text):
    """The text in small letters with «е» for «ё», exactly as long as before."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return low.translate(LOWER_YO)
