"""Files and lines: encodings, wrapped paragraphs, broken words, marks of lists, tables, damage."""

import pytest

from briefings.reading import read_file, read_text
from briefings.reading.encodings import decode
from briefings.reading.marks import find_mark
from briefings.reading.plain import blocks_of
from briefings.reading.repair import is_damaged, repaired

TEXT = (
    "Справка о сотрудничестве с городом Брно. Выставка прошла в мае 2013 года, её посетили "
    "многие.\n"
)
WRAPPED = """\
В мае 2013 года в Брно прошла выставка петербургских худож-
ников, её посетили министр культуры и представители Санкт-
Петербурга. Выставка работала две недели и имела большой
успех у зрителей.
"""


@pytest.mark.parametrize(
    ("encoding", "mark", "named"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", b"\xef\xbb\xbf", "utf-8"),
        ("utf-16-le", b"\xff\xfe", "utf-16-le"),
        ("utf-16-be", b"\xfe\xff", "utf-16-be"),
        ("utf-16-le", b"", "utf-16-le"),
        ("utf-16-be", b"", "utf-16-be"),
        ("cp1251", b"", "cp1251"),
        ("koi8-r", b"", "koi8-r"),
        ("cp866", b"", "cp866"),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_each_encoding_and_line_end(encoding, mark, named, line_end):
    text = TEXT.replace("\n", line_end)
    assert decode(mark + text.encode(encoding)) == (text, named)


def test_a_few_broken_bytes_leave_a_text_what_it_is():
    data = (TEXT * 4).encode()
    for place in (40, 60):
        data = data[:place] + b"\xff\xfe\x80" + data[place:]
    text, encoding = decode(data)
    assert encoding == "utf-8"
    assert text.endswith(TEXT * 2)


def test_a_short_text_in_capitals():
    assert decode("БРНО (ЧЕХИЯ)".encode("cp1251"))[0] == "БРНО (ЧЕХИЯ)"


def test_wrapped_lines_are_one_paragraph_and_broken_words_whole():
    (block,) = blocks_of(WRAPPED)
    assert block.text == (
        "В мае 2013 года в Брно прошла выставка петербургских художников, её посетили "
        "министр культуры "
        "и представители Санкт-Петербурга. Выставка работала две недели и имела большой "
        "успех у зрителей."
    )


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("мастера худож-\nников", "мастера художников"),
        (
            "семинар транспортно-\nлогистических компаний",
            "семинар транспортно-логистических компаний",
        ),
        ("приём высоко-\nпоставленных гостей", "приём высокопоставленных гостей"),
        ("визит вице-\nмэра", "визит вице-мэра"),
    ],
)
def test_a_word_that_a_line_s_end_broke(cut, whole):
    (block,) = blocks_of(cut)
    assert block.text == whole


def test_a_page_number_does_not_cut_a_paragraph():
    text = WRAPPED.replace("успех у", "  - 2 -\n\nуспех у")
    assert [block.text for block in blocks_of(text)][1:] == ["- 2 -"]
    note = read_text("Основные события\n" + text)
    assert [item.reason for item in note.ignored] == ["page_number"]
    assert note.events[0].text.endswith("две недели и имела большой успех у зрителей.")


def test_lines_that_are_paragraphs_stay_apart():
    text = "поставки техники\nпроизводство мебели\nлечение и отдых\nВизит состоялся.\n"
    assert len(blocks_of(text)) == 4


