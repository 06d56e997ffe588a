"""Blocks of contacts: names and posts in the nominative, telephone numbers, e-mails, sides."""

import pytest

from briefings.reading import Home, read_text
from briefings.reading.names import find_names
from briefings.reading.numbers import find_emails, find_numbers
from briefings.reading.posts import nominative
from briefings.reading.stretch import lowered


def note(text):
    return read_text("Направления сотрудничества\n– порты\nКонтакты\n" + text)


def contacts(text):
    return note(text).contacts


def codes(text):
    return {warning.code for warning in note(text).warnings}


@pytest.mark.parametrize(
    "text",
    [
        "Главный специалист отдела стран Азии УМС Ким А.С., тел.: 576-00-42",
        "Ким А.С. – главный специалист отдела стран Азии УМС – 576-00-42",
        "Отдел стран Азии УМС\nглавный специалист – Ким А. С.\nтел. 576-00-42",
        "Ким А. С.\nгл. специалист отдела стран Азии УМС\n576 00 42",
        "ФИО\tДолжность\tТелефон\nКим А.С.\tглавный специалист отдела стран Азии УМС\t576-00-42",
    ],
)
def test_one_person_in_many_layouts(text):
    (person,) = contacts(text)
    assert (person.surname, person.initials, person.unit) == ("Ким", "А. С.", "УМС")
    assert (person.position.lower(), person.department.lower()) == (
        "главный специалист",
        "отдел стран азии",
    )
    assert [phone.e164 for phone in person.phones] == ["+78125760042"]
    assert person.phones[0].area_code_inferred
    assert {"area_code_inferred", "abbreviation"} <= codes(text)


def test_several_people():
    people = contacts(
        "Начальник отдела стран Азии Орлова Светлана Петровна, 576-00-01\n"
        "Жук И.В., главный специалист, 576-00-02, 576-00-03 (факс); Яна Котова, 576-00-04"
    )
    assert [person.surname for person in people] == ["Орлова", "Жук", "Котова"]
    assert [(p.kind, p.e164[-4:]) for p in people[1].phones] == [("phone", "0002"), ("fax", "0003")]


def test_a_name_and_post_in_another_case():
    text = (
        "Обращаться к главному специалисту отдела стран Азии Самойловой Ольге Петровне, тел. "
        "576-00-42"
    )
    (person,) = contacts(text)
    assert (person.surname, person.given, person.patronymic) == ("Самойлова", "Ольга", "Петровна")
    assert person.position == "главный специалист"
    assert person.as_written == "Самойловой Ольге Петровне"
    assert "name_in_oblique_case" in codes(text)


def test_a_vacant_post_and_a_post_without_a_name():
    (person,) = contacts("Начальник отдела стран Азии – вакансия, тел. 576-00-42")
    assert (person.vacant, person.surname, person.position) == (True, None, "Начальник отдела")
    assert "vacant_contact" in codes("Начальник отдела стран Азии – вакансия, тел. 576-00-42")
    assert "no_contact_name" in codes("Отдел стран Азии: 576-00-42")


def test_who_acts_for_another():
    (person,) = contacts("И.о. начальника отдела стран Азии Жилин Антон Игоревич, 576-00-42")
    assert (person.position, person.acting) == ("начальник отдела", True)


def test_the_partners_side():
    ours, theirs = contacts(
        "От Комитета: Ким А.С., консультант, 576-00-42\n"
        "От муниципалитета: Мария Гонсалес, директор департамента культуры, +54 351 428 5600"
    )
    assert (ours.side, theirs.side, theirs.surname, theirs.organisation) == (
        "committee",
        "partner",
        "Гонсалес",
        None,
    )
    assert ours.organisation == Home().committee


