"""Headings that say nothing a reader knows: sections are told by what stands below them."""

import pytest

from briefings.reading import read_text
from tests.briefings.test_rules import HEAD

DIRECTIONS = {
    "points": "- портовое сотрудничество;\n- уличное искусство;\n- обмен врачами;",
    "one paragraph": "портовое сотрудничество; уличное искусство; обмен врачами.",
    "sentences": "Портовое сотрудничество.\nУличное искусство.\nОбмен врачами.",
    "lines": "Портовое сотрудничество\nУличное искусство\nОбмен врачами",
}
HELD = [
    "В апреле 2008 года подписано соглашение о сотрудничестве портов.",
    "12–14 мая 2010 г. в Брно прошла выставка плаката.",
    "В 2012 году музыканты из Чехии выступили в филармонии.",
]
EVENTS = {"paragraphs": "\n".join(HELD), "points": "\n".join(f"- {each}" for each in HELD)}
CONTACT = "Зимина Ася Львовна, консультант отдела стран Европы, тел. 576-92-01"
HEADINGS = [
    ("Точки опоры", "За плечами", "Позвонить"),
    ("Магистральные линии", "Нить времени", "Кто в теме"),
    ("ЧТО МОЖЕМ", "ЧТО ИМЕЕМ", "КТО ЗНАЕТ"),
    ("I. Векторы", "II. Дневник", "III. Наш человек"),
]


@pytest.mark.parametrize("headings", HEADINGS, ids=lambda each: each[0])
@pytest.mark.parametrize("directions", DIRECTIONS)
@pytest.mark.parametrize("events", EVENTS)
def test_three_sections(headings, directions, events):
    parts = [DIRECTIONS[directions], EVENTS[events], CONTACT]
    note = read_text(HEAD + "\n\n".join(map("{}\n{}".format, headings, parts)))
    assert [each.text.lower() for each in note.directions] == [
        "портовое сотрудничество",
        "уличное искусство",
        "обмен врачами",
    ]
    assert [event.dating.date.edtf for event in note.events] == [
        "2008-04",
        "2010-05-12/2010-05-14",
        "2012",
    ]
    assert [contact.surname for contact in note.contacts] == ["Зимина"]
    assert note.background == ()
    assert [heading.section for heading in note.headings if heading.section in SECTIONS] == [
        "directions",
        "events",
        "contacts",
    ]


SECTIONS = {"directions", "events", "contacts"}


def test_what_is_told_of_the_partner_is_no_section():
    note = read_text(
        f"{HEAD}Портрет города\nБрно – второй по величине город страны, население 380 тыс.\n\n"
        f"Точки опоры\n{DIRECTIONS['points']}\n\nЗа плечами\n{EVENTS['points']}"
    )
    assert (len(note.directions), len(note.events)) == (3, 3)


def test_a_heading_of_a_list_inside_the_events_is_none_of_a_section():
    note = read_text(
        f"{HEAD}Направления\n- порты;\n- музеи.\n\nСобытия\n{HELD[0]}\n\n"
        "Состав группы\n- реставраторы;\n- художники.\n\n" + HELD[1]
    )
    assert [direction.text for direction in note.directions] == ["порты", "музеи"]
    assert len(note.events) == 2