@pytest.mark.parametrize(
    ("line", "form", "rest"),
    [
        ("· порты", "bullet", "порты"),
        ("—порты", "bullet", "порты"),
        ("\uf0b7\tпорты", "bullet", "порты"),
        ("▪ порты", "bullet", "порты"),
        ("* порты", "bullet", "порты"),
        ("+ порты", "bullet", "порты"),
        ("o\tпорты", "bullet", "порты"),
        ("1) порты", "number", "порты"),
        ("(2) порты", "number", "порты"),
        ("3.Порты", "number", "Порты"),
        ("1.1. Порты", "multi", "Порты"),
        ("2.3 Порты", "multi", "Порты"),
        ("а) порты", "letter", "порты"),
        ("5 июня 2013 г.", None, "5 июня 2013 г."),
        ("01.02.2013 открыта", None, "01.02.2013 открыта"),
        ("21.5.12 – встреча", None, "21.5.12 – встреча"),
        ("12-15 июня", None, "12-15 июня"),
        ("12.XI.2015 визит", None, "12.XI.2015 визит"),
        ("+7 812 576-00-00", None, "+7 812 576-00-00"),
    ],
)
def test_the_mark_of_a_list(line, form, rest):
    found, length = find_mark(line)
    assert (found, line[length:]) == (form, rest)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Caнкт-Петербурга coтpyдничество", "Санкт-Петербурга сотрудничество"),
        ("B 2О1З г.", "В 2013 г."),
        ("C З1 мая", "С 31 мая"),
        ("З мая", "3 мая"),
        ("l5 мая", "15 мая"),
        ("почта petrov@example.org", "почта petrov@example.org"),
        ("компания Siemens", "компания Siemens"),
    ],
)
def test_damage_of_scanning_is_read_as_meant(written, read):
    assert repaired(written) == read
    assert is_damaged(written) == (written != read)


def test_damage_stays_in_the_text_and_is_said():
    note = read_text("Основные события\nB мae 2О1З г. прошла выcтавка.")
    assert note.events[0].text == "B мae 2О1З г. прошла выcтавка."
    assert note.events[0].dating.date.edtf == "2013-05"
    assert "ocr_suspect" in {warning.code for warning in note.warnings}


@pytest.mark.parametrize(
    "table",
    [
        "Дата\tСобытие\n2011\tВыставка\n2012\tКонцерт",
        "| Дата | Событие |\n|------|---------|\n| 2011 | Выставка |\n| 2012 | Концерт |",
        "Дата      Событие\n2011      Выставка\n2012      Концерт",
    ],
)
def test_tables_of_tabs_lines_and_spaces(table):
    events = read_text("Основные события\n" + table).events
    assert [event.dating.date.edtf for event in events] == ["2011", "2012"]


HEADINGS = [
    (
        "I. Перспективные направления сотрудничества:",
        "II. Основные события.",
        "III. Контактное лицо:",
    ),
    ("1. ПРИОРИТЕТЫ", "2. ХРОНИКА", "3. КОНТАКТЫ"),
    ("Раздел 1. Сферы взаимодействия", "Раздел 2. Что сделано", "Раздел 3. Кто отвечает"),
    ("А. Направления", "Б. Мероприятия", "В. Исполнитель"),
    ("І. Перспективы", "ІІ. Итоги", "ІІІ. Для связи"),
    ("Возможные темы для совместной работы", "История отношений", "Координаты"),
    ("Направления", "События", "Контакты"),
]


@pytest.mark.parametrize("headings", HEADINGS)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_headings_in_many_wordings(headings, gap):
    first, second, third = headings
    text = gap.join(
        [
            first,
            "– порты;",
            "– музеи.",
            second,
            "В мае 2013 г. прошёл форум.",
            third,
            "Ким А. С., тел. 576-00-01",
        ]
    )
    note = read_text(text)
    counts = len(note.directions), len(note.events), len(note.contacts)
    assert counts == (2, 1, 1)
    assert [heading.text for heading in note.headings] == list(headings)


def test_a_note_without_headings():
    note = read_text(
        "Брно (Чехия)\n– порты;\n– музеи.\nВ мае 2013 г. прошёл форум.\nКонсультант Ким А. "
        "С., тел. 576-00-01"
    )
    assert (len(note.directions), len(note.events), len(note.contacts)) == (2, 1, 1)


