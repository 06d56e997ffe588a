"""More of what different hands write: web pages, letters, cards, reports."""

from briefings.reading import read_text
from tests.briefings.test_direction_lists import PORTS
from tests.briefings.test_rules import HEAD, dated


def told(note):
    return [(event.dating.date.edtf, event.title) for event in note.events]


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


def test_a_row_may_go_on_below_an_empty_first_cell():
    note = read_text(
        f"{HEAD}События\n№ | Когда | Что | Где\n1 | 5.09.2012 | Визит мэра. Гости | СПб\n"
        " | | осмотрели станцию. |\n2 | 7.09.2012 | Форум | Брно"
    )
    assert [(event.text, event.place) for event in note.events] == [
        ("1 5.09.2012 Визит мэра. Гости СПб осмотрели станцию.", "СПб"),
        ("2 7.09.2012 Форум Брно", "Брно"),
    ]


def test_points_below_an_event_are_its_parts():
    note = read_text(
        f"{HEAD}События\n— 12.09.2018 — Дни Брно. В программе:\n  · открытый показ кино;\n"
        "  · лекция о музыке.\n— 03.11.2018 — спектакль."
    )
    assert [len(event.parts) for event in note.events] == [2, 0]


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


def test_what_a_card_tells_of_visits():
    note = read_text(
        f"{HEAD}Последний визит мэра: 27–28 мая 2013 г.\n\nСобытия\nВ мае 2012 г. прошёл форум.\n"
    )
    assert [event.dating.date.edtf for event in note.events] == ["2013-05-27/2013-05-28", "2012-05"]


def test_headings_run_into_numbered_paragraphs():
    note = read_text(
        f"{HEAD}Раздел 2. Брно\n\n2.1. Фестивали. «Морские дни» прошли 28–31 июля 2011 г.\n"
        "2.2. Перспективы: порты; музеи; туризм.\n"
        "2.3. Координатор – Ким А. С. (576-79-19)."
    )
    assert [event.section for event in note.events] == ["Фестивали"]
    assert [direction.text for direction in note.directions] == PORTS
    assert [contact.surname for contact in note.contacts] == ["Ким"]


def test_headings_that_ask():
    note = read_text(
        "1. Что за город?\nЧем интересен: верфи, театр.\n\n2. С чего все началось?\n"
        "- Протокол о намерениях (27.06.2001)\n\n3. По каким направлениям работаем?\n1) Спорт\n"
        "2) Вузы\n\n4. Что уже сделали?\n- Дни Брно (9-12 октября 2014)\n\n5. Что планируем?\n"
        "- Турнир (май 2030)\n\n6. Кому звонить?\nИванов Иван Ильич — 576-00-11\n"
    )
    assert [(event.dating.date.edtf, event.status) for event in note.events] == [
        ("2001-06-27", "held"),
        ("2014-10-09/2014-10-12", "held"),
        ("2030-05", "planned"),
    ]
    assert [direction.text for direction in note.directions] == ["Спорт", "Вузы"]
    assert [contact.surname for contact in note.contacts] == ["Иванов"]


def test_a_programme_of_a_year_heads_what_is_planned_in_it():
    assert dated(
        "Программа мероприятий на 2006 год (проект):\n1. Участие в ярмарке - июнь.\n"
        "2. Стажировка преподавателей - III квартал.\n"
    ) == [("2006-06", "planned"), ("2006-35", "planned")]


def test_a_telephone_in_an_event_makes_no_contact_of_it():
    note = read_text(
        "Справка о сотрудничестве с городом Брно\nI. Направления\n- порты\nII. Основные события\n"
        "В мае 2013 г. прошёл семинар (тел. организатора 576-00-33).\n"
        "В июле 2015 г. прошёл форум.\nIII. Контактное лицо: Ларина М.И., 576-00-21"
    )
    assert [event.dating.date.edtf for event in note.events] == ["2013-05", "2015-07"]
    assert [contact.surname for contact in note.contacts] == ["Ларина"]
