"""Word documents: what stands in them besides plain paragraphs."""

import io
import textwrap
import zipfile

import pytest
from docx import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from briefings.reading import read_file, read_text
from briefings.reading.files import source_of
from tests.briefings.test_bad_input import document, packed
from tests.briefings.word_notes import box, content, table, tracked

PARAGRAPH = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"


def blocks(data):
    return source_of(data, "note.docx").blocks


def texts(body):
    return [block.text for block in blocks(document(body))]


def test_tracked_changes_are_accepted():
    note = Document()
    paragraph = note.add_paragraph("В мае ")
    tracked(paragraph, "2012", "del")
    tracked(paragraph, "2013", "ins")
    assert [block.text for block in blocks(content(note))] == ["В мае 2013"]


def test_a_deleted_end_of_a_paragraph_joins_two():
    first = (
        "<w:p><w:pPr><w:rPr><w:del w:id='1' w:author='x'/></w:rPr></w:pPr><w:r><w:t>В мае "
        "</w:t></w:r></w:p>"
    )
    assert texts(first + PARAGRAPH.format("2013 г.")) == ["В мае 2013 г."]


def test_moved_text_stands_where_it_went():
    body = (
        "<w:p><w:moveFrom w:id='1'><w:r><w:t>прежде</w:t></w:r></w:moveFrom><w:moveTo "
        "w:id='2'><w:r><w:t>теперь</w:t></w:r></w:moveTo></w:p>"
    )
    assert texts(body) == ["теперь"]


def test_content_controls_fields_and_links():
    body = (
        "<w:sdt><w:sdtContent>" + PARAGRAPH.format("в рамке") + "</w:sdtContent></w:sdt>"
        "<w:p><w:r><w:instrText>HYPERLINK</w:instrText></w:r><w:hyperlink><w:r><w:t>ссылка</w:t></w:r></w:hyperlink></w:p>"
    )
    assert texts(body) == ["в рамке", "ссылка"]


def test_hyphens_symbols_and_tabs():
    body = (
        "<w:p><w:r><w:t>Санкт</w:t><w:noBreakHyphen/><w:t>Петербург, "
        "искус</w:t><w:softHyphen/><w:t>ство</w:t></w:r></w:p>"
        "<w:p><w:r><w:sym w:font='Symbol' w:char='F0B7'/><w:t xml:space='preserve'> "
        "порты</w:t></w:r></w:p>"
        "<w:p><w:r><w:sym w:char='zzz'/><w:t xml:space='preserve'> музеи</w:t></w:r></w:p>"
    )
    assert texts(body) == ["Санкт-Петербург, искусство", "порты", "музеи"]


def test_a_box_with_a_fallback_is_read_once():
    body = (
        "<w:p><w:r><mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>"
        "<mc:Choice><w:txbxContent>" + PARAGRAPH.format("в рамке") + "</w:txbxContent></mc:Choice>"
        "<mc:Fallback><w:txbxContent>"
        + PARAGRAPH.format("в рамке")
        + "</w:txbxContent></mc:Fallback>"
        "</mc:AlternateContent></w:r><w:r><w:t>рядом</w:t></w:r></w:p>"
    )
    assert texts(body) == ["рядом", "в рамке"]


def test_headers_footers_and_notes_stand_apart():
    note = Document()
    note.add_paragraph("События")
    note.sections[0].header.paragraphs[0].text = "Для служебного пользования"
    note.sections[0].footer.paragraphs[0].text = "исп. Ким"
    zones = {block.text: block.zone for block in blocks(content(note))}
    assert zones == {
        "События": "body",
        "Для служебного пользования": "header",
        "исп. Ким": "footer",
    }
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    data = packed(
        **{
            "word/document.xml": f"<w:document {space}><w:body>{PARAGRAPH.format('текст')}"
            "</w:body></w:document>",
            "word/footnotes.xml": f"<w:footnotes {space}><w:footnote w:type='separator'>"
            f"{PARAGRAPH.format('–')}</w:footnote><w:footnote w:id='1'>"
            f"{PARAGRAPH.format('сноска')}</w:footnote></w:footnotes>",
        }
    )
    assert [(block.text, block.zone) for block in blocks(data)] == [
        ("текст", "body"),
        ("сноска", "footnote"),
    ]


