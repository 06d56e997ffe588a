"""What a note says, before it becomes a file."""

import datetime

import pytest
from django.utils.translation import override

from briefings.writing.composing import compose
from briefings.writing.note import Mark, Words, plain
from briefings.writing.records import MOST_EVENTS, Choice, TooManyEventsError, records_of
from core.publishing import Status
from events.models import Event
from tests.factories import (
    make_contact,
    make_department,
    make_direction,
    make_event,
    make_partner,
    make_tie,
    sectors,
)

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 11, 25)


def note_of(partner, language="ru", **choice):
    choice = Choice(as_of=TODAY, **choice)
    with override(language):
        return compose(records_of(partner, choice), choice)


def shown(paragraph):
    """Footnotes as [1], spaces that do not break as plain ones."""
    words = [f"[{p.number}]" if isinstance(p, Mark) else p.text for p in paragraph]
    return "".join(words).replace("\u00a0", " ")


def lines(note, section):
    return [shown(paragraph) for paragraph in note.sections[section].paragraphs]


def footnotes(note):
    return [shown(paragraph) for paragraph in note.footnotes]


@pytest.fixture
def city(db):
    return make_partner("turku", name_ru="Турку", name_en="Turku", name_nl="Turku", country="FI")


@pytest.mark.parametrize(
    ("language", "title", "as_of", "headings"),
    [
        (
            "ru",
            "Справка о сотрудничестве с городом Турку (Финляндия)",
            "по состоянию на 25 ноября 2026 г.",
            [
                "I. Перспективные направления сотрудничества:",
                "II. Основные события.",
                "III. Контактное лицо в Комитете по внешним связям Санкт-Петербурга:",
            ],
        ),
        (
            "en",
            "Note on cooperation with the city of Turku (Finland)",
            "as of 25 November 2026",
            [
                "I. Prospective directions of cooperation:",
                "II. Main events.",
                "III. Contact person at the Committee for External Relations of Saint Petersburg:",
            ],
        ),
        (
            "nl",
            "Nota over de samenwerking met de stad Turku (Finland)",
            "stand op 25 november 2026",
            [
                "I. Toekomstige samenwerkingsrichtingen:",
                "II. Belangrijkste evenementen.",
                "III. Contactpersoon (Comité voor externe betrekkingen van Sint-Petersburg):",
            ],
        ),
    ],
)
def test_the_form_is_the_committee_s(city, language, title, as_of, headings):
    note = note_of(city, language)
    assert note.plain_title == title
    assert note.as_of.replace("\u00a0", " ") == as_of
    assert [shown(section.heading) for section in note.sections] == headings
    assert [lines(note, number) for number in range(3)] == [["—"]] * 3


@pytest.mark.parametrize(
    ("kind", "name", "title"),
    [
        ("region", "Фландрия", "Справка о сотрудничестве с регионом Фландрия"),
        ("country", "Сербия", "Справка о сотрудничестве с государством Сербия"),
    ],
)
def test_the_title_says_what_the_partner_is(kind, name, title):
    partner = make_partner(name_ru=name, kind=kind, country="")
    assert note_of(partner).plain_title == title


def test_directions_are_points_that_end_as_in_the_note(city):
    make_direction(city, order=1, title_ru="Сотрудничество портов", text_ru="Развитие портов.")
    make_direction(city, order=2, title_ru="Туризм", text_ru="Туризм и отдых;")
    make_direction(city, order=3, title_ru="ИТ и связь")
    make_direction(city, order=4, title_ru="Финляндия как рынок")
    assert lines(note_of(city), 0) == [
        "сотрудничество портов: развитие портов;",
        "туризм и отдых;",
        "ИТ и связь;",
        "Финляндия как рынок.",
    ]


def test_the_years_of_a_direction_stand_in_a_footnote(city):
    make_direction(city, title_ru="Порты", valid="2014/2016")
    note = note_of(city)
    assert lines(note, 0) == ["порты[1]."]
    assert footnotes(note) == ["Годы: 2014–2016 гг."]


