"""The counting rules: what is an event, a part, background, and when."""

import pytest

from briefings.reading import read_text

HEAD = "О сотрудничестве Санкт-Петербурга и города Брно (Чехия)\n\n"
EVENTS = HEAD + "I. Перспективные направления\n· туризм\n\nII. Основные события\n\n"


def events(text):
    return read_text(EVENTS + text).events


def dated(text):
    """(EDTF or None, status) of each event."""
    return [(e.dating.date.edtf if e.dating else None, e.status) for e in events(text)]


def background(text):
    return [each.text for each in read_text(EVENTS + text).background]


def codes(text):
    return {warning.code for warning in read_text(EVENTS + text).warnings}


def test_sentences_without_a_date_belong_to_the_event_before():
    (event,) = events("В мае 2013 г. прошла выставка. Её посетили 900 человек.")
    assert event.text == "В мае 2013 г. прошла выставка. Её посетили 900 человек."


def test_a_later_sentence_or_clause_with_a_date_is_another_event():
    text = (
        "В марте 2012 г. состоялся семинар, в июле – фестиваль, а 9 декабря – ярмарка. 5 мая "
        "2013 г. прошёл концерт."
    )
    assert [edtf for edtf, _ in dated(text)] == ["2012-03", "2012-07", "2012-12-09", "2013-05-05"]


def test_dates_joined_by_and_are_one_event():
    assert dated("Мэр посетил город дважды – в июне 2004 г. и в феврале 2008 г.") == [
        ("2004-06/2008-02", "held")
    ]


def test_an_undated_paragraph_that_speaks_on_belongs_to_the_event():
    text = (
        "В мае 2013 г. прошёл семинар врачей.\n\nВ ходе семинара выступили хирурги.\n\nСеминар "
        "провели в клинике."
    )
    (event,) = events(text)
    assert event.text.endswith("Семинар провели в клинике.")


def test_an_undated_paragraph_of_something_else_is_background():
    text = "В мае 2013 г. прошёл семинар.\n\nОсобенно активно развивались контакты музеев."
    assert background(text) == ["Особенно активно развивались контакты музеев."]


@pytest.mark.parametrize(
    "text",
    [
        "В последние годы растёт интерес к городу.",
        "Традиционно проводятся обмены.",
        "По данным статистики, за 2013 год товарооборот вырос.",
        "Программа мероприятий утверждена на 2013–2015 годы.",
        "Издан сборник «Петербург – Брно: 2000–2010 гг.».",
        "Работа ведётся на основании Соглашения от 14 мая 2005 г.",
        "В 2011 году визитов не было.",
    ],
)
def test_what_gives_no_event(text):
    assert (dated(text), background(text)) == ([], [text])


def test_a_dated_reference_is_said():
    assert "dated_reference_skipped" in codes("В марте 2014 г. подписан план на 2014–2016 годы.")
    assert dated("В марте 2014 г. подписан план на 2014–2016 годы.") == [("2014-03", "held")]


@pytest.mark.parametrize(
    "text",
    [
        "В мае 2013 г. выступил А. Б. Лунин, с 1998 года преподающий в университете.",
        "В мае 2013 г. прошёл вечер поэзии Яна Лаврика (1899–1956).",
        "В мае 2013 г. открыт музей (до 1995 г. – школа).",
        "В мае 2013 г. обсуждалось участие в форуме 2014 года.",
        "В мае 2013 г. показатели сравнили с результатами форума 2010 года.",
    ],
)
def test_years_of_a_life_a_name_or_another_thing_are_no_dates(text):
    assert dated(text) == [("2013-05", "held")]


@pytest.mark.parametrize(
    ("text", "edtf", "kind"),
    [
        ("Дружественные связи между городами установлены в 1958 г.", "1958", "friendly_ties"),
        ("Города – партнёры с 1961 года.", "1961", "partnership"),
        ("Побратимские связи поддерживаются с 60-х гг. ХХ века.", "196X", "twinning"),
        ("12 мая 1998 г. подписано Соглашение о сотрудничестве.", "1998-05-12", "agreement"),
    ],
)
def test_a_tie_is_an_event_in_its_year_and_a_relation(text, edtf, kind):
    note = read_text(EVENTS + text)
    (event,), (relation,) = note.events, note.relations
    assert (event.dating.date.edtf, event.sectors) == (edtf, ("official",))
    assert (relation.kind, relation.since.edtf, relation.event) == (kind, edtf, 1)
    assert relation.with_ == "Брно"


def test_a_state_that_lasts_is_a_period():
    (event,) = events("С 2006 г. в городе действует русский центр.")
    assert (event.dating.date.edtf, event.kind, event.dating.span) == ("2006/..", "period", True)


@pytest.mark.parametrize(
    "words", ["Ежегодно с 2005 года проходят", "Каждый год начиная с 2005-го проходят"]
)
def test_what_recurs_is_one_open_event(words):
    (event,) = events(f"{words} Дни города.")
    assert (event.dating.date.edtf, event.dating.recurring) == ("2005/..", "yearly")


