"""Tables that lay a note out: what stands side by side in them is read apart."""

import pytest
from docx import Document

from briefings.reading import read_file, read_text
from tests.briefings.word_notes import content, table

TITLE = "Справка о сотрудничестве Санкт-Петербурга и города Вальпараисо (Чили)"
DIRECTIONS = "портовое сотрудничество;\nуличное искусство;\nрыбопереработка."
EVENTS = (
    "В апреле 2008 года подписано соглашение портов.\n"
    "12–14 мая 2010 г. в Вальпараисо прошла выставка плаката."
)
ZIMINA = "Зимина Ася Львовна\nконсультант отдела стран Америки\nтел. 576-92-01"
ORLOV = "Орлов Павел Ильич\nначальник отдела стран Америки\nтел. 576-92-03"


def of_rows(*rows, lead=()):
    """What is understood of a note whose content stands in a table; "\\n" parts paragraphs."""
    note = Document()
    for text in (TITLE, *lead):
        note.add_paragraph(text)
    made = table(note, [["" for _ in row] for row in rows])
    for row, texts in zip(made.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            first, *others = text.split("\n")
            cell.text = first
            for other in others:
                cell.add_paragraph(other)
    return read_file(content(note), "справка.docx")


def understood(briefing):
    assert "".join(text for text, _ in briefing.tiles()) == briefing.text
    return (
        [direction.text for direction in briefing.directions],
        [event.dating.date.edtf for event in briefing.events],
        [contact.surname for contact in briefing.contacts],
    )


WHOLE = (
    ["портовое сотрудничество", "уличное искусство", "рыбопереработка"],
    ["2008-04", "2010-05-12/2010-05-14"],
    ["Зимина"],
)


@pytest.mark.parametrize(
    "rows",
    [
        [
            ("Перспективные направления", DIRECTIONS),
            ("Основные события", EVENTS),
            ("Контактное лицо", ZIMINA),
        ],
        [
            ("1. Перспективные направления:", DIRECTIONS),
            ("2. Основные события:", EVENTS),
            ("3. Контактное лицо:", ZIMINA),
        ],
        [
            ("Перспективные направления", "Основные события", "Контактное лицо"),
            (DIRECTIONS, EVENTS, ZIMINA),
        ],
        [
            (
                f"Перспективные направления\n{DIRECTIONS}",
                f"Основные события\n{EVENTS}\nКонтактное лицо\n{ZIMINA}",
            )
        ],
    ],
    ids=["headings at the left", "with numbers", "headings above", "headings inside"],
)
def test_sections_that_stand_in_cells(rows):
    assert understood(of_rows(*rows)) == WHOLE


def test_people_side_by_side_are_two():
    briefing = of_rows((ZIMINA, ORLOV), lead=["Контактные лица"])
    assert [(contact.surname, contact.position) for contact in briefing.contacts] == [
        ("Зимина", "консультант"),
        ("Орлов", "начальник отдела"),
    ]
    assert [[phone.e164 for phone in contact.phones] for contact in briefing.contacts] == [
        ["+78125769201"],
        ["+78125769203"],
    ]


def test_rows_of_what_happened_stay_rows():
    briefing = of_rows(
        ("Дата", "Визит", "Участники"),
        ("май 2013", "встреча в Смольном\nобсуждены перспективы", "порт\nверфь"),
        ("июнь 2014", "реализация проекта", "контактное лицо – Зимина А.Л."),
        lead=["Основные события"],
    )
    assert [event.dating.date.edtf for event in briefing.events] == ["2013-05", "2014-06"]


def test_sections_pasted_out_of_a_table():
    lines = [
        TITLE,
        f"Перспективные направления\t{DIRECTIONS}",
        f"Основные события\t{EVENTS}",
        f"Контактное лицо\t{ZIMINA}",
    ]
    assert understood(read_text("\n".join(lines))) == WHOLE


@pytest.mark.parametrize("gap", ["\t", " " * 8, " | "], ids=["tabs", "spaces", "lines"])
@pytest.mark.parametrize("head", ["", "От отдела Европы{gap}От отдела Америки\n"])
def test_people_pasted_side_by_side(gap, head):
    widest = max(map(len, ZIMINA.split("\n")))
    pairs = zip(ZIMINA.split("\n"), ORLOV.split("\n"), strict=True)
    lines = [
        f"{one:{widest if gap.isspace() and gap != chr(9) else 0}}{gap}{two}" for one, two in pairs
    ]
    note = read_text(
        f"{TITLE}\n\nПерспективные направления\n- порты;\n- музеи.\n\nКонтактные лица\n\n"
        + head.format(gap=gap)
        + "\n".join(lines)
    )
    assert "".join(text for text, _ in note.tiles()) == note.text
    assert [(c.surname, c.position, [p.e164 for p in c.phones]) for c in note.contacts] == [
        ("Зимина", "консультант", ["+78125769201"]),
        ("Орлов", "начальник отдела", ["+78125769203"]),
    ]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "card",
    [
        "Дата: {0}\nМероприятие: {1}\nМесто: {2}",
        "Мероприятие: {1}\nДата проведения: {0}\nМесто: {2}",
    ],
)
def test_a_card_of_each_event_is_an_event(card, between):
    cards = [
        card.format("12.05.2014", "приём мэра", "Смольный"),
        card.format("июнь 2015 г.", "форум портов", "Брно"),
    ]
    note = read_text(f"{TITLE}\n\nОсновные события\n\n{between.join(cards)}")
    assert [(event.title, event.dating.date.edtf) for event in note.events] == [
        ("Приём мэра", "2014-05-12"),
        ("Форум портов", "2015-06"),
    ]
    assert all(
        place in event.text for place, event in zip(["Смольный", "Брно"], note.events, strict=True)
    )
