"""More of what different hands write: web pages, letters, cards, days without months."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.reading import read_text
from briefings.reading.dating.misspelt import NAMES, misspelt_month
from tests.briefings.test_rules import HEAD, dated


def told(note):
    return [(event.dating.date.edtf, event.title) for event in note.events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Соглашение о культуре подписано 18 июня 1999 г., а протокол о трамваях – в ноябре "
            "2004 г.",
            [("1999-06-18", "held"), ("2004-11", "held")],
        ),
        (
            "Художники показали работы на празднике (8 декабря 2009 г.), гости, в свою очередь, "
            "представили эскизы набережной (осень 2010 г.).",
            [("2009-12-08", "held"), ("2010-23", "held")],
        ),
        (
            "С 1997 г. действует договор университетов, ежегодно с 2003 года проводится летняя "
            "школа.",
            [("1997/..", "held"), ("2003/..", "held")],
        ),
        (
            "Инженеры изучали работу сооружений (май 2011 г.), в сентябре того же года врачи "
            "посетили клинику.",
            [("2011-05", "held"), ("2011-09", "held")],
        ),
        (
            "Дни Брно, которые намечались на май 2019 г., перенесены на сентябрь 2019 г.",
            [("2019-05", "postponed")],
        ),
        ("В сентебре 2013 г. выступила труппа.", [("2013-09", "held")]),
        ("14–15 февряля 2013 г. прошла ярмарка.", [("2013-02-14/2013-02-15", "held")]),
        (
            "Февраль 2016 г.: 4 – вручены дипломы; 11–13 – прошла ярмарка; в течение месяца "
            "работала выставка.",
            [("2016-02-04", "held"), ("2016-02-11/2016-02-13", "held"), ("2016-02", "held")],
        ),
        (
            "Январь 2013 г.: 23-го числа консул передал приглашение, 30-го вопрос рассмотрен в "
            "Комитете.",
            [("2013-01-23", "held"), ("2013-01-30", "held")],
        ),
        (
            "Седьмое заседание состоялось 3–4 марта 2004 г., восьмое – 16 мая 2005 г.",
            [("2004-03-03/2004-03-04", "held"), ("2005-05-16", "held")],
        ),
        (
            "10.04.1997 прошла неделя кино, в августе – гастроли театра, в ноябре 1997 г. Музей "
            "передал фотографии.",
            [("1997-04-10", "held"), ("1997-08", "held"), ("1997-11", "held")],
        ),
        (
            "Намеченный на апрель 2005 г. семинар не состоялся и перенесён на сентябрь 2005 г.",
            [("2005-04", "postponed")],
        ),
        (
            "В 1999 г. состоялись концерты хора в соборе Сент-Репарат (2 и 4 декабря).",
            [("1999-12-02/1999-12-04", "held")],
        ),
        (
            "Делегация прибыла 30 апреля, а 2 мая 2010 г. посетила завод.",
            [("2010-04-30", "held"), ("2010-05-02", "held")],
        ),
        ("В ночь на 1 мая 2010 г. прошёл забег.", [("2010-05-01", "held")]),
        ("В июле прошёл концерт (2010 г.).", [("2010-07", "held")]),
        ("На Рождество 2010 года выступил хор.", [("2010", "held")]),
        ("Через год после визита, в мае 2011 г., подписан план.", [("2011-05", "held")]),
        ("Соглашение от 5 мая 2010 г. о сотрудничестве музеев.", [("2010-05-05", "held")]),
        ("Летом 2010-го и зимой 2011-го проходили сборы.", [("2010-22", "held")]),
        (
            "2003 г.: 28 мая – заход парусника, 29 – бал в ратуше, 30–31 – конференция портов.",
            [("2003-05-28", "held"), ("2003-05-29", "held"), ("2003-05-30/2003-05-31", "held")],
        ),
        (
            "В рамках Года Германии (2012/2013) в музее с 20 октября 2012 г. по 15 января 2013 г. "
            "показывали скрипки.",
            [("2012-10-20/2013-01-15", "held")],
        ),
        (
            "Дни Брно прошли 5–7 июня 1998 г. (50 встреч). В 2010 г. предполагается их повторить.",
            [("1998-06-05/1998-06-07", "held"), ("2010", "planned")],
        ),
        (
            "- 14.05.2008 – приезд делегации\n- В тот же день – открытие выставки\n"
            "- Тогда же – концерт",
            [("2008-05-14", "held"), ("2008-05-14", "held"), ("2008-05", "held")],
        ),
        (
            "18.03.2015 – заседание группы. Снято с плана по просьбе гостей.",
            [("2015-03-18", "cancelled")],
        ),
    ],
)
def test_where_one_event_ends_and_another_begins(text, expected):
    assert dated(text) == expected


def test_days_below_a_month_are_of_that_month():
    note = read_text(
        f"{HEAD}События\n2016 год\nМарт\n5 – визит мэра\n11-13 – выставка графики\nАпрель\n"
        "7 – семинар врачей\n2017\n20 мая – форум"
    )
    assert told(note) == [
        ("2016-03-05", "Визит мэра"),
        ("2016-03-11/2016-03-13", "Выставка графики"),
        ("2016-04-07", "Семинар врачей"),
        ("2017-05-20", "Форум"),
    ]
    assert note.events[0].dating.inferred == ("month", "year")


@given(
    name=st.sampled_from(sorted(NAMES)), place=st.integers(0, 8), letter=st.sampled_from("аеиоь")
)
def test_a_month_with_one_wrong_letter_is_that_month_or_none(name, place, letter):
    place %= len(name)
    for word in (name[:place] + letter + name[place + 1 :], name[:place] + name[place + 1 :]):
        assert misspelt_month(word) in {None, NAMES[name]}


@pytest.mark.parametrize("word", ["апреле", "октавы", "марта", "июлям", "августина", "сентенция"])
def test_a_word_of_the_dictionary_is_no_misspelt_month(word):
    assert misspelt_month(word) is None


def test_a_web_page_around_a_note_is_left_out():
    note = read_text(
        "Перейти к основному содержанию\nВерсия для слабовидящих\nRU | EN\n"
        "[Распечатать]  [Отправить ссылку]\n\nБрно (Чешская Республика)\n\n"
        "Дата публикации: 14.03.2019\nПросмотров: 1 248\n\n"
        "События\nВ октябре прошлого года прошёл форум.\nЧитать далее\n\n"
        "Чем занимаемся вместе\n• Порты\nПодробнее »\n• Музеи\nПодробнее »\n\n"
        "Была ли страница полезной? Да Нет\n© Комитет, 2019"
    )
    assert note.partner.name == "Брно"
    assert note.as_of.edtf == "2019-03-14"
    assert [event.dating.date.edtf for event in note.events] == ["2018-10"]
    assert [direction.text for direction in note.directions] == ["Порты", "Музеи"]


def test_what_stands_above_a_quoted_letter_is_of_another_letter():
    lines = "\n".join(f"> {line}" for line in f"{HEAD}Направления\n* порты\n* музеи".splitlines())
    note = read_text(
        "Коллеги, справку прочитал, в 2012 г. была правка.\nВ. Щ.\n\n"
        f"05.06.2013 11:15, Нелли Асхатова пишет:\n{lines}\n> События\n"
        "> 5 мая 2013 г. прошёл форум.\n> [фото в архиве]\n>\n> Контакты\n"
        "> Ким А. С., тел. 576-00-01\n>\n> С уважением,\n> Нелли Асхатова\n> Отправлено с телефона"
    )
    assert [event.dating.date.edtf for event in note.events] == ["2013-05-05"]
    assert [contact.surname for contact in note.contacts] == ["Ким"]
    assert not note.background


def test_a_card_names_its_partner_line_by_line():
    note = read_text(
        "КАРТОЧКА ПАРТНЕРА\n\nГород:\tЕреван\nСтрана:\tРеспублика Армения\n"
        "Обновлено:\t15 января 2015 г.\n\nЕреван – столица Армении, население 1 млн человек.\n\n"
        "А. Направления\nтранспорт\nвузы\n\nБ. Мероприятия\n№ | Когда | Что | Где\n"
        "1 | 12.10.2007 | Открытие сквера | Ереван\n2 | тогда же | Концерт хора | Ереван\n"
        "3 | б/д | Передача книг школе | Ереван\n4 | 21.09.2015, план | Открытие доски | Ереван\n"
    )
    assert (note.partner.name, note.partner.country) == ("Ереван", "AM")
    assert note.as_of.edtf == "2015-01-15"
    assert [direction.text for direction in note.directions] == ["транспорт", "вузы"]
    assert [(event.dating and event.dating.date.edtf, event.status) for event in note.events] == [
        ("2007-10-12", "held"),
        ("2007-10-12", "held"),
        (None, "held"),
        ("2015-09-21", "planned"),
    ]
    assert len(note.background) == 1


def test_a_row_may_go_on_below_an_empty_first_cell():
    note = read_text(
        f"{HEAD}События\n№ | Когда | Что | Где\n1 | 5.09.2012 | Визит мэра. Гости | СПб\n"
        " | | осмотрели станцию. |\n2 | 7.09.2012 | Форум | Брно"
    )
    assert [(event.text, event.place) for event in note.events] == [
        ("1 5.09.2012 Визит мэра. Гости СПб осмотрели станцию.", "СПб"),
        ("2 7.09.2012 Форум Брно", "Брно"),
    ]


def test_contacts_may_stand_before_the_note():
    note = read_text(
        "Ответственные за подготовку:\nКим Анна Сергеевна, консультант, т. 576-00-84\n\n"
        "К встрече с делегацией провинции Гуандун\n(Китайская Народная Республика)\n"
        "Подготовлено 14.05.2018\n\nI. О провинции\nГуандун – провинция Китая.\n\n"
        "II. Как развивались связи\nВ мае 2016 г. прошёл форум.\n\nIII. Направления\n1. Порты.\n"
        "2. Музеи.\n\nIV. Протокольные сведения\nПодарок: альбом на китайском языке.\n"
    )
    assert note.partner.name == "Гуандун"
    assert note.as_of.edtf == "2018-05-14"
    assert [contact.surname for contact in note.contacts] == ["Ким"]
    assert [direction.text for direction in note.directions] == ["Порты", "Музеи"]
    assert len(note.background) == 2


def test_points_below_an_event_are_its_parts():
    note = read_text(
        f"{HEAD}События\n— 12.09.2018 — Дни Брно. В программе:\n  · открытый показ кино;\n"
        "  · лекция о музыке.\n— 03.11.2018 — спектакль."
    )
    assert [len(event.parts) for event in note.events] == [2, 0]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Заведующий отделом обменов мэрии г. Осака Кэндзи Морита, тел. (81-6) 208-00-16",
            ("Заведующий отделом", "Морита", "+8162080016"),
        ),
        ("Советник Клер Бертран, тел. +33 4 72 10 00 17", ("Советник", "Бертран", "+33472100017")),
    ],
)
def test_whom_to_call_at_the_partner(line, expected):
    note = read_text(f"{HEAD}Направления\n- порты\n\nКонтакты\n{line}".replace("Чехия", "Япония"))
    (contact,) = note.contacts
    assert (contact.position, contact.surname, contact.phones[0].e164) == expected


def test_a_department_with_its_number_is_a_contact_beside_a_person():
    note = read_text(
        f"{HEAD}Направления\n- порты\n\nКонтакты\nОтдел стран Европы, тел. 576-30-18\n\n"
        "Исполнитель: ведущий специалист Рыжова К.А., тел. 576-30-21"
    )
    assert [(c.surname, len(c.phones)) for c in note.contacts] == [(None, 1), ("Рыжова", 1)]


PORTS = ["порты", "музеи", "туризм"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Перспективные направления: порты, музеи, туризм.", PORTS),
        ("Направления\nпорты / музеи / туризм", PORTS),
        ("Направления\nВ.1. порты; В.2. музеи; В.3. туризм.", PORTS),
        ("Направления\n1. порты 2. музеи 3. туризм", PORTS),
        ("Направления\nа. порты\nб. музеи\nв. туризм", PORTS),
        ("Направления\ni. порты\nii. музеи\niii. туризм", PORTS),
        ("Направления\nЭкономика\n- порты\nКультура\n- музеи\n- туризм", PORTS),
        ("Перспективными для нас являются порты, музеи и туризм.", PORTS),
        ("Чешскую сторону интересует: порты; музеи; туризм.", PORTS),
        ("Можно делать вместе дальше: порты; музеи; туризм.", PORTS),
        ("Направления\nl. порты\n2. музеи\nЗ. туризм", PORTS),
        ("Направления\nК их числу следует отнести: 1) порты; 2)музеи; 3) туризм.", PORTS),
        (
            "Направления\n- порты\n- музеи: а) выставки; б) реставрация",
            ["порты", "музеи: а) выставки; б) реставрация"],
        ),
        (
            "Направления\nв сфере экономики: порты, логистика;\nв сфере культуры: музеи.",
            ["в сфере экономики: порты, логистика", "в сфере культуры: музеи"],
        ),
    ],
)
def test_how_directions_are_listed(text, expected):
    note = read_text(f"{HEAD}{text}\n\nСобытия\nВ мае 2013 г. прошёл форум.")
    assert [direction.text for direction in note.directions] == expected
    assert len(note.events) == 1


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Заместитель начальника управления – начальник отдела стран СНГ Белов О. И.",
            ("Заместитель начальника управления – начальник отдела", "отдел стран СНГ", "Белов"),
        ),
        (
            "БЕЛОВА ОЛЬГА ИГОРЕВНА, ГЛАВНЫЙ СПЕЦИАЛИСТ ОТДЕЛА СТРАН АЗИИ",
            ("главный специалист", "отдел стран Азии", "Белова"),
        ),
        (
            "ФИО: Белова О. И.\nДолжность: консультант\nОтдел: стран Азии",
            ("консультант", "Отдел стран Азии", "Белова"),
        ),
        ("Специалист по связям с Чехией: О. И. Белова", ("Специалист по связям", None, "Белова")),
        (
            "Куратор – начальник отдела стран Азии Белова О. И.",
            ("начальник отдела", "отдел стран Азии", "Белова"),
        ),
        (
            "Заместитель начальника Управления внешних связей – начальник отдела стран СНГ "
            "Белов О. И.",
            ("Заместитель начальника Управления – начальник отдела", "отдел стран СНГ", "Белов"),
        ),
    ],
)
def test_posts_of_our_own(line, expected):
    note = read_text(f"{HEAD}Направления\n- порты\n\nКонтакты\n{line}")
    (contact,) = note.contacts
    assert (contact.position, contact.department, contact.surname) == expected


def test_a_letter_s_greeting_and_numbers_without_a_sign():
    note = read_text(
        "Fwd: справка\n----- Пересланное сообщение -----\nОт кого: Ольга <o@example.org>\n"
        "Кому: p@example.org\nТема: справка\n\nОлег, добрый день!\nВысылаю справку. Таблица не "
        "влезла.\n\nБрно (Чехия): сотрудничество с Санкт-Петербургом\n\nЧТО БЫЛО\n2014\n"
        "* 3 февраля – форум\n* 21 июня: концерт (перенесён с 20-го из-за дождя)\n"
        "* 2-я половина года: стажировка врачей\n\nЧЕГО ХОТИМ\n1 порты\n2 музеи\n3 туризм\n\nКТО\n"
        "итальянская сторона: Марко Бьянки, Settore Relazioni, +39 011 442-00-00\n"
    )
    assert note.partner.name == "Брно"
    assert [(e.dating.date.edtf, e.status) for e in note.events] == [
        ("2014-02-03", "held"),
        ("2014-06-21", "held"),
        ("2014-41", "held"),
    ]
    assert [direction.text for direction in note.directions] == PORTS
    assert [(c.surname, c.side) for c in note.contacts] == [("Бьянки", "partner")]


def test_numbered_paragraphs_without_headings():
    note = read_text(
        "О связях с городом Оулу (Финляндская Республика)\n\n"
        "1. Город Оулу /100 тыс. жителей/ – центр одноимённой губернии, порт на Ботническом "
        "заливе, крупный университетский и технологический центр.\n"
        "2. Побратимские связи с Ленинградом установлены в 1953 г.\n"
        "3. В последние годы состоялись:\n- визит бургомистра /8-10 июня 1994 г./;\n"
        "- Дни Оулу /сентябрь 1995 г./.\n4. Представляют взаимный интерес: порты; музеи; туризм.\n"
    )
    assert note.partner.name == "Оулу"
    assert [e.dating.date.edtf for e in note.events] == ["1953", "1994-06-08/1994-06-10", "1995-09"]
    assert [direction.text for direction in note.directions] == PORTS
    assert note.background[0].text.startswith("Город Оулу")


def test_tables_head_the_sections_where_nothing_else_does():
    note = read_text(
        "Брно (Чехия)\n\nНаправления\tПриоритет\tКто с нашей стороны\nпорты\tвысокий\tКППИ\n"
        "музеи\tнизкий\tКК\n\nДата\tМероприятие\tМесто\tСтатус\n"
        "май 2009\tДни Брно\tСПб\tсостоялось\n2022\tПоездка спортсменов\tБрно\tплан\n"
    )
    assert [direction.text for direction in note.directions] == ["порты", "музеи"]
    assert [(e.dating.date.edtf, e.status, e.place) for e in note.events] == [
        ("2009-05", "held", "СПб"),
        ("2022", "planned", "Брно"),
    ]


def test_an_official_report():
    note = read_text(
        "УТВЕРЖДАЮ\nЗаместитель председателя\n_______ В.С.Ильин\n«___» _______ 2013 г.\n\n"
        "СПРАВКА\nо связях с Гродненским областным исполнительным комитетом (Республика "
        "Беларусь)\n\n"
        "1. ОБЩИЕ ПОЛОЖЕНИЯ\n1.1. Соглашение о торговом, научно-техническом и культурном "
        "сотрудничестве подписано 19 мая 2005 года.\n1.2. Создана рабочая группа; заседания: 1-е – "
        "12.10.2005; 2-е – 05.12.2008.\n\n2. ВЫПОЛНЕНО\n2.1. Проведены ярмарки: сентябрь 2009 г., "
        "сентябрь 2010 г., июнь 2012 г.\n\n3. НЕ ВЫПОЛНЕНО\n3.1. Создание завода (срок – 2012 г.) "
        "– снято с контроля.\n\n4. ПРЕДЛОЖЕНИЯ\n4.1. Порты.\n4.2. Музеи.\n"
    )
    assert (note.partner.name, note.partner.kind) == ("Гродненская область", "region")
    assert [(e.dating.date.edtf, e.status) for e in note.events] == [
        ("2005-05-19", "held"),
        ("2005-10-12", "held"),
        ("2008-12-05", "held"),
        ("2009-09/2012-06", "held"),
        ("2012", "cancelled"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Приём по случаю национального праздника (ежегодно, 17 мая).",
        "Ежегодно в мае проходит фестиваль.",
    ],
)
def test_what_recurs_in_no_named_year_is_no_event(text):
    note = read_text(f"{HEAD}События\nВ мае 2013 г. прошёл форум.\n{text}")
    assert [event.dating.date.edtf for event in note.events] == ["2013-05"]


def test_menus_and_other_news_of_a_web_page():
    note = read_text(
        "Комитет по внешним связям Санкт-Петербурга\nНовости | Комитет | Контакты\n\n"
        "США. Штат Миннесота\n14 декабря 2011\n\nМиннесота – штат, 5,3 млн чел.\n\n"
        "Сотрудничество\nВ феврале текущего года прошёл форум.\n\nТемы сотрудничества\n- порты\n\n"
        "Другие новости раздела\n12.12.2011 О встрече с консулом\n"
    )
    assert (note.partner.name, note.partner.country) == ("Миннесота", "US")
    assert [event.dating.date.edtf for event in note.events] == ["2011-02"]
    assert [direction.text for direction in note.directions] == ["порты"]
    assert not note.contacts


def test_a_text_marked_up_for_the_web():
    note = read_text(
        "**Справка: Кейптаун (ЮАР)**\n\n> подготовил: отдел Африки, 10/2018\n\n"
        "### Что сделано за 5 лет\n- **2014** — письмо мэра (март); ответ губернатора (май)\n"
        "- **2015** — без событий\n- **2016** — *отложено*: подписание меморандума\n\n"
        "### Что дальше\n- порты\n- музеи\n"
    )
    assert (note.partner.name, note.as_of.edtf) == ("Кейптаун", "2018-10")
    assert [(e.dating.date.edtf, e.status) for e in note.events] == [
        ("2014-03", "held"),
        ("2014-05", "held"),
        ("2016", "postponed"),
    ]
    assert note.events[2].text == "2016 — отложено: подписание меморандума"


def test_a_body_with_its_number_is_a_contact_of_its_own():
    note = read_text(
        f"{HEAD}Направления\n- порты\n\nИсполнители:\nЛобанов С.С. (576-00-29)\n"
        "Посольство Чехии: +7 (499) 147-00-00"
    )
    assert [(c.surname, len(c.phones)) for c in note.contacts] == [("Лобанов", 1), (None, 1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("План на II пол. 2016 г.: визит ректоров.", [("2016-41", "planned")]),
        ("В 60–80-е гг. города обменивались делегациями.", [("196X/198X", "held")]),
        ("Осень'04 – показ мод.", [("2004-23", "held")]),
        ("С 12/04 по 15/04/2012 шла выставка.", [("2012-04-12/2012-04-15", "held")]),
        ("В 2012 г. на улице 3 Июля открыт музей.", [("2012", "held")]),
        ("12-05-2012 прошла встреча.", [("2012-05-12", "held")]),
        ("2012/05/12 прошла встреча.", [("2012-05-12", "held")]),
        ("05-2012 прошла встреча.", [("2012-05", "held")]),
        ("12/04–15/04/2012 Мебельный салон.", [("2012-04-12/2012-04-15", "held")]),
        (
            "Визит акима намечался на ноябрь 2011 г., состоялся 3–4 февраля 2012 г.",
            [("2012-02-03/2012-02-04", "held")],
        ),
        ("Карточка № 15. 05.1999. Концерт хора.", [("1999-05", "held")]),
        ("Фестиваль каждый сентябрь с 2018 г.", [("2018/..", "held")]),
        ("Перенос: визит Комитета (апрель 2017) на ноябрь 2017.", [("2017-04", "postponed")]),
        ("17.I.-19.I.2011 юношеский хоккей.", [("2011-01-17/2011-01-19", "held")]),
        ("ЗI мая 199б г. подписан протокол.", [("1996-05-31", "held")]),
        ("1964 Установление почтового обмена.", [("1964", "held")]),
        ("2000 жителей приняли участие в забеге.", []),
        ("План встреч на 2007–2009 гг. утверждён в феврале 2007 г.", [("2007-02", "held")]),
        ("После наводнения (10.04.2010) поездки были приостановлены.", []),
        ("В 2007 г. оборот составил 3,1 млрд руб.", []),
    ],
)
def test_short_forms(text, expected):
    assert dated(text) == expected


def test_events_below_a_heading_with_years_and_directions_between_dots():
    note = read_text(
        "Город-партнёр: Брно (Чехия)\nДата: 5 июня 2017 года\n\n1. Общее\n\nБрно – город.\n\n"
        "2. Контакты 2009–2017\n\n02.11.2009. Визит мэра.\n2012 г. Встреч и визитов не "
        "проводилось.\n\n3. Перспективы\nпорты ● музеи ● туризм\n\n4. Контакты\nЮ.А. Нефёдова, "
        "576-00-63\nМуниципалитет: Oficina de Relaciones, sra. Carmen Rojas, +56 32 293 9000\n"
    )
    assert note.as_of.edtf == "2017-06-05"
    assert [event.dating.date.edtf for event in note.events] == ["2009-11-02"]
    assert [direction.text for direction in note.directions] == PORTS
    assert [contact.surname for contact in note.contacts] == ["Нефёдова", "Rojas"]


def test_what_is_planned_among_the_directions_is_an_event():
    note = read_text(
        f"{HEAD}1. События\n1.1. В мае 2013 г. прошёл форум.\n\n2. Направления\n2.1. порты\n"
        "2.2. Осенью 2014 г. ожидается приезд группы портовиков.\n"
    )
    assert [direction.text for direction in note.directions] == ["порты"]
    assert [(event.dating.date.edtf, event.status) for event in note.events] == [
        ("2013-05", "held"),
        ("2014-23", "planned"),
    ]


@pytest.mark.parametrize(
    ("title", "name", "country"),
    [
        ("Санкт-Петербург – Воеводство Силезское (Польша)", "Силезское воеводство", "PL"),
        ("Справка о состоянии связей\nс г. Брно (Чехия) на октябрь 2014 года", "Брно", "CZ"),
        (
            "Информация для встречи в Санкт-Петербурге с консулом Чехии г-ном Гавранеком\n\n"
            "1. Город-партнёр: Брно. Соглашение о сотрудничестве подписано в мае 2006 г.",
            "Брно",
            None,
        ),
    ],
)
def test_whom_a_title_names(title, name, country):
    note = read_text(f"{title}\n\n2. События\nВ мае 2013 г. прошёл форум.\n")
    assert (note.partner.name, note.partner.country) == (name, country)


def test_who_prepared_the_note_is_its_contact():
    note = read_text(
        f"{HEAD}В мае 2013 г. прошёл форум.\n\nСправку подготовила гл. специалист отдела Азии "
        "Соколова Т.Б.\nт. 276-13-05"
    )
    assert [(c.surname, c.position) for c in note.contacts] == [("Соколова", "главный специалист")]
