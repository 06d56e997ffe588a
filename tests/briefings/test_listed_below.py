"""Lists below a line that says when, or what, the points are of."""

import pytest

from tests.briefings.test_rules import background, dated, events


@pytest.mark.parametrize(
    "lead",
    [
        "В 2014 году состоялись:",
        "В 2014 г. состоялись следующие мероприятия:",
        "Состоялись в 2014 году:",
        "Мероприятия, проведённые в 2014 году:",
    ],
)
@pytest.mark.parametrize(
    "points",
    [
        "\n- выставка плаката;\n- концерт хора;\n- встреча врачей.",
        "\n1. Выставка плаката.\n2. Концерт хора.\n3. Встреча врачей.",
        "\nа) выставка плаката;\nб) концерт хора;\nв) встреча врачей.",
        " 1) выставка плаката; 2) концерт хора; 3) встреча врачей.",
        " выставка плаката; концерт хора; встреча врачей.",
    ],
    ids=["bullets", "numbers", "letters", "numbers in the line", "semicolons"],
)
def test_each_point_below_a_year_is_an_event_of_it(lead, points):
    assert [(event.title, event.dating.date.edtf) for event in events(lead + points)] == [
        ("Выставка плаката", "2014"),
        ("Концерт хора", "2014"),
        ("Встреча врачей", "2014"),
    ]


def test_what_a_list_is_planned_for():
    text = "На 2015 год запланированы:\n- выставка плаката;\n- концерт хора (октябрь)."
    assert dated(text) == [("2015", "planned"), ("2015-10", "planned")]


def test_fields_between_the_points_are_no_events():
    text = "В 2014 году прошли:\n1. Культура.\n- выставка плаката;\n2. Спорт.\n- матч ветеранов."
    assert [(event.title, event.section) for event in events(text)] == [
        ("Выставка плаката", "Культура"),
        ("Матч ветеранов", "Спорт"),
    ]


@pytest.mark.parametrize(
    "lead",
    [
        "В ходе визита в мае 2014 года прошли:",
        "В мае 2014 года состоялся визит мэра. В программе:",
    ],
)
def test_points_below_an_event_are_its_parts(lead):
    text = f"{lead}\n1) встреча с губернатором;\n2) осмотр порта."
    (event,) = events(text)
    assert event.dating.date.edtf == "2014-05"
    assert [part.text for part in event.parts] == ["встреча с губернатором;", "осмотр порта."]


def test_subjects_of_talks_are_text_of_the_event():
    text = (
        "В мае 2014 года состоялся визит мэра. Обсуждены вопросы:\n- транспорт;\n- туризм.\n"
        "В июне 2014 года прошёл концерт."
    )
    visit, concert = events(text)
    assert (visit.parts, concert.dating.date.edtf) == ((), "2014-06")
    assert visit.text.endswith("Обсуждены вопросы: транспорт; туризм.")
    assert background(text) == []
