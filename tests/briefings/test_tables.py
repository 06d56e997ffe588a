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


def test_the_column_of_dates_may_say_more_than_a_date():
    rows = (
        "№\tГод, месяц, число\tСодержание\tПримечание\n"
        "1.\t2013 - Год Чехии\tМастерские (апр., сент.)\t2 меропр.\n"
        "1.\t1998, октябрь, 5-8\tПриезд команды\t–\n"
        "2.\t2014, июль\tВизит мэра\tотмен.\n"
        "3.\t2015, дата не опр.\tФестиваль музыки\tплан\n"
    )
    assert dated(rows) == [
        ("2013-04/2013-09", "held"),
        ("1998-10-05/1998-10-08", "held"),
        ("2014-07", "cancelled"),
        ("2015", "planned"),
    ]


def test_a_line_between_two_rows_goes_on_with_the_upper_one():
    rows = (
        "№\tДата\tМероприятие\n1\t2\t3\n1\tоктябрь 2001 г.\tВизит депутатов\n"
        "Обсуждались обмен документами и визы\n2\t2004\tПоездка мэра\n\n"
        "Прямых рейсов между городами нет.\n"
    )
    assert dated(rows) == [("2001-10", "held"), ("2004", "held")]
    assert "Обсуждались" in events(rows)[0].text


def test_a_line_with_a_colon_above_a_table_heads_it():
    rows = (
        "Экономика. В мае 2013 г. прошла ярмарка.\n\nИз отчёта за 2013–2014 гг.:\n"
        "Дата\tМероприятие\tУчастники\n12.02.2014\tВстреча с послом\tКомитет\n"
        "03.03.2014\tДоклад врачей на конференции\n(г. Брно)\tИнститут\n"
    )
    assert dated(rows) == [("2013-05", "held"), ("2014-02-12", "held"), ("2014-03-03", "held")]
    assert [event.section for event in events(rows)][1:] == ["Из отчёта за 2013–2014 гг"] * 2


def test_a_first_cell_that_is_left_empty_frames_no_row():
    rows = (
        "Сфера | Что | Когда | Где\nВласть | Визит мэра | 14–15 июня 2005 | СПб\n"
        " | Ответный визит | 8 декабря 2006 | Брно\n"
        "Культура | Праздник света | ежегодно 8 декабря, 2007–2010 | Брно\n"
        " | Показ кукол | фев. 2009 | СПб\n"
    )
    assert dated(rows) == [
        ("2005-06-14/2005-06-15", "held"),
        ("2006-12-08", "held"),
        ("2007/2010", "held"),
        ("2009-02", "held"),
    ]


def test_an_academic_year_in_a_cell_is_a_year():
    (exchange,) = events("Дата\tМероприятие\n2008/2009 уч. год\tОбмен преподавателями\n")
    assert (exchange.dating.date.edtf, exchange.dating.qualifier) == ("2008-09/2009-08", "academic")


ROW_YEARS = """\
Основные события

Сроки\tМероприятие\tУчастники
2012 год
апрель\tВыставка петербургских художников. 15 мая состоялась
встреча художников с мэром города\tСоюз художников
10-12 июня\tСеминар «Городской электротранспорт
(троллейбус, трамвай,
метро)»\tГорэлектротранс, 12 чел.
2013 год
сентябрь\tВизит делегации Комитета по транспорту.\tКомитет по транспорту,
мэрия Брно
20.11\tКонцерт хора
«Глория»\tКапелла
ноябрь-декабрь\tЯрмарка (отменена)\tСенной рынок

Товарооборот вырос.
"""


def test_rows_that_a_copy_broke_inside_their_cells_are_whole():
    note = read_text(ROW_YEARS)
    assert [(event.dating.date.edtf, event.text) for event in note.events] == [
        ("2012-04", "апрель Выставка петербургских художников. Союз художников"),
        ("2012-05-15", "15 мая состоялась встреча художников с мэром города"),
        (
            "2012-06-10/2012-06-12",
            "10-12 июня Семинар «Городской электротранспорт (троллейбус, трамвай, метро)» "
            "Горэлектротранс, 12 чел.",
        ),
        (
            "2013-09",
            "сентябрь Визит делегации Комитета по транспорту. Комитет по транспорту, мэрия Брно",
        ),
        ("2013-11-20", "20.11 Концерт хора «Глория» Капелла"),
        ("2013-11/2013-12", "ноябрь-декабрь Ярмарка (отменена) Сенной рынок"),
    ]
    assert [piece.text for piece in note.background] == ["Товарооборот вырос."]


def test_counted_rows_of_directions_that_a_copy_broke():
    note = read_text(
        "Направления сотрудничества\n№\tНаправление\tОтветственный\n1\tКультура,\nобмен выставками"
        "\tКомитет по культуре\n2\tГрадостроительство,\nреставрация\tКГА\n3\tЯрмарочная\n"
        "деятельность\tКЭРПП\n"
    )
    assert [direction.text for direction in note.directions] == [
        "Культура, обмен выставками",
        "Градостроительство, реставрация",
        "Ярмарочная деятельность",
    ]
