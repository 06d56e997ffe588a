"""Tables of events and of people: years as rows, dates left out, names known by their column."""

from briefings.reading import read_text
from tests.briefings.test_rules import HEAD, dated, events

COLUMNS = "Дата\tМероприятие\tМесто\tСтатус\n"


def test_a_row_that_is_but_a_year_heads_those_below_it():
    rows = (
        "2012\nоктябрь\tТурнир по теннису\tБрно\tперенесён на 2013 г.\n2013\n"
        "март\tТурнир по теннису\tБрно\tсостоялся\nдата уточняется\tВизит мэра\tБрно\tпланируется\n"
    )
    assert dated(COLUMNS + rows) == [
        ("2012-10", "postponed"),
        ("2013-03", "held"),
        ("2013", "planned"),
    ]


def test_a_row_that_only_tells_on_is_a_part_of_the_event_above():
    rows = "14.04.2011\tВизит делегации\tБрно\tсостоялся\n\tПодписан протокол\t\t\n"
    (visit,) = events(COLUMNS + rows)
    assert [part.text for part in visit.parts] == ["Подписан протокол"]


def test_a_year_holds_for_the_rows_below_that_leave_it_out():
    rows = "Год\tСобытие\n2011\tВизит мэра\n\tПодписание протокола\n2012\tСеминар врачей\n"
    assert dated(rows) == [("2011", "held"), ("2011", "held"), ("2012", "held")]


def test_who_stands_in_the_column_of_names_is_a_person():
    note = read_text(
        f"{HEAD}Направления\n- порты\n\nКонтакты\nФИО\tДолжность\tТелефон\n"
        "Ли Мин\tсотрудник\t+86 531 8606 1234\nвакансия\tначальник отдела Азии\t576-44-10\n"
    )
    assert [(c.surname, c.given, c.vacant) for c in note.contacts] == [
        ("Ли", "Мин", False),
        (None, None, True),
    ]