def test_a_mobile_number_is_said():
    (person,) = contacts("Ким А.С., 576-00-42, моб. 8-921-000-00-73")
    assert [(phone.e164, phone.kind) for phone in person.phones][1] == ("+79210000073", "mobile")
    assert "mobile_phone" in codes("Ким А.С., моб. 8-921-000-00-73")


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("тел: 576-68-33.", [("+78125766833", "phone", None)]),
        ("8 (812) 576-68-33", [("+78125766833", "phone", None)]),
        ("+7 (812) 576 68 33", [("+78125766833", "phone", None)]),
        ("(812)5766833", [("+78125766833", "phone", None)]),
        ("тел./факс: 576-68-33", [("+78125766833", "phone_fax", None)]),
        ("т/ф 576-68-33", [("+78125766833", "phone_fax", None)]),
        ("576-68-33 (факс)", [("+78125766833", "fax", None)]),
        (
            "576-68-33 доб. 215, факс 576-68-34",
            [("+78125766833", "phone", "215"), ("+78125766834", "fax", None)],
        ),
        ("576-68-33 (вн. 12)", [("+78125766833", "phone", "12")]),
        ("576-70-01/02", [("+78125767001", "phone", None), ("+78125767002", "phone", None)]),
        ("576 - ОО - 91", [("+78125760091", "phone", None)]),
        ("+32 3 338 72 22", [("+3233387222", "phone", None)]),
        ("8-921-000-00-73", [("+79210000073", "mobile", None)]),
        ("в 2013 году 12 человек", []),
    ],
)
def test_telephone_numbers(text, numbers):
    found = find_numbers(lowered(text), Home())
    assert [(number.e164, number.kind, number.ext) for number in found] == numbers


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("e-mail: petrov@example.org", "petrov@example.org"),
        ("petrov @ example.org", "petrov@example.org"),
        ("petrov@ехample.org", "petrov@example.org"),
        ("petrov[at]example.org", "petrov@example.org"),
        ("a.petrov-2@mail.example.org.", "a.petrov-2@mail.example.org"),
    ],
)
def test_addresses_are_mended(text, address):
    assert [email.address for email in find_emails(lowered(text))] == [address]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Королева О.В., тел.", ("Королева", None, None, "О. В.")),
        ("Е.А. Дорохова", ("Дорохова", None, None, "Е. А.")),
        ("ОРЛОВА Светлана Петровна", ("Орлова", "Светлана", "Петровна", "С. П.")),
        ("Павел Андреевич Громов", ("Громов", "Павел", "Андреевич", "П. А.")),
        ("Львовым Антоном Викторовичем", ("Львов", "Антон", "Викторович", "А. В.")),
        ("Яна Котова,", ("Котова", "Яна", None, "Я.")),
        ("Котова Яна", ("Котова", "Яна", None, "Я.")),
        ("Maria Gonzalez", ("Gonzalez", "Maria", None, "M.")),
        ("Д’Артаньян Шарль Иванович", ("Д’Артаньян", "Шарль", "Иванович", "Ш. И.")),
        ("О'Нил Дж.", ("О'Нил", None, None, "Дж.")),
        ("фон Бок Иван Карлович", ("фон Бок", "Иван", "Карлович", "И. К.")),
    ],
)
def test_names(text, name):
    (found,) = find_names(text)
    assert (found.surname, found.given, found.patronymic, found.initials) == name


@pytest.mark.parametrize(
    ("line", "surnames"),
    [
        ("Главный специалист отдела стран Европы Ларина М.И. Тел.: 576-00-21", ["Ларина"]),
        (
            "Начальник отдела Ларина М.И. Тел.: 576-00-21. Консультант Петров П.П. Факс: "
            "576-00-22.",
            ["Ларина", "Петров"],
        ),
        ("Петрова-Водкина Анна-Мария Сергеевна, 576-00-21", ["Петрова-Водкина"]),
    ],
)
def test_what_stands_behind_a_name_is_no_name(line, surnames):
    assert [person.surname for person in contacts(line)] == surnames


@pytest.mark.parametrize(
    ("written", "surname", "given"),
    [
        ("О’Нил Джон", "О’Нил", "Джон"),
        ("Мак-Магон Ян", "Мак-Магон", "Ян"),
        ("ван дер Берг Ян", "ван дер Берг", "Ян"),
        ("Салех аль-Хаким", "аль-Хаким", "Салех"),
        ("Пьер де Ла Тур", "де Ла Тур", "Пьер"),
    ],
)
def test_a_foreign_name_behind_a_department(written, surname, given):
    (person,) = contacts(
        f"Советник управления международного сотрудничества {written}, тел.: 576-00-11"
    )
    assert (person.surname, person.given) == (surname, given)
    assert person.department == "управление международного сотрудничества"


def test_a_foreign_name_in_another_case():
    (person,) = contacts("обращаться к советнику д’Артаньяну Шарлю Ивановичу, тел.: 576-00-11")
    assert (person.surname, person.given, person.patronymic) == ("д’Артаньян", "Шарль", "Иванович")


def test_what_is_no_name():
    assert find_names("Отдел стран Северной Европы и Балтии, Санкт-Петербург") == []


@pytest.mark.parametrize(
    ("phrase", "turned"),
    [
        ("главному специалисту", "главный специалист"),
        ("Заместителя начальника отдела", "Заместитель начальника отдела"),
        ("отдела стран Азии", "отдел стран Азии"),
        ("Управления международного сотрудничества", "Управление международного сотрудничества"),
        ("консультант", "консультант"),
    ],
)
def test_posts_and_bodies_in_the_nominative(phrase, turned):
    assert nominative(phrase) == turned