@pytest.mark.parametrize(
    ("values", "line"),
    [
        (
            {"title_ru": "Семинар для врачей", "summary_ru": "Его провёл университет"},
            "В феврале 2013 г. – семинар для врачей. Его провёл университет.",
        ),
        ({"title_ru": "Прошёл семинар"}, "В феврале 2013 г. прошёл семинар."),
        (
            {"title_ru": "Визит мэра, который был первым"},
            "В феврале 2013 г. – визит мэра, который был первым.",
        ),
        ({"title_ru": "Дни Турку"}, "В феврале 2013 г. – Дни Турку."),
        ({"title_ru": "Турку в Смольном"}, "В феврале 2013 г. – Турку в Смольном."),
        (
            {"title_ru": "Семинар", "event_status": "planned", "place_ru": "Смольный"},
            "В феврале 2013 г. (запланировано) – семинар (Смольный).",
        ),
        (
            {
                "title_ru": "Семинар",
                "summary_ru": "Прошёл в Смольном.",
                "place_ru": "Смольный, Санкт-Петербург",
            },
            "В феврале 2013 г. – семинар (Санкт-Петербург). Прошёл в Смольном.",
        ),
        (
            {"title_ru": "Семинар", "summary_ru": "Семинар провёл порт.", "body_ru": "<p>Да</p>"},
            "В феврале 2013 г. семинар провёл порт. Да.",
        ),
        (
            {
                "title_ru": "Визит мэра",
                "summary_ru": "Гости видели порт.",
                "body_ru": "<p>Гости видели порт. Им понравилось.</p>",
            },
            "В феврале 2013 г. – визит мэра. Гости видели порт. Им понравилось.",
        ),
        (
            {"title_ru": "Семинар", "persons_ru": "Ян Дегриз", "organisations_ru": "Порт Турку"},
            "В феврале 2013 г. – семинар. Упомянуты: Порт Турку, Ян Дегриз.",
        ),
        (
            {"title_ru": "Семинар", "summary_ru": "Его вёл Ян Дегриз.", "persons_ru": "Ян Дегриз"},
            "В феврале 2013 г. – семинар. Его вёл Ян Дегриз.",
        ),
        (
            {"title_ru": "Прошёл семинар", "summary_ru": "В феврале 2013 года прошёл семинар. Да."},
            "В феврале 2013 года прошёл семинар. Да.",
        ),
        (
            {"title_ru": "Прошёл семинар для врачей", "summary_ru": "Семинар прошёл в феврале."},
            "В феврале 2013 г. прошёл семинар для врачей.",
        ),
    ],
)
def test_an_event_is_one_paragraph_that_opens_with_its_date(city, values, line):
    make_event(date="2013-02", partners=[city], **values)
    note = note_of(city)
    assert lines(note, 1) == [line]
    assert footnotes(note) == []


def test_parts_follow_their_event_unless_it_tells_them(city):
    event = make_event(date="2013", title_ru="Визит", partners=[city], parts=["Был концерт."])
    event.parts.create(title_ru="Встреча", text_ru="Говорили о портах.", order=2)
    event.parts.create(text_ru="На концерте был Ян.", order=3)
    assert lines(note_of(city), 1) == [
        "В 2013 г. – визит. Был концерт. Встреча: Говорили о портах. На концерте был Ян."
    ]


def test_a_sentence_with_another_date_is_a_footnote(city):
    """In a note each dated sentence is an event; these belong to the event above them."""
    summary = "Подписан протокол. Ответный визит был в 2015 г. Его ждали до марта. Все довольны."
    make_event(date="2013-02", title_ru="Визит", summary_ru=summary, partners=[city])
    note = note_of(city)
    assert lines(note, 1) == ["В феврале 2013 г. – визит. Подписан протокол[1]. Все довольны."]
    assert footnotes(note) == ["Ответный визит был в 2015 г. Его ждали до марта."]


def test_an_undated_event_stands_last_without_a_date(city):
    make_event(title_ru="Выставка", partners=[city])
    make_event(title_ru="Визит", date="2013", partners=[city])
    assert lines(note_of(city), 1) == ["В 2013 г. – визит.", "Выставка."]