def test_a_table_inside_a_cell_and_cells_merged():
    note = Document()
    outer = table(note, [["Дата", "Событие"], ["2012", ""], ["2013", "Форум"]])
    inner = outer.cell(1, 1).add_table(rows=1, cols=1)
    inner.cell(0, 0).text = "Выставка"
    rows = [[cell.text for cell in block.cells] for block in blocks(content(note))]
    assert rows == [["Дата", "Событие"], ["2012", "Выставка"], ["2013", "Форум"]]


def test_a_table_that_only_frames_the_note():
    note = Document()
    cell = note.add_table(rows=1, cols=1).cell(0, 0)
    cell.text = "События"
    cell.add_paragraph("В мае 2013 г. прошёл форум.")
    assert [block.text for block in blocks(content(note))] == [
        "События",
        "В мае 2013 г. прошёл форум.",
    ]


def test_line_breaks_are_lines():
    note = Document()
    paragraph = note.add_paragraph("Направления:")
    for text in ("- порты;", "- музеи."):
        paragraph.add_run().add_break()
        paragraph.add_run(text)
    assert [(block.text, block.form) for block in blocks(content(note))] == [
        ("Направления:", None),
        ("порты;", "bullet"),
        ("музеи.", "bullet"),
    ]


@pytest.mark.parametrize(
    ("style", "form", "level"),
    [
        ("List Bullet", "bullet", 0),
        ("List Bullet 2", "bullet", 1),
        ("List Number", "number", 0),
        ("List Number 2", "multi", 1),
        ("Normal", None, 0),
    ],
)
def test_lists_of_styles(style, form, level):
    note = Document()
    note.add_paragraph("порты", style=style)
    (block,) = blocks(content(note))
    assert (block.form, block.level) == (form, level)


def test_headings_bold_and_italic():
    note = Document()
    note.add_heading("События", 1)
    note.add_paragraph().add_run("Экономика").bold = True
    note.add_paragraph().add_run("Культура").italic = True
    seen = [(block.heading, block.is_bold, block.is_italic) for block in blocks(content(note))]
    assert [seen[0][0], seen[1][1], seen[2][2]] == [1, True, True]


def test_a_list_with_breaks_inside_a_point():
    note = Document()
    paragraph = note.add_paragraph("порты:", style="List Bullet")
    paragraph.add_run().add_break()
    paragraph.add_run("Грузы")
    assert [(block.text, block.level) for block in blocks(content(note))] == [
        ("порты:", 0),
        ("Грузы", 1),
    ]


def test_numbers_of_roman_letters_and_none():
    note = Document()
    numbering = note.part.numbering_part.element
    formats = ["upperRoman", "lowerLetter", "none", "decimal"]
    for number, form in enumerate(formats, start=90):
        numbering.insert(
            0,
            parse_xml(
                f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:lvl w:ilvl="0">'
                f'<w:numFmt w:val="{form}"/></w:lvl></w:abstractNum>'
            ),
        )
        numbering.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{number}">'
                f'<w:abstractNumId w:val="{number}"/></w:num>'
            )
        )
        paragraph = note.add_paragraph("порты")
        numbered = OxmlElement("w:numPr")
        for name, value in (("w:ilvl", "0"), ("w:numId", str(number))):
            child = OxmlElement(name)
            child.set(qn("w:val"), value)
            numbered.append(child)
        paragraph._p.get_or_add_pPr().append(numbered)
    assert [block.form for block in blocks(content(note))] == ["roman", "letter", None, "number"]


def test_positions_count_in_all_the_text():
    note = Document()
    note.add_paragraph("События")
    box(note.add_paragraph("В мае 2013 г. прошёл форум."), "Брно (Чехия)")
    table(note, [["Дата", "Событие"], ["2014", "Выставка"]])
    briefing = read_file(content(note), "n.docx")
    for event in briefing.events:
        for piece in event.pieces:
            assert piece.text == briefing.text[piece.start : piece.end]
    assert len(briefing.events) == 2