@pytest.mark.parametrize(
    ("title", "name", "kind", "country"),
    [
        (
            "О сотрудничестве Санкт-Петербурга и города Минска (Республика Беларусь)",
            "Минск",
            "city",
            "BY",
        ),
        ("САНКТ-ПЕТЕРБУРГ – ГДАНЬСК (РЕСПУБЛИКА ПОЛЬША)", "Гданьск", None, "PL"),
        ("Сотрудничество с Шанхаем (Китайская Народная Республика)", "Шанхай", None, "CN"),
        ("Информация о связях с Гомельской областью", "Гомельская область", "region", None),
        ("Гавана, Куба", "Гавана", None, "CU"),
        ("Справка о городе Т Е Б Р И З (Исламская Республика Иран)", "Тебриз", "city", "IR"),
        ("О контактах с Лос-Анджелесом (США)", "Лос-Анджелес", None, "US"),
        ("Сотрудничество со штатом Мэриленд (США)", "Мэриленд", "region", "US"),
    ],
)
def test_the_partner_of_a_title(title, name, kind, country):
    partner = read_text(title + "\nНаправления\n– порты").partner
    assert (partner.name, partner.kind, partner.country, partner.in_title) == (
        name,
        kind,
        country,
        True,
    )


def test_the_date_of_the_note():
    for line in (
        "по состоянию на 1 марта 2016 г.",
        "01.03.2016",
        "Санкт-Петербург, 1 марта 2016 г.",
    ):
        note = read_text(f"Брно (Чехия)\n{line}\nСобытия\nВ текущем году прошёл форум.")
        assert (note.as_of.edtf, note.events[0].dating.date.edtf) == ("2016-03-01", "2016")


def test_positions_count_in_the_text_of_the_file():
    note = read_file("\ufeffСобытия\r\n\r\nВ мае 2013 г.  прошёл форум.\r\n".encode(), "n.txt")
    (piece,) = note.events[0].pieces
    assert piece.text == "В мае 2013 г.  прошёл форум." == note.text[piece.start : piece.end]
    assert note.events[0].paragraph == 2


def rows(text):
    return [[cell.text for cell in block.cells] for block in blocks_of(text) if block.cells]


def test_cells_that_go_on_in_the_next_line():
    assert rows(
        "| Дата | Мероприятие | Место |\n"
        "| 05.2014 | Встреча с жителями, прожива- | Брно |\n"
        "|  | ющими в Чехии |  |\n"
        "| Октябрь 2015 г. – | Проект | Прага |\n"
        "| март 2016 г. | «Чистая вода» |  |\n"
    ) == [
        ["Дата", "Мероприятие", "Место"],
        ["05.2014", "Встреча с жителями, проживающими в Чехии", "Брно"],
        ["Октябрь 2015 г. – март 2016 г.", "Проект «Чистая вода»", "Прага"],
    ]
    assert rows("Дата\tМероприятие\tМесто\nмай\tСтажировка\tПрага,\n\t\tБрно\n") == [
        ["Дата", "Мероприятие", "Место"],
        ["май", "Стажировка", "Прага, Брно"],
    ]
    assert rows("2003\tСтажировка врачей\nв клинике\tГрац\n2004\tОбмен\tБрно\n") == [
        ["2003", "Стажировка врачей в клинике", "Грац"],
        ["2004", "Обмен", "Брно"],
    ]
    assert rows("2012\tСеминар\tГрац\nIV квартал\n(план)\tВизит\tБрно\n") == [
        ["2012", "Семинар", "Грац"],
        ["IV квартал (план)", "Визит", "Брно"],
    ]


def test_rows_of_one_line_each():
    assert rows("№ | Направление\n1 | порты\n2 | туризм\n") == [
        ["№", "Направление"],
        ["1", "порты"],
        ["2", "туризм"],
    ]
    assert rows("I.\tОсновные события\nВ 2013 г. прошёл форум.\n") == []


def test_a_letter_that_quotes_a_note():
    note = read_text(
        "От: Липкин М.А.\nОтправлено: 3 декабря 2014 г. 16:42\nТема: справка\n\n"
        "> Добрый день!\n>\n> Брно (Чехия)\n>\n> Перспективные направления\n> * порты и\n"
        ">   логистика;\n> * туризм\n>\n> Основные события\n> В мае с.г. прошёл форум.\n"
        "> С уважением,\n"
    )
    assert note.partner.name == "Брно"
    assert [direction.text for direction in note.directions] == ["порты и логистика", "туризм"]
    assert [event.dating.date.edtf for event in note.events] == ["2014-05"]
    assert {each.reason for each in note.ignored} == {"letter", "other"}
    assert "".join(text for text, _ in note.tiles()) == note.text


