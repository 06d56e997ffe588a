"""Reads a Word document (ECMA-376): paragraphs, lists, tables, boxes, notes, headers and footers.

Tracked insertions are taken as accepted, deletions are left out. Nothing outside the parts named
here is opened, and no more than a limit of it is unpacked.
"""

import io
import zipfile
import zlib
from dataclasses import dataclass, field

from lxml import etree

from briefings.reading.blocks import Block, Source
from briefings.reading.errors import UnreadableError
from briefings.reading.frames import are_people, reading_order
from briefings.reading.lines import lines_of
from briefings.reading.page import page_of
from briefings.reading.plain import blocks_of
from briefings.reading.stretch import Stretch, stretch
from briefings.reading.wordlists import Lists

LARGEST, MEGABYTE = 20, 1024 * 1024
MAIN, RELATIONS = "word/document.xml", "_rels/.rels"
# ISO/IEC 29500 strict: the same elements under another name.
STRICT = (
    b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
)
# What other packages are, by the beginning of the name of a part, the first that fits.
OTHERS = (
    ("xl/", "spreadsheet"),
    ("ppt/", "presentation"),
    ("Index/Document.iwa", "other_document"),
    ("META-INF/container.xml", "other_document"),
    ("visio/", "other_document"),
    ("word/", "broken_docx"),
    ("content.xml", "odt"),
    ("[Content_Types].xml", "broken_docx"),
)
# OpenDocument (ISO/IEC 26300) says what it is in a part of this name.
MIMETYPE = "mimetype"
OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."
OPEN_KINDS = ((b"spreadsheet", "spreadsheet"), (b"presentation", "presentation"), (b"text", "odt"))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
SKIPPED = {
    W + name
    for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr", "sectPr", "delInstrText")
}
SKIPPED.add(MC + "Fallback")
BREAKS = {
    "tab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "-",
    "softHyphen": "\u00ad",
    "ptab": "\t",
}
WRAPPERS = {W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")}
BROKEN = (
    etree.XMLSyntaxError,
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
)
PARTS = (
    ("footnotes", "footnote"),
    ("endnotes", "footnote"),
    ("header", "header"),
    ("footer", "footer"),
)


def read_docx(data, name=""):
    """The Source of a .docx; UnreadableError if it is broken, none, or unpacks too large."""
    with _opened(data) as archive:
        parts = _Parts(archive)
        main = parts.tree(_main_of(parts) or MAIN)
        if main is None or main.find(W + "body") is None:
            raise UnreadableError("broken_docx")
        writer = _Writer(Lists(parts.tree("word/numbering.xml"), parts.tree("word/styles.xml")))
        writer.take_all(main.find(W + "body"), "body")
        writer.join_lines()
        for start, zone in PARTS:
            for part in parts.named(f"word/{start}"):
                writer.take_part(parts.tree(part), zone)
    if not any(character.isalnum() for character in writer.text):
        raise UnreadableError("empty")
    for number, block in enumerate(writer.blocks, start=1):
        block.number = number
    return Source(name, "docx", writer.text, tuple(writer.blocks))


def _kind_of(archive, names):
    """What a package without a Word document is: a code of MESSAGES."""
    try:
        with archive.open(MIMETYPE) as part:
            mimetype = part.read(len(OPEN_DOCUMENT) * 2)
    except (KeyError, *BROKEN):
        mimetype = b""
    if mimetype.startswith(OPEN_DOCUMENT):
        kind = mimetype.removeprefix(OPEN_DOCUMENT)
        return next((code for name, code in OPEN_KINDS if kind.startswith(name)), "other_document")
    known = (code for start, code in OTHERS if any(name.startswith(start) for name in names))
    return next(known, "archive")


def _main_of(parts):
    """The name of the part that holds the text, as the package tells it (ECMA-376, part 2)."""
    relations = parts.tree(RELATIONS)
    for relation in () if relations is None else relations:
        if str(relation.get("Type")).endswith("/officeDocument"):
            return str(relation.get("Target")).lstrip("/")
    return None


def _opened(data):
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        names = set(archive.namelist())
        declared = sum(info.file_size for info in archive.infolist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise UnreadableError("broken_docx") from error
    if declared > LARGEST * MEGABYTE:
        raise UnreadableError("unpacks_too_large", limit=LARGEST)
    if MAIN not in names and not (RELATIONS in names and any(n.startswith("word/") for n in names)):
        raise UnreadableError(_kind_of(archive, names))
    if any(info.flag_bits & 1 for info in archive.infolist()):
        raise UnreadableError("encrypted")
    return archive


class _Parts:
    """The XML parts of a package, read with care: no more than the limit in all."""

    def __init__(self, archive):
        self.archive = archive
        self.left = LARGEST * MEGABYTE

    def named(self, start):
        names = self.archive.namelist()
        return sorted(name for name in names if name.startswith(start) and name.endswith(".xml"))

    def tree(self, name):
        """The root of a part; None if there is none."""
        if name not in self.archive.namelist():
            return None
        try:
            with self.archive.open(name) as part:
                content = part.read(self.left + 1)
            self.left -= len(content)
            if self.left < 0:
                raise UnreadableError("unpacks_too_large", limit=LARGEST)
            parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
            root = etree.fromstring(content.replace(*STRICT), parser)
        except BROKEN as error:
            raise UnreadableError("broken_docx") from error
        # ECMA-376, part 2: no part of a package declares a document type.
        if root.getroottree().docinfo.doctype:
            raise UnreadableError("broken_docx")
        return root


@dataclass(slots=True)
class _Paragraph:
    """The characters of a paragraph as they come, and how they are set."""

    text: list[str] = field(default_factory=list)
    bold: list[bool] = field(default_factory=list)
    italic: list[bool] = field(default_factory=list)
    boxes: list = field(default_factory=list)


class _Writer:
    """Writes all text into one string, and the blocks it makes."""

    def __init__(self, lists):
        self.lists = lists
        self.pieces, self.length = [], 0
        self.blocks = []
        self.tables = 0
        self.pending = None
        self.is_plain = True

    @property
    def text(self):
        return "".join(self.pieces)

    def take_part(self, root, zone):
        if root is None:
            return
        if zone == "footnote":
            for note in root:
                if note.get(W + "type") in {None, "normal"}:
                    self.take_all(note, zone)
        else:
            self.take_all(root, zone)

    def take_all(self, parent, zone):
        """The paragraphs and tables below an element, in order."""
        if parent is None:
            return
        for child in parent:
            if child.tag == W + "p":
                self._paragraph(child, zone)
            elif child.tag == W + "tbl":
                self._table(child, zone)
            elif child.tag in WRAPPERS:
                self.take_all(child, zone)

    def join_lines(self):
        """Makes paragraphs of the lines that a page was typed or copied in, one a paragraph.

        Only where the document holds nothing but them: no lists, headings or tables of Word's.
        """
        text = self.text if self.is_plain else ""
        if page_of(lines_of(text, 0, len(text))).is_even:
            self.blocks = blocks_of(text)

    def _write(self, text):
        start = self.length
        self.pieces.append(text)
        self.length += len(text)
        return start

    def _paragraph(self, element, zone):
        paragraph = self.pending or _Paragraph()
        self.pending = None
        _collect(element, paragraph)
        if element.find(f"{W}pPr/{W}rPr/{W}del") is not None:
            # Its end was deleted: it runs on into the next one.
            self.pending = paragraph
            return
        form, level, heading = self.lists.of(element)
        self.is_plain = self.is_plain and form is None and not (heading or paragraph.boxes)
        text = "".join(paragraph.text)
        start = self._write(text)
        self._write("\n")
        made = _blocks(text, start, form, level)
        for block in made:
            block.zone = zone
            block.heading = heading
            block.is_bold = bool(paragraph.bold) and all(paragraph.bold)
            block.is_italic = bool(paragraph.italic) and all(paragraph.italic)
            if block.table:
                self.tables += 1
                block.table = self.tables
        self.blocks += made
        for box in paragraph.boxes:
            self.take_all(box, "box" if zone == "body" else zone)

    def _table(self, element, zone):
        self.is_plain = False
        rows = list(element.iter(W + "tr"))
        rows = [row for row in rows if next(row.iterancestors(W + "tbl")) is element]
        rows = [row for row in rows if row.find(f"{W}trPr/{W}del") is None]
        cells_of_rows = [list(_cells(row)) for row in rows]
        lines = [[_cell_lines(cell) for cell in cells] for cells in cells_of_rows]
        if all(len(cells) < 2 for cells in cells_of_rows):
            order = [(number, 0) for number, cells in enumerate(cells_of_rows) if cells]
        else:
            order = reading_order(lines)
        if order:
            for row, column in order:
                self.take_all(cells_of_rows[row][column], zone)
            return
        self.tables += 1
        above = {}
        for cells, own in zip(cells_of_rows, lines, strict=True):
            if are_people(own):
                for cell in cells:
                    self.take_all(cell, zone)
            else:
                self._row(cells, above, zone)

    def _row(self, cells, above, zone):
        """A row; ``above`` holds, by column, what stands in the cells that may span into it."""
        texts = [_cell_text(cell) for cell in cells]
        full = [number for number, text in enumerate(texts) if text.strip()]
        if len(full) == 1 and len(list(cells[full[0]].iter(W + "p"))) > 1:
            self.take_all(cells[full[0]], zone)
            return
        begin, made = self.length, []
        for number, text in enumerate(texts):
            start = self._write(text)
            made.append(_placed(text, start))
            self._write("\t" if number + 1 < len(texts) else "\n")
        columns = list(zip(_columns(cells), cells, made, strict=True))
        spanning = [above[at] for at, cell, _ in columns if at in above and _goes_on(cell)]
        above.update((at, own) for at, cell, own in columns if not _goes_on(cell))
        if not full:
            return
        row = "".join(f"{text}\t" for text in texts)[:-1]
        body = _placed(row, begin)
        if body:
            self.blocks.append(
                Block(
                    body,
                    body.start,
                    body.end,
                    cells=made,
                    spanning=spanning,
                    table=self.tables,
                    zone=zone,
                )
            )


def _placed(text, start):
    """The stretch of a text that stands at a place of the whole."""
    return moved(stretch(text), start)


def moved(own, by):
    """A stretch that counts from another beginning."""
    if not by or not own:
        return own
    return Stretch(own.text, own.read, tuple(a + by for a in own.at), tuple(t + by for t in own.to))


def _blocks(text, start, form, level):
    """The blocks of a paragraph; line breaks and tabs in it count as in plain text."""
    if not text.strip():
        return []
    if form is not None and "\n" not in text.strip():
        body = _placed(text, start)
        return (
            [Block(body, body.start, body.end, form=form, level=level, is_apart=True)]
            if body
            else []
        )
    made = blocks_of(text)
    for number, block in enumerate(made):
        block.body = moved(block.body, start)
        block.cells = [moved(cell, start) for cell in block.cells]
        block.start, block.end = block.start + start, block.end + start
        if form is not None and number == 0:
            block.form, block.level = form, level
        elif form is not None and not block.is_listed:
            block.form, block.level = "bullet", level + 1
    return made


def _cells(row):
    for child in row:
        if child.tag == W + "tc":
            yield child
        elif child.tag in WRAPPERS:
            yield from _cells(child)


def _columns(cells):
    """The column in which each cell of a row begins, from 0; some are several columns wide."""
    at = 0
    for cell in cells:
        yield at
        width = cell.find(f"{W}tcPr/{W}gridSpan")
        value = "1" if width is None else width.get(W + "val", "1")
        at += int(value) if value.isdecimal() else 1


def _goes_on(cell):
    """Whether a cell is the lower part of one that spans several rows (ECMA-376, 17.4.84)."""
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return merge is not None and merge.get(W + "val") != "restart"


def _cell_text(cell):
    """All paragraphs of a cell, those of tables inside it too."""
    made = []
    for element in cell.iter(W + "p"):
        paragraph = _Paragraph()
        _collect(element, paragraph)
        made.append("".join(paragraph.text))
    return "\n".join(made)


def _cell_lines(cell):
    """The lines of a cell that are not empty."""
    return [line.strip() for line in _cell_text(cell).split("\n") if line.strip()]


def _collect(element, paragraph):
    """The characters of a paragraph, without what was deleted; boxes are set aside."""
    for child in element:
        tag = child.tag
        if tag in SKIPPED or not isinstance(tag, str):
            continue
        if tag == W + "txbxContent":
            paragraph.boxes.append(child)
        elif tag == W + "r":
            _run(child, paragraph)
        else:
            _collect(child, paragraph)


def _run(run, paragraph):
    properties = run.find(W + "rPr")
    if _is_on(properties, "vanish"):
        return
    before = len(paragraph.text)
    for child in run:
        name = child.tag.removeprefix(W) if isinstance(child.tag, str) else ""
        if child.tag in SKIPPED:
            continue
        if name == "t":
            paragraph.text.append(child.text or "")
        elif name in BREAKS:
            paragraph.text.append(BREAKS[name])
        elif name == "sym":
            paragraph.text.append(_symbol(child))
        else:
            _collect(child, paragraph)
    if any(text.strip() for text in paragraph.text[before:]):
        paragraph.bold.append(_is_on(properties, "b"))
        paragraph.italic.append(_is_on(properties, "i"))


def _symbol(element):
    try:
        return chr(int(element.get(W + "char", "2022"), 16))
    except (ValueError, OverflowError):
        return "•"


def _is_on(properties, name):
    found = None if properties is None else properties.find(W + name)
    return found is not None and found.get(W + "val") not in {"0", "false", "off"}