def renamed(data, change):
    """The package with each part's name and content put through ``change``."""
    source = zipfile.ZipFile(io.BytesIO(data))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name.endswith((".xml", ".rels")):
                part = change(part.decode()).encode()
            target.writestr(change(name), part)
    return made.getvalue()


def test_the_package_says_which_part_holds_the_text():
    note = Document()
    note.add_paragraph("В мае 2013 г. прошёл форум.")
    data = renamed(content(note), lambda text: text.replace("document.xml", "document2.xml"))
    assert [block.text for block in blocks(data)] == ["В мае 2013 г. прошёл форум."]


def test_strict_documents_are_read():
    note = Document()
    note.add_paragraph("В мае 2013 г. прошёл форум.")
    usual = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    data = renamed(content(note), lambda text: text.replace(usual, strict))
    assert [block.text for block in blocks(data)] == ["В мае 2013 г. прошёл форум."]


def test_a_date_cell_that_spans_rows_dates_each_of_them():
    note = Document()
    note.add_paragraph("Основные мероприятия")
    rows = [
        ["Дата", "Мероприятие"],
        ["12–14 мая 2012 г.", "Визит делегации Гданьска"],
        ["", "Открытие выставки графики"],
        ["", "Семинар портовиков"],
    ]
    made = table(note, rows)
    made.cell(1, 0).merge(made.cell(2, 0))
    events = read_file(content(note), "n.docx").events
    told = [(event.dating and event.dating.date.edtf, event.text) for event in events]
    assert told == [
        ("2012-05-12/2012-05-14", "12–14 мая 2012 г. Визит делегации Гданьска"),
        ("2012-05-12/2012-05-14", "Открытие выставки графики"),
        (None, "Семинар портовиков"),
    ]


def test_cells_span_by_column_not_by_number():
    note = Document()
    note.add_paragraph("Основные мероприятия")
    made = table(note, [["1", "Порты", "май 2012"], ["", "", ""], ["", "", "2013"]])
    made.cell(1, 0).merge(made.cell(1, 1))
    made.cell(1, 0).text = "Семинар портовиков"
    made.cell(0, 2).merge(made.cell(1, 2))
    spanning = [[cell.text for cell in block.spanning] for block in blocks(content(note))[1:]]
    assert spanning == [[], ["май 2012"], []]


def test_rows_deleted_with_changes_tracked_are_gone():
    note = Document()
    made = table(note, [["2012", "Выставка"], ["2013", "Форум"]])
    change = OxmlElement("w:del")
    change.set(qn("w:id"), "1")
    made.rows[0]._tr.get_or_add_trPr().append(change)
    assert [block.text for block in blocks(content(note))] == ["2013 Форум"]


def test_hidden_text_is_not_read():
    note = Document()
    paragraph = note.add_paragraph("В мае 2013 г. ")
    paragraph.add_run("(черновик) ").font.hidden = True
    paragraph.add_run("прошёл форум.")
    assert [block.text for block in blocks(content(note))] == ["В мае 2013 г. прошёл форум."]


def test_lines_that_are_paragraphs_of_a_document_are_put_together():
    told = (
        "Перспективные направления\n\n- развитие сотрудничества портов и судоходных компаний двух "
        "городов;\n- туризм.\n\nОсновные события\n\n"
        "В феврале 2013 г. прошёл семинар, организованный Агентством по туризму для компаний "
        "Санкт-Петербурга. В ходе семинара представлены новые маршруты и музеи побережья.\n\n"
        "В марте 2014 г. состоялась международная конференция по проблемам реставрации памятников, "
        "в которой участвовали представители обоих городов и университетов."
    )
    document = Document()
    for line in told.splitlines():
        for part in textwrap.wrap(line, 60) or [""]:
            document.add_paragraph(part)
    seen, read = read_file(content(document), "note.docx"), read_text(told)
    assert [event.text for event in seen.events] == [event.text for event in read.events]
    assert [each.text for each in seen.directions] == [each.text for each in read.directions]