def test_a_running_head_inside_a_sentence():
    note = read_text(
        "Брно (Чехия)\n\nОсновные события\n\n12 июня 2013 г. делегация города посетила\n\n"
        "          О контактах с Брно – стр. 2 из 3\n\nпорт и верфь.\n"
    )
    (event,) = note.events
    assert event.text == "12 июня 2013 г. делегация города посетила порт и верфь."
    assert [each.reason for each in note.ignored] == ["page_number"]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("О сотрудничестве с Губернаторством Хоккайдо (Япония)", ("Хоккайдо", "region", "JP")),
        ("К визиту делегации города Буэнос-Айреса (Аргентина)", ("Буэнос-Айрес", "city", "AR")),
        ("Санкт-Петербург — Исфахан (ИРИ)", ("Исфахан", None, "IR")),
        ("Город-побратим Антверпен", ("Антверпен", None, None)),
        ("Чонджу (Республика Корея)", ("Чонджу", None, "KR")),
        ("г. ЧОНДЖУ (Республика Корея)", ("Чонджу", "city", "KR")),
        ("О связях Санкт-Петербурга и Антверпена /Бельгия/", ("Антверпен", None, "BE")),
        ("Каталония\n(автономное сообщество, Испания)", ("Каталония", "region", "ES")),
    ],
)
def test_more_titles(title, expected):
    partner = read_text(title + "\nНаправления\n– порты").partner
    assert (partner.name, partner.kind, partner.country) == expected


def test_numbers_of_points_that_a_copy_damaged():
    note = read_text(
        "Брно (Чехия)\n\nI. Направления\n1 . Порты\n2. Туризм\nЗ. Наука\n4 .Спорт\n\n"
        "II. Основные события\n2.1.Форум прошёл в мае 2011 г.\n"
        "2.2.31 июня 2012 г. открыта выставка.\n"
        "2.3.10-12.06.2013 состоялись Дни города."
    )
    assert [direction.text for direction in note.directions] == [
        "Порты",
        "Туризм",
        "Наука",
        "Спорт",
    ]
    assert [event.dating.date.edtf for event in note.events] == [
        "2011-05",
        "2012-06",
        "2013-06-10/2013-06-12",
    ]


def test_a_heading_that_a_copy_left_inside_a_line():
    note = read_text(
        "Брно (Чехия)\nНА ЧЕМ СТРОИТСЯ СОТРУДНИЧЕСТВО - поставки стекла и машин на верфи города; - "
        "обмены школьников и студентов; - повышение квалификации врачей. ХРОНИКА ПО ГОДАМ 2004 "
        "год: 17 июня – подписан протокол; 3 июля – открыта выставка."
    )
    assert [direction.text for direction in note.directions] == [
        "поставки стекла и машин на верфи города",
        "обмены школьников и студентов",
        "повышение квалификации врачей",
    ]
    assert [event.dating.date.edtf for event in note.events] == ["2004-06-17", "2004-07-03"]


def test_a_sentence_may_lose_the_space_behind_its_stop():
    note = read_text(
        "Брно (Чехия)\nОсновные события\nВ мае 2011 г. группа изучала опыт соревнований.1997,"
        "апрель: фестиваль кино.В июне 1998 г. прошёл форум."
    )
    assert [event.dating.date.edtf for event in note.events] == ["2011-05", "1997-04", "1998-06"]


def test_a_year_and_a_dash_inside_a_paragraph_begin_no_other():
    text = (
        "   Паром «Антон Чехов» стал ходить на линии между нашим портом и заморским\n"
        "с весны 1996 года, и рейсы продолжались до самого конца навигации, а лишь\n"
        "затем прекратились совсем.\n"
        "   Договор о связях университетов (подписан 12.12.1996, вступил в силу\n"
        "01.01.1997) позволил обменяться лекторами по вирусологии: весенний семестр\n"
        "1998 - профессор Хольц, осенний семестр 1998 - доцент Румянцева из нашего\n"
        "института.\n"
    )
    note = read_text(f"О сотрудничестве Санкт-Петербурга и города Брно (Чехия)\n\nСобытия\n{text}")
    assert [event.dating.date.edtf for event in note.events] == ["1996-21/..", "1996-12-12"]