def test_what_happened_inside_an_event_is_a_part():
    (event,) = events(
        "В мае 2013 г. прибыла делегация. В рамках визита гости осмотрели депо и возложили цветы."
    )
    assert [part.text for part in event.parts] == [
        "В рамках визита гости осмотрели депо",
        "возложили цветы.",
    ]


@pytest.mark.parametrize(
    ("text", "edtf", "status"),
    [
        ("На 2015 год запланировано открытие центра.", "2015", "planned"),
        ("В мае 2015 г. пройдёт выставка.", "2015-05", "planned"),
        ("Намеченный на май 2014 г. визит отменён.", "2014-05", "cancelled"),
        (
            "Планируемый на 20 октября 2014 г. визит перенесён на весну 2015 г.",
            "2014-10-20",
            "postponed",
        ),
        ("Визит перенесён на весну 2015 г.", None, "postponed"),
    ],
)
def test_the_course_of_an_event(text, edtf, status):
    assert dated(text) == [(edtf, status)]
    assert "planned_or_cancelled" in codes(text)


def test_the_new_time_of_what_was_postponed():
    (event,) = events("Планируемый на 20 октября 2014 г. визит перенесён на весну 2015 г.")
    assert event.moved_to.date.edtf == "2015-21"


def test_years_as_headings_date_what_stands_below():
    text = (
        "1988 год\nПодписан протокол о сотрудничестве.\n\n2010 год\n26 сентября – День "
        "города.\nIII квартал: переговоры."
    )
    assert [edtf for edtf, _ in dated(text)] == ["1988", "2010-09-26", "2010-35"]
    assert [e.dating.inferred for e in events(text)] == [("year",)] * 3


def test_run_in_headings_are_sections():
    text = "Экономика. В мае 2012 г. прошла биржа контактов.\n\nВ июне 2012 г. подписан контракт."
    assert [event.section for event in events(text)] == ["Экономика", "Экономика"]


def test_a_likely_repeat_is_marked_and_kept():
    text = (
        "5 мая 2013 г. судостроители посетили верфи.\n\n5 мая 2013 г. – поездка судостроителей "
        "на верфи."
    )
    assert [event.duplicate_of for event in events(text)] == [None, 1]


def test_an_impossible_day_leaves_the_month_and_is_said():
    assert dated("31 июня 2012 г. состоялся матч.") == [("2012-06", "held")]
    assert "impossible_date" in codes("31 июня 2012 г. состоялся матч.")


def test_a_table_of_events():
    text = (
        "Дата\tМероприятие\tМесто\n1990 г.\tПодписание протокола\tБрно\n"
        "03–05.10.2011\tЯрмарка\tБрно\n\tВизит сенаторов\tБрно\n"
    )
    assert [edtf for edtf, _ in dated(text)] == ["1990", "2011-10-03/2011-10-05", None]
    assert "no_date" in codes(text)


def test_each_sentence_may_open_close_or_hold_its_date():
    text = (
        "Выставка прошла в мае 2013 г.\n\nВ Брно 5 июня 2013 г. открыт центр.\n\nНеделя кино – "
        "1–7 июля 2013 г., Брно."
    )
    assert [edtf for edtf, _ in dated(text)] == ["2013-05", "2013-06-05", "2013-07-01/2013-07-07"]


def test_directions_with_nested_points_and_brackets():
    note = read_text(
        HEAD + "Направления:\n1) в сфере хозяйства:\n   - трамвай;\n   - мосты;\n"
        "2) ремёсла (керамика, стекло и др.).\n"
        "Контакты: Ким А. С., 576-00-01"
    )
    assert [(d.text, d.sub_areas) for d in note.directions] == [
        ("в сфере хозяйства", ("трамвай", "мосты")),
        ("ремёсла (керамика, стекло и др.)", ("керамика", "стекло")),
    ]


def test_directions_in_one_paragraph():
    note = read_text(
        HEAD
        + (
            "Стороны сотрудничают в следующих областях: порты; туризм; наука.\n\nОсновные "
            "события\nВ 2013 г. прошёл форум."
        )
    )
    assert [direction.text for direction in note.directions] == ["порты", "туризм", "наука"]


def test_words_of_staff_give_sectors():
    from briefings.reading import SectorWords

    text = HEAD + "Направления сотрудничества:\n- шведский стол"
    assert read_text(text).directions[0].sectors == ()
    words = SectorWords([("transport", "шведск*"), ("fleet", "шведский стол")])
    assert read_text(text, sectors=words).directions[0].sectors == ("transport", "fleet")


def test_a_month_below_a_year_dates_what_stands_below_both():
    text = "2011 г.\nАпрель\n- визит (18–21 апреля);\n- семинар.\nНоябрь\n- концерт."
    assert [edtf for edtf, _ in dated(text)] == ["2011-04-18/2011-04-21", "2011-04", "2011-11"]


def test_at_the_same_time_is_another_event_as_exact_as_the_month():
    text = "5 мая 2013 г. открыта выставка. Тогда же подписан меморандум."
    assert [edtf for edtf, _ in dated(text)] == ["2013-05-05", "2013-05"]