def test_a_tie_without_an_event_is_told_at_its_date(city):
    make_tie(city, kind="agreement", since="2003-10-21", until="2010", state="ended")
    make_tie(city, kind="friendly_ties")
    make_event(title_ru="Визит", date="1999", partners=[city])
    note = note_of(city)
    assert lines(note, 1) == [
        "Установлены дружественные связи с городом Турку.",
        "В 1999 г. – визит.",
        "21 октября 2003 г. заключено соглашение о сотрудничестве с городом Турку. Завершено[1].",
    ]
    assert footnotes(note) == ["Окончание: 2010 г."]


def test_a_tie_that_an_event_records_is_told_there(city):
    make_tie(city, kind="friendly_ties", since="1953", note_ru="Первые в стране.", state="active")
    make_event(title_ru="Начало дружбы", date="1953", kind="ties_established", partners=[city])
    assert lines(note_of(city), 1) == ["В 1953 г. – начало дружбы. Действует. Первые в стране."]


@pytest.mark.parametrize(
    ("position", "department", "line"),
    [
        (
            "главный специалист",
            "Отдел стран Азии",
            "Главный специалист отдела стран Азии Белых О. В.",
        ),
        ("Начальник отдела", "Отдел стран Азии", "Начальник отдела стран Азии Белых О. В."),
        ("Начальник отдела", "Сектор протокола", "Начальник отдела, Сектор протокола, Белых О. В."),
        ("Консультант", None, "Консультант, Белых О. В."),
        ("", "Отдел стран Азии", "Отдел стран Азии, Белых О. В."),
        ("Консультант", "УМС", "Консультант, УМС, Белых О. В."),
        ("", None, "Белых О. В."),
    ],
)
def test_a_contact_is_named_with_post_and_numbers(city, position, department, line):
    contact = make_contact(
        surname_ru="Белых",
        given_ru="О.",
        patronymic_ru="В.",
        position_ru=position,
        department=make_department(department) if department else None,
        partners=[city],
        phones=["+78125766833", "+3233387222"],
        email="belykh@example.org",
    )
    contact.phones.filter(order=1).update(extension="12")
    assert lines(note_of(city), 2) == [
        f"{line}, тел.: (812) 576-68-33, доб. 12; +32 3 338 72 22, e-mail: belykh@example.org."
    ]


def test_several_contacts_have_a_heading_in_the_plural(city):
    for _ in range(2):
        make_contact(partners=[city])
    assert shown(note_of(city).sections[2].heading).startswith("III. Контактные лица в Комитете")


def test_a_source_holds_until_another_is_named(city):
    for order, source in enumerate(["А", "А", "", "", "Б"]):
        make_direction(city, order=order, title_ru="Порты", source_ru=source)
    make_event(date="2013", title_ru="Визит", source_url="https://example.org/1", partners=[city])
    note = note_of(city, sources=True)
    assert lines(note, 0) == ["порты[1];", "порты;", "порты[2];", "порты;", "порты[3]."]
    assert lines(note, 1) == ["В 2013 г. – визит[4]."]
    assert footnotes(note) == [
        "Источник здесь и далее: А",
        "Источник не указан.",
        "Источник: Б",
        "Источник: https://example.org/1",
    ]
    assert footnotes(note_of(city)) == []


def test_what_is_not_translated_stands_in_russian_and_says_so(city):
    make_event(
        date="2013-02",
        title_ru="Семинар",
        title_en="Seminar",
        summary_ru="Его вёл университет. Все довольны.",
        partners=[city],
    )
    note = note_of(city, "en")
    assert note.sections[1].paragraphs == (
        (
            Words("In February\u00a02013: Seminar.".replace("\u00a0", " "), "en"),
            Words(" Его вёл университет. Все довольны.", "ru", True),
        ),
    )
    assert note.remarks == ("Texts in italics are not translated yet: they stand in Russian.",)
    assert note_of(city, "ru").remarks == ()


def test_a_sentence_in_russian_does_not_say_the_date_again(city):
    make_event(
        partners=[city], title_ru="Семинар по туризму", date="2013-02",
        summary_ru="В феврале 2013 г. прошел семинар по туризму. Обсуждены планы.",
    )  # fmt: skip
    assert lines(note_of(city, "en"), 1) == [
        "In February 2013: прошел семинар по туризму. Обсуждены планы."
    ]


