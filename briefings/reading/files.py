"""Tells files apart by their first bytes, and reads those that may hold a note."""

import re

from briefings.reading.blocks import Source
from briefings.reading.docx import read_docx
from briefings.reading.encodings import decode
from briefings.reading.errors import UnreadableError
from briefings.reading.plain import blocks_of

# A note has some pages; a megabyte of text is five hundred.
LARGEST_TEXT, LARGEST_FILE = 4, 20
MEGABYTE = 1024 * 1024

SIGNATURES = (
    (b"{\\rtf", "rtf"),
    (b"%PDF", "pdf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"BM", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"%!PS", "other_document"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"\x1f\x8b", "archive"),
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# Of ISO/IEC 14496-12 files those that hold a picture: HEIC, HEIF, AVIF.
PICTURES = re.compile(rb".{4}ftyp(?:hei[cfmsx]|hevc|mif1|msf1|avi[fs])", re.DOTALL)
SVG = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!doctype svg[^>]*>\s*)?<svg\b", re.I | re.S
)
HTML = re.compile(r"\s*(?:<!doctype html|<html|<head|<body|<\?xml|<!--)", re.IGNORECASE)
CLOSING = re.compile(
    r"</(?:p|div|span|li|ul|ol|td|tr|table|h[1-6]|a|b|strong|em)\s*>", re.IGNORECASE
)
MOST_TAGS = 3
JSON = re.compile(r"\s*(?:\{\s*[\"}]|\[\s*[\[{\"\]\d])")
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\ufffd]")
SENTENCE = re.compile(r"[,;]\s")
CSV_LINES, CSV_COLUMNS = 3, 3


def source_of(data, name=""):
    """The Source of a file's bytes. Raises UnreadableError if it is nothing that holds a note."""
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise UnreadableError("empty")
    if len(data) > LARGEST_FILE * MEGABYTE:
        raise UnreadableError("too_large", limit=LARGEST_FILE)
    for signature, code in SIGNATURES:
        if data.startswith(signature) and not (
            code == "image" and signature == b"BM" and _is_text(data)
        ):
            raise UnreadableError(code)
    if data.startswith(OLE):
        raise UnreadableError("encrypted" if ENCRYPTED in data else "doc")
    if data.startswith(b"PK"):
        return read_docx(data, name)
    if PICTURES.match(data) or (data.startswith(b"RIFF") and data[8:12] == b"WEBP"):
        raise UnreadableError("image")
    return _text_source(data, name)


def _is_text(data):
    return not CONTROLS.search(data[:2000].decode("cp1251", "replace"))


def _text_source(data, name):
    if len(data) > LARGEST_TEXT * MEGABYTE:
        raise UnreadableError("too_large", limit=LARGEST_TEXT)
    text, encoding = decode(data)
    if len(CONTROLS.findall(text)) > len(text) / 50:
        raise UnreadableError("binary")
    return pasted(text, name, "txt", encoding)


def pasted(text, name="", form="pasted", encoding=None):
    """The Source of a text, as typed or pasted.

    Raises UnreadableError if it is empty, or made for programs: HTML, SVG, JSON, CSV.
    """
    if not any(character.isalnum() for character in text):
        raise UnreadableError("empty")
    code = _format_of(text)
    if code:
        raise UnreadableError(code)
    blocks = blocks_of(text)
    for number, block in enumerate(blocks, start=1):
        block.number = number
    return Source(name, form, text, tuple(blocks), encoding)


def _format_of(text):
    """The format of a text that is made for programs, a code of MESSAGES; None of plain words."""
    if SVG.match(text):
        return "image"
    if HTML.match(text) or len(CLOSING.findall(text)) >= MOST_TAGS:
        return "html"
    if JSON.match(text) and text.rstrip().endswith(("}", "]")):
        return "data"
    return "csv" if is_csv(text) else None


def is_csv(text):
    """Whether all lines are made of the same number of values, and none of sentences."""
    lines = [line for line in text.splitlines() if line.strip()][:200]
    if len(lines) < CSV_LINES:
        return False
    for delimiter in ",;\t":
        counts = {len(line.split(delimiter)) for line in lines}
        spaced = sum(bool(SENTENCE.search(line)) for line in lines)
        if len(counts) == 1 and counts.pop() >= CSV_COLUMNS and spaced <= len(lines) / 3:
            return True
    return False
