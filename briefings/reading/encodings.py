"""Turns the bytes of a text into characters: by a mark, by validity, by the letters they give."""

import codecs
import re

MARKED = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
EIGHT_BITS = ("cp1251", "koi8-r", "cp866", "iso8859-5")
# Shares of the commonest letters of Russian prose: о е а и н т с р в л, in small letters.
COMMON = frozenset("оеаинтсрвл")
SAMPLE, LETTERS_A_LOSS = 20_000, 5
LETTERS = re.compile(r"[А-Яа-яЁё]")
STRANGE_CASE = re.compile(r"[а-яё][А-ЯЁ]")
BOX = re.compile(r"[\u2500-\u259f\u0400\u0402-\u040f\u0450\u0452-\u045f]")


def decode(data):
    """(text, encoding) of the bytes of a text, the text without a byte order mark.

    Bytes that no encoding gives are read as Windows-1251 with replacement characters.
    """
    for mark, encoding in MARKED:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), encoding
    wide = _wide(data)
    if wide:
        return data.decode(wide, "replace"), wide
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        # A text cut off inside its last letter is UTF-8 nevertheless.
        if error.start >= len(data) - 3 and error.start > 3:
            return data.decode("utf-8", "replace"), "utf-8"
        text = data.decode("utf-8", "replace")
        if text.count("\ufffd") * LETTERS_A_LOSS < len(LETTERS.findall(text)):
            # A few bytes were damaged; of another encoding hardly any letter would be left.
            return text, "utf-8"
    encoding = max(EIGHT_BITS, key=lambda name: _likeness(data[:SAMPLE].decode(name, "replace")))
    return data.decode(encoding, "replace"), encoding


def _wide(data):
    """UTF-16 without a mark: Cyrillic and spaces leave one half of the bytes 04 or 00."""
    if len(data) < 8 or len(data) % 2:
        return None
    sample = data[:SAMPLE]
    for encoding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if sum(high.count(byte) for byte in (b"\x04", b"\x00", b"\x20")) > 0.95 * len(high) and (
            high.count(b"\x00") and high.count(b"\x04") + high.count(b"\x00") > 0.8 * len(high)
        ):
            return encoding
    return None


def _likeness(text):
    """How much a text looks like Russian."""
    letters = LETTERS.findall(text)
    common = sum(letter.lower() in COMMON for letter in letters)
    odd = len(STRANGE_CASE.findall(text)) + len(BOX.findall(text))
    return common - 3 * odd - 5 * text.count("\ufffd")
