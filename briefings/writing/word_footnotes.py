"""Real footnotes of a Word file, which python-docx 1.2 does not write (ECMA-376-1, 17.11)."""

from docx.enum.style import WD_STYLE_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.shared import Pt
from docx.text.paragraph import Paragraph

TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
# The lines that part footnotes from the text are footnotes too, numbered below the first one.
SEPARATORS = {-1: "separator", 0: "continuationSeparator"}
TEXT, REFERENCE = "footnote text", "footnote reference"
SIZE = 10


class WordFootnotes:
    """Marks in the text, and the part of the file that holds what they point at.

    fill: given a paragraph and the parts of a footnote, writes it.
    """

    def __init__(self, document, fill):
        self._document, self._fill = document, fill
        styles = document.styles
        text = styles.add_style(TEXT, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
        text.base_style, text.font.size = styles["Normal"], Pt(SIZE)
        text.paragraph_format.space_after = Pt(0)
        reference = styles.add_style(REFERENCE, WD_STYLE_TYPE.CHARACTER, builtin=True)
        reference.font.superscript = True

    def refer(self, paragraph, number, *, again):
        """Adds the mark; again: it follows another mark."""
        run = paragraph.add_run(", " if again else None, style=REFERENCE)
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(number))
        run._r.append(reference)

    def save(self, footnotes):
        """Puts the footnotes into the file; none, and the file has no such part."""
        if not footnotes:
            return
        root = parse_xml(f"<w:footnotes {nsdecls('w')}/>")
        for number, name in SEPARATORS.items():
            root.append(self._footnote(number, kind=name))
        for number, parts in enumerate(footnotes, start=1):
            root.append(self._footnote(number, parts))
        part = self._document.part
        address = PackURI("/word/footnotes.xml")
        part.relate_to(Part(address, TYPE, serialize_part_xml(root), part.package), RELATION)
        self._announce_separators()

    def _footnote(self, number, parts=(), kind=None):
        footnote = OxmlElement("w:footnote")
        footnote.set(qn("w:id"), str(number))
        paragraph = Paragraph(OxmlElement("w:p"), self._document._body)
        footnote.append(paragraph._p)
        if kind:
            footnote.set(qn("w:type"), kind)
            paragraph.add_run()._r.append(OxmlElement(f"w:{kind}"))
            return footnote
        paragraph.style = TEXT
        paragraph.add_run(style=REFERENCE)._r.append(OxmlElement("w:footnoteRef"))
        paragraph.add_run(" ")
        self._fill(paragraph, parts)
        return footnote

    def _announce_separators(self):
        settings = self._document.settings.element
        names = OxmlElement("w:footnotePr")
        for number in SEPARATORS:
            footnote = OxmlElement("w:footnote")
            footnote.set(qn("w:id"), str(number))
            names.append(footnote)
        settings.find(qn("w:compat")).addprevious(names)