def test_lines_that_stand_in_begin_paragraphs_where_the_others_do_not():
    text = (
        "     2. Основные мероприятия, проведенные в рамках сотрудничества двух сторон\n"
        "     Правовую основу сотрудничества составляет договор двух сторон, который\n"
        "подписан весной.\n     Вторую основу составляет протокол о намерениях, который подписан\n"
        "осенью.\n     Третью основу составляет обмен письмами, о котором стороны\n"
        "условились зимой.\n"
    )
    assert [block.text.split()[0] for block in blocks_of(text)] == [
        "Основные",
        "Правовую",
        "Вторую",
        "Третью",
    ]


def test_numbers_of_headings_are_known_with_a_list_between_them():
    text = "l. Направления\nа) порты;\n6) музеи.\n2. События\nФорум.\nЗ. Контакты\n"
    assert [block.form for block in blocks_of(text)] == [
        "number",
        "letter",
        "number",
        "number",
        None,
        "number",
    ]


def test_a_verb_at_the_end_of_a_line_asks_for_the_next():
    text = "- 2 кв. 2014 – ответная миссия. Формирует\nСоюз предпринимателей\n- 2015 – форум\n"
    assert len(blocks_of(text)) == 2


def test_a_figure_at_the_head_of_a_word_is_a_letter():
    assert repaired("обмен опытом 6иблиотек, 6человек") == "обмен опытом библиотек, 6человек"


@pytest.mark.parametrize(
    ("cut", "whole", "edtf"),
    [
        ("Концерт хора состоялся 5 мая\n2018 года в Филармонии.", None, "2018-05-05"),
        ("Делегация посетила город в сентябре\n2019 г. и обсудила планы.", None, "2019-09"),
        ("Делегация посетила город в\n2019 году и обсудила планы.", None, "2019"),
        ("Делегация прибыла 12\nмая 2019 года.", None, "2019-05-12"),
        ("В сентябре\n2019 г. прошла ярмарка.", None, "2019-09"),
        ("С 10\nпо 12 октября 2013 г. прошёл семинар.", None, "2013-10-10/2013-10-12"),
        ("15, 17\nи 20 апреля 2016 г. прошли концерты.", None, "2016-04-15/2016-04-20"),
        ("5 июня\n2013 г. делегация посетила город.", None, "2013-06-05"),
        ("Партнерские связи были установлены\nв 1958 г.", None, "1958"),
        # A year that stands alone above what happened in it ends nothing.
        ("Визит мэра в мае\n2014 год\nВыставка в июне", "Визит мэра в мае", "2016-05"),
    ],
)
def test_a_line_that_ends_inside_a_date_goes_on(cut, whole, edtf):
    note = read_text(f"Основные события\n\nВ мае 2016 г. прошёл семинар.\n\n{cut}\n")
    assert note.events[1].text == (whole or " ".join(cut.split()))
    assert note.events[1].dating.date.edtf == edtf


@pytest.mark.parametrize(
    "cut",
    [
        "Товарооборот города за 2018 год\nвырос на 11 %.",
        "В 2007 г. петербургские скульпторы\nучаствовали в конкурсе.",
        "4 октября – товарищеский матч ветеранов\nфутбола в Брно.",
        "В 2000 г. на верфях\nСанкт-Петербурга прошёл ремонт судна.",
        "Седьмое заседание состоялось\n3 – 4 марта 2004 г. в Брно.",
        "Комитет представил город на выставке (30 ноября\n– 3 декабря 2010 г.).",
        "В 2011 г. на встрече присутствовали представители\n35 турфирм.",
        "Прошёл приём делегации из\nСиены.",
        "• с 20 мая по 2 июня 2009 г.\n– дни кухни Марселя в ресторанах",
    ],
)
def test_a_sentence_that_a_stray_line_end_cut_is_whole(cut):
    (block,) = blocks_of(cut)
    assert block.text == " ".join(cut.removeprefix("• ").split())


