"""A WrittenNote as a Word file (DOCX, ECMA-376): styles, lists and footnotes, languages said."""

import io
from datetime import UTC, datetime, time

import docx
from django.utils.translation import gettext as _
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from briefings.writing.note import Mark
from briefings.writing.word_footnotes import WordFootnotes

FONT = "Times New Roman"
BLACK = RGBColor(0, 0, 0)
LOCALES = {"ru": "ru-RU", "en": "en-GB", "nl": "nl-NL"}
PAGE = {"page_width": Cm(21), "page_height": Cm(29.7)}
MARGINS = {
    "left_margin": Cm(3),
    "right_margin": Cm(1.5),
    "top_margin": Cm(2),
    "bottom_margin": Cm(2),
}
# size, bold, alignment, first line, space before, space after
STYLES = {
    "Normal": (12, False, WD_ALIGN_PARAGRAPH.LEFT, 0, 0, 6),
    "Title": (14, True, WD_ALIGN_PARAGRAPH.CENTER, 0, 0, 6),
    "Subtitle": (12, False, WD_ALIGN_PARAGRAPH.CENTER, 0, 0, 12),
    "Quote": (12, True, WD_ALIGN_PARAGRAPH.CENTER, 0, 0, 12),
    "Heading 1": (12, True, WD_ALIGN_PARAGRAPH.LEFT, 0, 12, 6),
    "List Bullet": (12, False, WD_ALIGN_PARAGRAPH.LEFT, None, 0, 3),
    "Body Text": (12, False, WD_ALIGN_PARAGRAPH.JUSTIFY, 1.25, 0, 6),
    "Header": (9, False, WD_ALIGN_PARAGRAPH.RIGHT, 0, 0, 0),
    "Footer": (9, False, WD_ALIGN_PARAGRAPH.CENTER, 0, 0, 0),
}


def to_docx(note):
    """The bytes of the file."""
    document = docx.Document()
    _strip(document)
    _describe(document, note)
    for name, values in STYLES.items():
        _restyle(document.styles[name], *values)
    footnotes = WordFootnotes(document, lambda paragraph, parts: _fill(paragraph, parts, note))
    _write(document, note, footnotes)
    _frame(document.sections[0], note)
    footnotes.save(note.footnotes)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _strip(document):
    """Takes away what python-docx's template brings of its own: a picture, data, old ways."""
    for rels, unwanted in (
        (document.part.package.rels, RELATIONSHIP_TYPE.THUMBNAIL),
        (document.part.rels, RELATIONSHIP_TYPE.CUSTOM_XML),
    ):
        for key in [key for key, each in rels.items() if each.reltype == unwanted]:
            del rels[key]
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")


def _describe(document, note):
    locale = LOCALES.get(note.language, note.language)
    written = datetime.combine(note.written, time(), UTC)
    properties = document.core_properties
    properties.title, properties.author, properties.language = (
        note.plain_title,
        note.author,
        locale,
    )
    properties.last_modified_by, properties.comments = note.author, ""
    properties.created = properties.modified = written
    for element in document.styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), locale)
    for element in document.settings.element.iter(qn("w:themeFontLang")):
        element.set(qn("w:val"), locale)


def _restyle(style, size, bold, alignment, first_line, before, after):
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)
    font, form = style.font, style.paragraph_format
    font.size, font.bold, font.italic, font.color.rgb = Pt(size), bold, False, BLACK
    for element in style.element.rPr.findall(qn("w:spacing")):
        style.element.rPr.remove(element)
    for border in style.element.get_or_add_pPr().findall(qn("w:pBdr")):
        style.element.pPr.remove(border)
    form.alignment, form.line_spacing = alignment, 1.15
    form.space_before, form.space_after = Pt(before), Pt(after)
    if first_line is not None:
        form.first_line_indent = Cm(first_line)


def _write(document, note, footnotes):
    _fill(document.add_paragraph(style="Title"), note.title, note, footnotes)
    document.add_paragraph(f"({note.as_of})", style="Subtitle")
    for remark in note.remarks:
        document.add_paragraph(remark, style="Quote")
    for section in note.sections:
        _fill(document.add_paragraph(style="Heading 1"), section.heading, note, footnotes)
        style = "List Bullet" if section.bulleted else "Body Text"
        for parts in section.paragraphs:
            _fill(document.add_paragraph(style=style), parts, note, footnotes)


def _fill(paragraph, parts, note, footnotes=None):
    """Words as runs, in italics and with their language where it is another; marks as footnotes."""
    after_mark = False
    for part in parts:
        is_mark = isinstance(part, Mark)
        if is_mark:
            footnotes.refer(paragraph, part.number, again=after_mark)
        else:
            _add_run(paragraph, part, note)
        after_mark = is_mark


def _add_run(paragraph, words, note):
    run = paragraph.add_run(words.text)
    if words.language != note.language:
        run.italic = True
        language = OxmlElement("w:lang")
        language.set(qn("w:val"), LOCALES.get(words.language, words.language))
        run._r.get_or_add_rPr().append(language)


def _frame(section, note):
    """A4; the title above every page but the first, its number below each."""
    for name, value in (PAGE | MARGINS).items():
        setattr(section, name, value)
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].text = f"{note.plain_title} ({note.as_of})"
    for footer in (section.footer, section.first_page_footer):
        paragraph = footer.paragraphs[0]
        paragraph.style = "Footer"
        before, between, after = (
            _("page %(page)s of %(pages)s").replace("%(pages)s", "%(page)s").split("%(page)s")
        )
        for text, field in ((before, "PAGE"), (between, "NUMPAGES"), (after, None)):
            paragraph.add_run(text)
            if field:
                _add_field(paragraph, field)


def _add_field(paragraph, instruction):
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)