def test_the_date_of_what_a_sentence_rests_on_is_not_its_own():
    text = (
        "Во исполнение договорённостей, достигнутых в мае 2014 г., в июне 2014 г. создана группа."
    )
    assert dated(text) == [("2014-06", "held")]


def test_a_signed_treaty_may_bear_its_date():
    assert dated("Договор о дружбе от 18.06.1990 подписан мэрами.") == [("1990-06-18", "held")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2013-06-05 открыта выставка графики.", [("2013-06-05", "held")]),
        (
            "В ночь с 30 на 31 декабря 2013 г. прошёл забег.",
            [("2013-12-30/2013-12-31", "held")],
        ),
        ("5 июня 2013 г. прошла встреча", [("2013-06-05", "held")]),
        ("В мае 2015 г. ориентировочно приезд делегации.", [("2015-05", "planned")]),
        ("В 2015 г. гостей ждут снова.", [("2015", "planned")]),
        ("Приезд хора: дата уточняется.", [(None, "planned")]),
        (
            "В соответствии с Программой на 2012–2014 годы в октябре 2013 г. прошли Дни культуры.",
            [("2013-10", "held")],
        ),
        (
            "Последний визит состоялся в марте 2015 года, до этого – в ноябре 2009 года.",
            [("2015-03", "held"), ("2009-11", "held")],
        ),
        (
            "В 2013 г. прошли семинар (12–14 мая), форум (июнь) и выставка (сентябрь).",
            [("2013-05-12/2013-05-14", "held"), ("2013-06", "held"), ("2013-09", "held")],
        ),
        (
            "Соглашение подписано 14.06.2002; срок его действия продлён 3 марта 2005 г.",
            [("2002-06-14", "held"), ("2005-03-03", "held")],
        ),
    ],
)
def test_where_one_event_ends_and_another_begins(text, expected):
    assert dated(text) == expected


def test_what_a_jubilee_recalls_is_no_event():
    text = "В мае 2010 г. прошли вечера. Они были приурочены к двухсотлетию революции 1810 года."
    (event,) = events(text)
    assert event.text == text


@pytest.mark.parametrize(
    "heads",
    [
        ("А) Что предполагается развивать", "Б) Основные события", "В) Контактное лицо"),
        ("1. На что смотрим", "2. События", "3. Наши люди"),
        ("I. Чего ждём", "II. Хроника", "III. Телефоны"),
    ],
)
def test_a_heading_may_be_known_by_its_number(heads):
    first, second, third = heads
    note = read_text(
        f"{HEAD}{first}\n- порты\n- туризм\n\n{second}\nВ 2013 г. прошёл форум.\n\n{third}\n"
        "Иванов И. И., 576-12-34"
    )
    assert [heading.text for heading in note.headings[1:]] == list(heads)
    assert [direction.text for direction in note.directions] == ["порты", "туризм"]
    assert (len(note.events), [person.surname for person in note.contacts]) == (1, ["Иванов"])


@pytest.mark.parametrize(
    "lead",
    [
        "Стороны заинтересованы в следующем:",
        "Наибольший интерес представляют следующие темы:",
    ],
)
def test_what_leads_to_the_list_is_no_direction(lead):
    note = read_text(f"{HEAD}Перспективные направления\n{lead}\n- порты\n- туризм\n")
    assert [direction.text for direction in note.directions] == ["порты", "туризм"]


def test_an_event_of_another_partner_is_told():
    text = "5 мая 2013 г. Комитет по туризму подписал протокол с администрацией г. Оломоуц."
    assert events(text)[0].other_partner == "Оломоуц"
    assert "other_partner" in codes(text)
    assert "other_partner" in codes("5 мая 2013 г. делегация Финляндии посетила порт.")
    assert "other_partner" not in codes("5 мая 2013 г. делегация Брно посетила порт в Чехии.")


def test_people_are_not_those_whom_things_are_named_after():
    text = (
        "В мае 2013 г. в школе им. Н. А. Римского-Корсакова прошла встреча с Марком Ван Пеелом. "
        "М. Ван Пеел передал книги."
    )
    assert [person.name for person in events(text)[0].persons] == ["Марк Ван Пеел"]


def test_an_adjective_is_no_place():
    assert events("В мае 2013 г. в Комендантском доме открыта выставка.")[0].place is None
    assert events("В мае 2013 г. в Праге открыта выставка.")[0].place == "Прага"


@pytest.mark.parametrize(
    ("directions", "events"),
    [
        ("## Перспективные направления", "## События"),
        ("**Перспективные направления:**", "**События**"),
        ("Н А П Р А В Л Е Н И Я", "С О Б Ы Т И Я :"),
    ],
)
def test_headings_marked_up_or_letter_spaced(directions, events):
    text = f"{directions}\n- порты\n- туризм\n\n{events}\nВ 2013 г. прошёл форум."
    note = read_text(HEAD + text)
    assert [direction.text for direction in note.directions] == ["порты", "туризм"]
    assert [event.dating.date.edtf for event in note.events] == ["2013"]