@pytest.mark.parametrize(
    "lines",
    [
        "12.06.08 – подписан меморандум\nлето 2008 г. – языковая школа",
        "В мае состоялся визит делегации\nВ июне прошла выставка",
        "Подписано соглашение\nСтажировки врачей",
        "Иванов Иван Иванович\n576-00-11",
    ],
)
def test_lines_that_each_tell_of_something_stay_apart(lines):
    assert [block.text for block in blocks_of(lines)] == lines.split("\n")


def test_a_heading_goes_on_in_the_line_below():
    note = read_text(
        "I. Перспективные направления\nсотрудничества:\n\n- культура;\n- туризм.\n\n"
        "II. Основные\nсобытия\n\n5 мая 2013 г. состоялся семинар.\n\n"
        "III. Контактное лицо в Комитете по\nвнешним связям:\n\nИванов Иван Иванович\n"
    )
    assert [heading.text for heading in note.headings] == [
        "I. Перспективные направления сотрудничества:",
        "II. Основные события",
        "III. Контактное лицо в Комитете по внешним связям:",
    ]
    assert [direction.text for direction in note.directions] == ["культура", "туризм"]


def test_what_stands_below_a_heading_in_small_letters_is_no_part_of_it():
    note = read_text("Перспективные направления\nкультура, туризм, спорт.\n\nСобытия\n2013 год\n")
    assert note.headings[0].text == "Перспективные направления"


def test_a_note_that_came_as_one_line():
    told = (
        "В мае 2013 г. в Брно прошла выставка петербургских художников, её посетили многие. "
        "В июне 2014 г. состоялся семинар по реставрации, в котором участвовали мастера города. "
    )
    note = read_text(
        "Справка о сотрудничестве с городом Брно (Чехия) I. Перспективные направления "
        "сотрудничества: - культура и реставрация памятников; - туризм. II. Основные события. "
        + told
        * 4
        + "III. Контактное лицо в Комитете по внешним связям Санкт-Петербурга: Консультант отдела "
        "стран Центральной Европы Громов Павел Андреевич, тел. 576-00-17"
    )
    assert [(heading.section, heading.text) for heading in note.headings] == [
        ("title", "Справка о сотрудничестве с городом Брно (Чехия)"),
        ("directions", "I. Перспективные направления сотрудничества:"),
        ("events", "II. Основные события."),
        ("contacts", "III. Контактное лицо в Комитете по внешним связям Санкт-Петербурга:"),
    ]
    assert [direction.text for direction in note.directions] == [
        "культура и реставрация памятников",
        "туризм",
    ]
    assert [event.dating.date.edtf for event in note.events][:2] == ["2013-05", "2014-06"]
    assert [contact.surname for contact in note.contacts] == ["Громов"]


def test_a_long_paragraph_with_one_short_sentence_is_no_note_in_itself():
    sentence = "В мае 2013 г. в Брно прошла выставка, её посетили министр и многие другие. "
    (block,) = blocks_of(sentence * 6 + "Итоги визита. " + sentence * 6)
    assert block.text.count("В мае") == 12


def test_letters_of_another_alphabet_that_look_alike_are_read():
    alike = str.maketrans("аеосрхуАЕОСРХВНКМТ", "aeocpxyAEOCPXBHKMT")
    note = (
        "Перспективные направления\n– культура\nОсновные события\n"
        "В мае 2013 г. в Брно прошёл семинар.\nКонтактное лицо\nКоролева О.В., тел. 576-68-33\n"
    )
    read, seen = read_text(note), read_text(note.translate(alike))
    assert [event.dating.date for event in seen.events] == [read.events[0].dating.date]
    assert [(person.surname, person.initials) for person in seen.contacts] == [
        ("Королева", "О. В.")
    ]
    assert len(seen.directions) == 1
