"""Telephone numbers and e-mail addresses in a note."""

import re
from dataclasses import dataclass

import phonenumbers

from briefings.reading.repair import TO_DIGITS, TO_LATIN

# Mobile numbers of Russia (Roskomnadzor's numbering plan: codes 900–999).
MOBILE = "+79"
D = "[0-9oо]"
LOCAL = rf"{D}{{3}}\s?[-–—‑.\s]\s?{D}{{2}}\s?[-–—‑.\s]\s?{D}{{2}}(?!\d)"
NUMBER = re.compile(
    rf"""(?<![\w+])(?:
      (?:\(?\+|00(?=\d))\s?\d[\d\s()‑–—./-]{{7,20}}\d
    | 8\s?[-–—‑\s]\s?10\s?[-–—‑\s][\d\s()‑–—-]{{7,20}}\d
    | (?:8|7)\s?[-–—‑(\s]\s?\(?\d{{3,5}}\)?[-–—‑\s]*\d[\d\s‑–—-]{{4,9}}\d
    | [78]9\d{{9}} | 8812\d{{7}} | 7812\d{{7}}
    | \(\s?\d{{2,3}}[\s-]\d{{1,4}}\s?\)\s?\d[\d\s‑–—-]{{4,9}}\d
    | \(\s?\d{{3,5}}\s?\)\s?\d[\d\s‑–—-]{{4,8}}\d
    | {LOCAL}
    | \d{{3}}[-–—‑\s]\d{{4}}(?!\d) | \d{{3}}[-–—‑]\d{{2}}\d{{2}}
    | (?<=тел\.\s)\d{{7}} | (?<=тел\s)\d{{7}} | \d{{7}}(?!\d)
    )""",
    re.VERBOSE,
)
EXTENSION = re.compile(
    r"\s*[,;(]?\s*(?:доб(?:авочный|ав)?\.?|вн(?:утр(?:енний)?)?\.?|ext\.?|#)\s*(?:№|:|номер)?\s*(\d{1,6}(?:-\d{2,4})?)\s*\)?"
)
# «576-00-21/22», «576-00-21, 22, 23»: other last figures of the number before.
OTHER_END = re.compile(
    r"\s?/\s?(\d{2}|\d{4}|\d{2}-\d{2})(?![\d-])|(?:,\s?|\sи\s)-?(\d\d(?:-\d\d)?)(?=\s*(?:[,;.)]|\sи\s|$))"
)
ABROAD = re.compile(r"^8\s?[-–—‑\s]\s?10\s?[-–—‑\s]\s?")
LABEL = re.compile(
    r"(?P<phone_fax>(?:т|тел|телефон)\w*\.?\s?[/,-]\s?ф(?:акс)?\w*|т/ф|факс\s?/\s?тел\w*)|(?P<fax>\bфакс\w*|(?<!\b\w\.)(?<!\b\w\.\s)\bф\.|\bfax)|(?P<mobile>\b(?:моб|сот)\w*(?:\.?\s*тел\w*)?|\bmob\w*|\bcell)|(?P<phone>\bтел\w*|\bтелефон\w*|\bт\.|\btel\w*|\bphone|\bраб\w*\.?)"
)
AFTER = re.compile(
    r"\s*\(\s*(?:(?P<phone_fax>(?:тел\w*\.?\s?/\s?факс|т/ф))|(?P<fax>факс|ф\.)|(?P<mobile>моб\w*|сот\w*)|(?P<phone>тел\w*|раб\w*))\.?\s*\)"
)
EMAIL = re.compile(
    r"(?<![\w.+-])[a-zа-я0-9][\w+-]{0,40}(?:\s?\.\s?[\w+-]{1,40}){0,4}\s{0,2}(?:@|\(at\)|\[at\])\s{0,2}"
    r"[\w-]{1,60}(?:\s?\.\s?[\w-]{2,40}){1,4}"
)
AT = re.compile(r"@|\(at\)|\[at\]")


@dataclass(frozen=True, slots=True)
class Number:
    """A telephone number in what is read: where it stands, E.164, kind and extension."""

    start: int
    end: int
    e164: str
    kind: str
    ext: str | None
    area_code_inferred: bool


@dataclass(frozen=True, slots=True)
class Email:
    start: int
    end: int
    address: str


def find_emails(read):
    """E-mail addresses, with spaces inside and Cyrillic look-alikes mended."""
    found = []
    for match in EMAIL.finditer(read) if AT.search(read) else ():
        address = (
            re.sub(r"\s+", "", match[0])
            .replace("(at)", "@")
            .replace("[at]", "@")
            .translate(TO_LATIN)
            .strip(".")
        )
        if address.isascii():
            found.append(Email(match.start(), match.end(), address))
    return found


def find_numbers(read, home, taken=()):
    """Telephone numbers outside the places taken, each with its kind and extension."""
    found, place = [], 0
    while match := NUMBER.search(read, place):
        place = match.end()
        if any(start < match.end() and match.start() < end for start, end in taken):
            continue
        made = _e164(match[0], home)
        if made is None:
            continue
        e164, inferred = made
        end = match.end()
        extension = EXTENSION.match(read, end)
        extra = OTHER_END.match(read, end)
        end = extension.end() if extension else end
        kind = _kind(read, found, match.start(), end, e164)
        found.append(
            Number(
                match.start(),
                end,
                e164,
                kind,
                extension and extension[1].replace("-", ""),
                inferred,
            )
        )
        while extra:
            digits = re.sub(r"\D", "", extra[extra.lastindex])
            found.append(
                Number(
                    *extra.span(extra.lastindex),
                    e164[: -len(digits)] + digits,
                    kind,
                    None,
                    inferred,
                )
            )
            place = extra.end()
            extra = OTHER_END.match(read, place)
        place = max(place, end)
    return found


def _e164(text, home):
    """(the number in E.164, whether the city's code was added), or None."""
    # «8-10-371-…», «00371 …»: how numbers abroad are dialled from Russia, and from elsewhere.
    plain = re.sub(r"^00", "+", ABROAD.sub("+", text.translate(TO_DIGITS)))
    # «(598 2) 900-00-11», «(81-6) …»: a country's code and a city's in one pair of brackets.
    plain = f"+{plain}" if re.match(r"\(\s?\d{2,3}[\s-]\d", plain) else plain
    digits = re.sub(r"\D", "", plain)
    is_local = len(digits) == 7 and "+" not in text and "(" not in text
    if is_local:
        plain = home.area_code + digits
    try:
        number = phonenumbers.parse(plain, home.region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164), is_local


def _kind(read, found, start, end, e164):
    after = AFTER.match(read, end)
    if after:
        return after.lastgroup
    since = found[-1].end if found else 0
    labels = list(LABEL.finditer(read, since, start))
    if labels and not re.search(
        r"[а-я]{4,}",
        re.sub(
            r"телефон\w*|рабоч\w*|отдел\w*|служебн\w*|мобильн\w*|сотов\w*|факс\w*",
            "",
            read[labels[-1].end() : start],
        ),
    ):
        kind = labels[-1].lastgroup
    elif found and re.fullmatch(r"[\s,;/и]*", read[since:start]):
        kind = found[-1].kind
    else:
        kind = "phone"
    return "mobile" if kind == "phone" and e164.startswith(MOBILE) else kind