def test_years_and_sectors_narrow_the_note_and_it_says_so(city):
    make_direction(city, title_ru="Порты", sector_codes=["transport"])
    make_direction(city, title_ru="Музеи", sector_codes=["culture"], valid="2001/2002")
    make_event(date="2013", title_ru="Визит", sector_codes=["transport"], partners=[city])
    make_event(date="2013", title_ru="Концерт", sector_codes=["culture"], partners=[city])
    make_event(date="1999", title_ru="Рейс", sector_codes=["transport"], partners=[city])
    make_event(title_ru="Без даты", sector_codes=["transport"], partners=[city])
    note = note_of(city, years=(2012, 2014), sectors=tuple(sectors("transport")))
    assert lines(note, 0) == ["порты."]
    assert lines(note, 1) == ["В 2013 г. – визит."]
    assert shown(note.title).endswith("(Финляндия)[1]")
    assert footnotes(note) == ["Отобрано для справки: годы: 2012–2014; отрасли: транспорт."]


def test_partners_inside_are_in_it(city):
    inside = make_partner(name_ru="Порт", parent=city)
    make_event(date="2013", title_ru="Визит", partners=[inside])
    hidden = make_partner(name_ru="Тайный", parent=city, status=Status.DRAFT)
    make_event(date="2014", title_ru="Тайна", partners=[hidden])
    assert lines(note_of(city), 1) == ["В 2013 г. – визит."]
    assert lines(note_of(city, drafts=True), 1) == ["В 2013 г. – визит.", "В 2014 г. – тайна."]


def test_only_what_is_public_unless_drafts_are_asked_for(city):
    for status in Status:
        make_event(date="2013", title_ru=f"Визит {status}", status=status, partners=[city])
    make_contact(surname_ru="Белых", may_be_published=False, partners=[city])
    note = note_of(city)
    assert lines(note, 1) == ["В 2013 г. – визит published."]
    assert (lines(note, 2), note.remarks) == (["—"], ())
    note = note_of(city, drafts=True)
    assert lines(note, 1) == [
        "В 2013 г. – визит draft[1].",
        "В 2013 г. – визит in_review[2].",
        "В 2013 г. – визит published.",
    ]
    assert lines(note, 2) == ["Белых[3]."]
    assert footnotes(note) == ["Черновик.", "На проверке.", "Не для публикации."]
    assert note.remarks == ("Черновик для сотрудников: учтено и неопубликованное.",)


def test_drafts_one_after_the_other_share_a_footnote(city):
    for year, status in ((2011, "draft"), (2012, "draft"), (2013, "published")):
        make_event(date=str(year), title_ru="Визит", status=status, partners=[city])
    note = note_of(city, drafts=True)
    assert lines(note, 1) == [
        "В 2011 г. – визит[1].",
        "В 2012 г. – визит.",
        "В 2013 г. – визит[2].",
    ]
    assert footnotes(note) == ["Черновик, здесь и далее.", "Опубликовано."]


@pytest.mark.parametrize("number", [1, 3])
def test_queries_do_not_grow_with_the_records(city, number, assert_queries):
    for _ in range(number):
        inside = make_partner(parent=city)
        make_direction(inside, sector_codes=["culture"], source_ru="А")
        make_event(date="2013", partners=[city, inside], sector_codes=["culture"], parts=["Да."])
        make_tie(inside, since="1961")
        make_contact(partners=[city], phones=["+78125766833"], department=make_department("Отдел"))
    with assert_queries(8):
        note = note_of(city, sources=True)
    assert len(note.sections[1].paragraphs) == 2 * number


def test_more_events_than_a_note_holds_are_refused(city):
    events = [
        Event(slug=f"e{number}", title_ru="Визит", date="2013", status=Status.PUBLISHED)
        for number in range(MOST_EVENTS + 1)
    ]
    links = Event.partners.through
    links.objects.bulk_create(
        links(event_id=event.pk, partner_id=city.pk) for event in Event.objects.bulk_create(events)
    )
    with pytest.raises(TooManyEventsError) as refused:
        note_of(city)
    assert refused.value.number == MOST_EVENTS + 1
    assert (
        plain(note_of(city, years=(2014, 2014)).title)
        == note_of(city, years=(2014, 2014)).plain_title
    )
