"""The marks of lists: bullets, numbers, letters, and what copying makes of Word's symbols."""

import re
import unicodedata

BULLETS = "+→✦✧~>»·•‣▪▫■□●○◦∙⁃➢➤►▶▸✓✔☑◆◇♦→★*–—−‒―"
# Word's symbol fonts in the private use area, and the letters that are left of them.
PRIVATE = "\uf0b7\uf0a7\uf0d8\uf0fc\uf02d\uf076\uf0a8\uf06e\uf0be"

MARKS = (
    (
        "bullet",
        re.compile(rf"(?:[{BULLETS}{PRIVATE}]|-)+\s*(?=[^\W\d_]|[«\"„“(]|(?<!\+)\d|(?<=\s)\*\*\S)"),
    ),
    ("bullet", re.compile(r"(?:[o§Øü])(?:\t|\s{2,})(?=\S)")),
    ("multi", re.compile(r"§\s*\d{1,2}(?:\.\d{1,2})+[.)]?\s+(?=\S)")),
    ("multi", re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}[.)]?\s+(?=[^\W\d_]|[«\"„“(\d])")),
    ("multi", re.compile(r"\d{1,2}\.[ЗОlI]\.?\s+(?=[А-ЯЁ])")),
    ("multi", re.compile(r"[А-ЯA-Z]\.\d{1,2}(?:\.\d{1,2})?[.)]\s+(?=\S)")),
    ("number", re.compile(r"(?:№\s?)?\(?\d{1,2}[.)]+(?=[^\d.\s])(?=[^\W\d_]|[«\"„“(])")),
    ("number", re.compile(r"(?:№\s?)?\(?\d{1,2}(?:[.)]+\s+|\t\s*)(?=\S)")),
    ("letter", re.compile(r"\(?[а-яa-zА-Я]\)\s*(?=\S)")),
    ("letter", re.compile(r"[а-я]/\s+(?=[^\W\d_]{2})")),
)
MONTH_BEHIND = re.compile(
    r"\s*(?:янв|фев|мар[та]|апр|ма[йяе]\b|ию[нл]|авг|сен|окт|ноя|дек|[-–—]\s*\d{1,2}\s*[а-я.]|\d{4})",
    re.IGNORECASE,
)
# «**События**», as text on its way to the web has it: no bullet.
BOLD = re.compile(r"\*\*[^*\s][^*]*\*\*")
DATE = re.compile(
    r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)(?!\d)|\d{1,2}\.(?:\d{4})|\d{1,2}\.\d\d?\s*[-–—]\s*\d|\d{1,2}\.[IVXІХ]"
    r"|(?:\d{1,2}\.0[1-9]|[1-3]\d\.1[0-2])\.?\s"
)
# Symbols, and what symbol fonts leave in the private use area: none begins a word.
SYMBOLS, NUMERO, COPYRIGHT = {"So", "Sm", "Co"}, "№", "©"


def find_mark(text):
    """(form, length) of the mark at the beginning of a line; (None, 0) if it has none."""
    if text[:1] == COPYRIGHT:
        return None, 0
    if len(text) > 2 and _is_symbol(text[0]) and text[1].isspace():
        return "bullet", len(text) - len(text[1:].lstrip())
    bold = BOLD.match(text)
    for form, pattern in () if bold else MARKS:
        match = pattern.match(text)
        if match is None:
            continue
        if form in {"multi", "number"} and (DATE.match(text) or _is_day(form, text, match)):
            continue
        if (
            form == "bullet"
            and match[0].strip("-") == ""
            and text[match.end()].isdigit()
            and not match[0].endswith((" ", "\t"))
        ):
            continue
        return form, match.end()
    return None, 0


def _is_symbol(sign):
    return sign != NUMERO and unicodedata.category(sign) in SYMBOLS


def _is_day(form, text, match):
    """Whether the number is a day: «5. мая», «12 - 15 июня», or a day and month of two digits."""
    if MONTH_BEHIND.match(text[match.end() :]) and form == "number":
        return text[match.end()].islower()
    return False