@pytest.mark.parametrize(
    ("line", "position", "department"),
    [
        ("Директор по внешним связям Петров П. И., 576-77-88", "Директор по внешним связям", None),
        ("Специалист 1 категории Петров П. И., 576-77-88", "Специалист 1 категории", None),
        ("Петров П. И., координатор международных программ", "координатор международных программ",
         None),
        ("Начальник отдела стран Вост. Европы Петров П. И., 576-77-88", "Начальник отдела",
         "отдел стран Вост. Европы"),
    ],
)  # fmt: skip
def test_what_a_post_is_for_belongs_to_it(line, position, department):
    (person,) = contacts(line)
    assert (person.surname, person.position, person.department) == ("Петров", position, department)


def test_the_same_department_and_a_vacancy_pass_it_on():
    people = contacts(
        "Начальник отдела стран Азии Ким О. П., 576-77-90\n"
        "Консультант того же отдела Лим А. П., 576-77-91\n"
        "Отдел протокола: вакансия; консультант Бим Б. Б., 576-77-92"
    )
    assert [(p.surname, p.department, p.vacant) for p in people] == [
        ("Ким", "отдел стран Азии", False),
        ("Лим", "отдел стран Азии", False),
        (None, "Отдел протокола", True),
        ("Бим", "Отдел протокола", False),
    ]


def test_a_womans_surname_stays_a_womans():
    people = contacts(
        "Специалист по связям с регионами Кузьмина А. А., 576-10-11\n"
        "Ответственный за связи с Брно — Гусева Н. Н., 576-10-12"
    )
    assert [person.surname for person in people] == ["Кузьмина", "Гусева"]


def test_a_town_hall_is_no_post():
    (person,) = contacts("От мэрии Брно: советник мэра Ян Новотный, тел. +420 542 17 20 00")
    assert (person.surname, person.position, person.side) == (
        "Новотный",
        "советник мэра",
        "partner",
    )


def test_a_table_of_contacts_whose_cells_go_on():
    people = contacts(
        "\tФ.И.О., должность\tТелефон, факс\tЭл. почта\n"
        "КВС\tБеляева Ирина Константиновна,\tтел. 576-11-24\tb@example.org\n"
        "\tначальник отдела стран Азии\tфакс 576-11-25\n"
        "Брно\tЛи Хунся,\t+420 542 17 20 00\tl@example.org\n"
    )
    assert [(p.surname, p.position) for p in people] == [
        ("Беляева", "начальник отдела"),
        ("Ли", None),
    ]
    assert [phone.kind for phone in people[0].phones] == ["phone", "fax"]


def test_a_number_whose_last_figures_were_scanned_as_letters():
    (person,) = contacts("Ким А.С., тел. 276-l4-lо")
    assert [phone.e164 for phone in person.phones] == ["+78122761410"]


def test_a_person_in_the_dative_of_the_same_department():
    first, second = contacts(
        "Обращаться к главному специалисту отдела стран Азии Соколовой Ирине Львовне, 576-00-64. "
        "В её отсутствие - к консультанту того же отдела Паку Д.С., 576-00-65."
    )
    assert (second.surname, second.department) == ("Пак", first.department)


def test_a_name_of_short_words_that_a_title_announces():
    (person,) = contacts("координатор Управления международных связей\nг-н Ли Мин Хо\n576-00-17")
    assert (person.surname, person.given, person.position) == ("Ли", "Мин Хо", "координатор")


@pytest.mark.parametrize(
    ("numbers", "ends"),
    [
        ("576-00-21, 22, 23", ["21", "22", "23"]),
        ("576-00-21, -22", ["21", "22"]),
        ("576-00-21 и 22, факс 576-00-30.", ["21", "22", "30"]),
        ("576-00-21, каб. 22", ["21"]),
        ("576-00-21, 22 каб.", ["21"]),
    ],
)
def test_numbers_that_share_their_first_figures(numbers, ends):
    (person,) = contacts(f"Ким А.С., тел.: {numbers}")
    assert [phone.e164[-2:] for phone in person.phones] == ends


def test_an_address_broken_at_its_sign():
    (person,) = contacts("Ким А.С., тел. 576-00-21\nkim@\nkvs.gov.spb.ru")
    assert person.emails == ("kim@kvs.gov.spb.ru",)


def test_a_name_in_its_own_letters_is_no_other_person():
    (person,) = contacts("Ян Новак (Jan Novák), советник мэрии Брно, тел. +420 542 17 11 11")
    assert (person.surname, person.given, person.side) == ("Новак", "Ян", "partner")
