"""Notes as Word documents, made when a test needs them: lists, tables, changes, boxes, notes."""

import io

from docx import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn


def content(document):
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def tracked(paragraph, text, kind):
    """A run that was inserted (``ins``) or deleted (``del``) with changes tracked."""
    change = OxmlElement(f"w:{kind}")
    change.set(qn("w:id"), "1")
    change.set(qn("w:author"), "редактор")
    run = OxmlElement("w:r")
    words = OxmlElement("w:delText" if kind == "del" else "w:t")
    words.text = text
    words.set(qn("xml:space"), "preserve")
    run.append(words)
    change.append(run)
    paragraph._p.append(change)


def table(document, rows):
    made = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        cells = made.add_row().cells
        for cell, text in zip(cells, row, strict=True):
            cell.text = text
    return made


def box(paragraph, text):
    """A text box with one paragraph, anchored in a paragraph."""
    paragraph._p.append(
        parse_xml(
            f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape>'
            f"<v:textbox><w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent>"
            "</v:textbox></v:shape></w:pict></w:r>"
        )
    )


def valparaiso():
    """Real lists in two levels, an event as a tracked change, contacts in a table."""
    note = Document()
    section = note.sections[0]
    section.header.paragraphs[0].text = "Для служебного пользования"
    section.footer.paragraphs[0].text = "стр. 1"
    note.add_heading("О сотрудничестве Санкт-Петербурга и города Вальпараисо (Республика Чили)", 0)
    note.add_heading("Перспективные направления", 1)
    note.add_paragraph("портовое сотрудничество:", style="List Bullet")
    note.add_paragraph("контейнерные перевозки;", style="List Bullet 2")
    note.add_paragraph("подготовка лоцманов;", style="List Bullet 2")
    note.add_paragraph("уличное искус\u00adство;", style="List Bullet")
    note.add_paragraph("рыбопереработка.", style="List Bullet")
    note.add_heading("Основные события", 1)
    first = note.add_paragraph("В апреле 2008 года подписано ")
    tracked(first, "письмо", "del")
    tracked(first, "соглашение о сотрудничестве портов", "ins")
    note.add_paragraph("12–14\u00a0мая 2010\u00a0г. в\u00a0Вальпараисо прошла выставка плаката.")
    note.add_paragraph("На выставке были представлены работы студентов.")
    note.add_paragraph(
        "В 2012 году музыканты из Чили выступили в филармонии, а осенью 2013 года – в капелле."
    )
    note.add_heading("Контакты", 1)
    table(
        note,
        [
            ["ФИО", "Должность", "Телефон", "Факс"],
            ["Зимина Ася Львовна", "консультант отдела стран Америки", "576-92-01", "576-92-02"],
        ],
    )
    return content(note)


def lahti():
    """A box beside the text, line breaks inside a paragraph, a table of events, merged cells."""
    note = Document()
    note.add_paragraph("Лахти (Финляндия)").runs[0].bold = True
    box(note.add_paragraph(), "по состоянию на 10 января 2015 г.")
    lines = note.add_paragraph("I. Перспективные направления:")
    for text in ("- лыжный спорт;", "- дизайн и мебельное производство;", "- охрана озёр."):
        lines.add_run().add_break()
        lines.add_run(text)
    note.add_paragraph("II. События").runs[0].bold = True
    events = table(
        note,
        [
            ["Дата", "Событие"],
            ["2012", "Юношеские лыжные соревнования"],
            ["18.02.2013", "Семинар дизайнеров мебели"],
            ["I пол. 2014", "Экспедиция на озёра: взяты пробы воды"],
            ["март 2015", "Чемпионат мира по лыжным видам спорта"],
        ],
    )
    events.cell(0, 0).paragraphs[0].runs[0].bold = True
    note.add_paragraph("III. Контактное лицо").runs[0].bold = True
    note.add_paragraph("Отдел стран Северной Европы").add_run().add_break()
    note.paragraphs[-1].add_run("Сомов П.П., эксперт, тел. 576-93-10, моб. 8 911 000 93 10")
    return content(note)


WORD_NOTES = {"valparaiso": valparaiso, "lahti": lahti}
