"""Turns a text into a line of symbols (see vocabulary) with a space between each two.

Numbers stay as they are written, in ASCII digits only. Besides the symbols of words a line has
``x1990`` for the 1990s, ``-`` for a dash, ``/``, ISO 8601 dates, and ``yy`` for a year or decade
that is plainly written with two digits.
"""

import re
import unicodedata

from core.dates.vocabulary import SYMBOLS

INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200e\u200f\u2060\ufeff"))
ALIKE = str.maketrans("ё‐‑‒—―−’", "е--––––'")

TOKEN = re.compile(
    r"""\s*(?:
      (?P<iso> [0-9]{4}-[0-9]{2} (?:-[0-9]{2})? (?![0-9]) | [0-9]{4}–[0-9]{2}–[0-9]{2} (?![0-9]) )
    | (?P<now> н\.?\s?в\b\.? | наст(?:оящее|\.)\s*вр(?:емя\b|\.) )
    | (?P<to> t\.?/m\b\.? | tot\sen\smet\b )
    | (?P<short> '[0-9]{2}(?:s|е|х)?\b | [0-9]{2}'?s\b )
    | (?P<decade> [0-9]{3}0 ) (?: \s?[-–]?\s?(?:е|ые|х|ых) | '?s )\b
    | (?P<year> [0-9]{4} ) -?(?: о?го | о?му | о?м | й )\b
    | (?P<ordinal> [0-9]{1,2} | i{1,3} | iv )
      -?(?: о?го | о?му | о?м | [оы]?[йея] | х | (?<=[0-9])(?:st|nd|rd|th|e|de|ste) )\b
    | (?P<code> [qhkк][1-4] )\b
    | (?P<number> [0-9]+ (?:\.[0-9]+)* )
    | (?P<word> [^\W\d_]+ ) \.?
    | (?P<dash> [-–] )
    | (?P<slash> / )
    | (?P<comma> , )
    )""",
    re.VERBOSE,
)
FIXED = {"now": "..", "to": ">", "short": "yy", "dash": "-", "slash": "/", "comma": ""}
CODES = {"q": "q", "k": "q", "к": "q", "h": "h"}
DUTCH_DECADE = re.compile(r"\bdecade x?(?=\d{3}0(?: |$))")


def plain(text):
    """The text in lower case, with one kind each of spaces, hyphens and dashes, and no «ё»."""
    text = unicodedata.normalize("NFC", text).lower().translate(INVISIBLE).translate(ALIKE)
    return " ".join(text.split()).rstrip(" ,;.")


def line_of(text):
    """The line of symbols of a plain text; None if a word or a sign in it is of no date."""
    symbols, position = [], 0
    while position < len(text):
        match = TOKEN.match(text, position)
        symbol = match and _symbol(match.lastgroup, match[match.lastgroup])
        if symbol is None:
            return None
        symbols.append(symbol)
        position = match.end()
    return DUTCH_DECADE.sub("x", " ".join(filter(None, symbols)))


def _symbol(kind, value):
    if kind in FIXED:
        return FIXED[kind]
    if kind == "code":
        return f"{value[1]} {CODES[value[0]]}"
    if kind == "decade":
        return f"x{value}"
    if kind == "word":
        return SYMBOLS.get(value)
    return SYMBOLS.get(value, value).replace("–", "-")
