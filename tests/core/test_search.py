"""Who writes the search column, what it finds in which order, and what typing errors mean."""

import io
import json

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from contacts.models import ContactPerson, Department
from cooperation.models import Direction, Partner, Tie
from core.db import install_token_index
from core.publishing import Status
from core.search.column import search_field
from core.search.correcting import correct
from core.search.question import ask
from core.search.writing import searched_models
from events.models import Event, Part
from tests.factories import (
    make_contact,
    make_department,
    make_direction,
    make_event,
    make_partner,
    make_tie,
)

pytestmark = pytest.mark.django_db


def found(words, model=Event):
    return list(model.objects.matching(words).order_by("pk"))


# Written whatever way a record is saved


def test_a_record_is_found_by_what_it_says_now_and_no_longer_by_what_it_said():
    event = make_event(title_ru="Выставка")
    assert found("выставки") == [event]
    event.title_ru = "Концерт"
    event.save()
    assert (found("выставки"), found("концертом")) == ([], [event])
    event.delete()
    assert found("концертом") == []


def test_saving_some_fields_writes_the_column_too():
    event = make_event(title_ru="Выставка")
    event.title_ru = "Концерт"
    event.save(update_fields=["title_ru"])
    assert (found("выставки"), found("концерт")) == ([], [event])


def test_a_record_read_without_the_column_writes_it_all_the_same():
    make_event("a", title_ru="Выставка", partners=[make_partner()])
    event = Event.objects.public().get(slug="a")
    assert "search" in event.get_deferred_fields()
    event.title_ru = "Концерт"
    event.save()
    assert found("концерт") == [event]


def test_the_language_at_hand_changes_nothing():
    with override("nl"):
        event = make_event(title_ru="Выставка", title_en="Exhibition", title_nl="Tentoonstelling")
    for words in ("выставку", "exhibitions", "tentoonstellingen", "выставка exhibition"):
        assert found(words) == [event]


def test_many_at_once():
    made = Event.objects.bulk_create([Event(slug=f"e{n}", title_ru=f"Визит {n}") for n in range(3)])
    assert found("визиты") == made
    for event in made:
        event.title_ru = "Концерт"
    Event.objects.bulk_update(made, ["title_ru"])
    assert (found("визит"), found("концерты")) == ([], made)
    Event.objects.filter(title_ru="Концерт").update(title_ru="Выставка")
    assert (found("концерты"), found("выставки")) == ([], made)


def test_update_or_create():
    event, _new = Event.objects.update_or_create(slug="a", defaults={"title_ru": "Визит"})
    Event.objects.update_or_create(slug="a", defaults={"title_ru": "Концерт"})
    assert (found("визит"), found("концерт")) == ([], [event])


def test_a_dump_that_is_loaded_elsewhere(tmp_path):
    partner = make_partner("city", name_ru="Гент")
    make_direction(partner, title_ru="Мода")
    event = make_event("a", title_ru="Выставка", parts=["Открытие"], partners=[partner])
    make_contact(surname_ru="Левен", department=make_department("Отдел Балтии"))
    dump = io.StringIO()
    call_command("dumpdata", "events", "cooperation", "contacts", stdout=dump)
    records = json.loads(dump.getvalue())
    assert not any("search" in record["fields"] for record in records)
    # The records that point first, as a dump may have them.
    file = tmp_path / "dump.json"
    file.write_text(json.dumps(records[::-1]), encoding="utf-8")
    for model in (Event, Direction, ContactPerson, Department, Partner):
        model.objects.all().delete()
    call_command("loaddata", str(file), verbosity=0)
    assert [e.slug for e in found("выставки открытия")] == [event.slug]
    assert found("гента", Direction) == list(Direction.objects.all())
    assert found("левену балтии", ContactPerson) == list(ContactPerson.objects.all())


def test_the_parts_of_an_event_belong_to_it():
    event = make_event(title_ru="Визит", parts=["Осмотр музея"])
    assert found("визит музей") == [event]
    part = event.parts.get()
    part.text_ru = "Осмотр порта"
    part.save()
    assert (found("музей"), found("порт")) == ([], [event])
    event.parts.update(text_ru="Осмотр театра")
    assert (found("порт"), found("театр")) == ([], [event])
    part.delete()
    assert found("театр") == []
    Part.objects.bulk_create(
        [Part(event=event, text_ru="Концерт"), Part(event=event, text_ru="Бал")]
    )
    assert found("концерт бал") == [event]
    event.parts.all().delete()
    assert found("концерт") == []


def test_names_that_a_record_takes_over_follow_their_records():
    partner = make_partner(name_ru="Гент")
    direction, tie = make_direction(partner), make_tie(partner)
    contact = make_contact(department=make_department("Отдел Балтии"))
    partner.name_ru = "Брюгге"
    partner.save()
    contact.department.name_ru = "Отдел Европы"
    contact.department.save()
    assert (found("гент", Direction), found("брюгге", Direction)) == ([], [direction])
    assert found("брюгге", Tie) == [tie]
    assert (found("балтия", ContactPerson), found("европа", ContactPerson)) == ([], [contact])
    Partner.objects.update(name_ru="Лёвен")
    Department.objects.update(name_ru="Отдел Азии")
    assert (found("брюгге", Direction), found("левене", Direction)) == ([], [direction])
    assert (found("европа", ContactPerson), found("азия", ContactPerson)) == ([], [contact])
    direction.partner = make_partner(name_ru="Намюр")
    direction.save()
    assert (found("левен", Direction), found("намюр", Direction)) == ([], [direction])


def test_what_is_rolled_back_was_never_found():
    with transaction.atomic():
        make_event(title_ru="Выставка")
        transaction.set_rollback(True)
    assert found("выставка") == []


def test_what_a_bulk_create_finds_there_already():
    event = make_event("a", title_ru="Визит", summary_ru="О моде", parts=["Порт"])
    again = Event(slug="a", title_ru="Выставка", title="Выставка")
    Event.objects.bulk_create(
        [again], update_conflicts=True, unique_fields=["slug"], update_fields=["title_ru"]
    )
    assert found("визит") == []
    assert found("выставка мода порт") == [event]


def test_an_event_is_deleted_with_its_parts():
    make_event("a", parts=["Порт", "Музей"])
    other = make_event("b", parts=["Порт"])
    Event.objects.filter(slug="a").delete()
    assert found("порт") == [other]


def test_of_a_text_too_long_for_any_index_the_beginning_is_found():
    words = " ".join(f"слово{number}" for number in range(60_000))
    event = make_event(title_ru="Визит", body_ru=f"<p>{words}</p>", place_ru="Гент")
    assert found("визит слово1") == [event]
    assert found("слово59999") == []


def rebuilt():
    out = io.StringIO()
    call_command("rebuild_search", stdout=out)
    return dict(line.split(": ") for line in out.getvalue().splitlines())


def test_rebuilding_mends_what_went_past_the_code_and_only_that():
    events = [make_event(title_ru=f"Выставка {n}") for n in range(3)]
    with connection.cursor() as cursor:
        cursor.execute("UPDATE events_event SET search = 'x' WHERE id = %s", [events[1].pk])
    assert found("выставка") == [events[0], events[2]]
    assert rebuilt()["events.Event"] == "3 records, 1 written anew"
    assert found("выставка") == events
    assert rebuilt()["events.Event"] == "3 records, 0 written anew"


def test_installing_the_index_again_changes_nothing():
    event = make_event(title_ru="Выставка")
    for model in searched_models():
        install_token_index(connection, search_field(model))
    assert found("выставка") == [event]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite keeps it by triggers")
def test_triggers_that_a_migration_dropped_come_back_and_what_they_missed_is_read():
    event = make_event(title_ru="Выставка")
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER events_event_search_update")
    event.title_ru = "Концерт"
    event.save()
    assert found("концерт") == []
    install_token_index(connection, search_field(Event))
    assert (found("выставка"), found("концерт")) == ([], [event])


# In which order


WEIGHTS = ["title_ru", "summary_ru", "body_ru", "persons_ru", "organisations_ru", "place_ru"]


def test_a_hit_counts_by_where_it_stands():
    make_event("none")
    for number, field in reversed(list(enumerate(WEIGHTS))):
        make_event(str(number), **{field: "Слово о порте"}, date=f"20{20 - number}")
    question = ask("порта")
    ordered = Event.objects.in_order().matching(question).by_relevance(question)
    assert [event.slug for event in ordered] == list("012345")


def test_among_equals_the_list_keeps_its_order():
    for slug, date in [("c", None), ("b", "2014"), ("a", "2013")]:
        make_event(slug, title_ru="Порт", date=date)
    question = ask("порт")
    ordered = Event.objects.in_order().matching(question).by_relevance(question)
    assert [event.slug for event in ordered] == list("abc")


def test_several_words_count_together():
    make_event("both", title_ru="Порт и мода", date="2015")
    make_event("far", title_ru="Порт", place_ru="Дом моды", date="2013")
    make_event("near", title_ru="Порт", summary_ru="О моде", date="2014")
    question = ask("мода портов")
    ordered = Event.objects.in_order().matching(question).by_relevance(question)
    assert [event.slug for event in ordered] == ["both", "near", "far"]


def test_a_number_is_not_taken_for_the_mark_of_a_part():
    make_event(title_ru="Встреча 2013", date=None)
    assert found("20130") == []


@pytest.mark.parametrize(
    ("date", "years", "others"),
    [
        ("2013-02", ["2013"], ["2012", "2014", "02"]),
        ("2012-05/2014-06", ["2012", "2013", "2014"], ["2015"]),
        ("199X", ["1990", "1995", "1999"], ["1989", "2000"]),
        ("2005/..", ["2005"], ["2006", "9999"]),
        ("1900/1999", ["1900", "1999"], ["1950"]),
        (None, [], ["2013"]),
    ],
)
def test_the_years_of_an_event_are_words_of_it(date, years, others):
    event = make_event(title_ru="Визит", date=date)
    assert [found(f"визит {year}") for year in years] == [[event]] * len(years)
    assert [found(year) for year in others] == [[]] * len(others)


# What typing errors mean


def meant(words, *models):
    return correct(ask(words), [m.objects.public() for m in models or (Event,)]).meant


@pytest.fixture
def world(db):
    partner = make_partner(name_ru="Гент")
    make_event("a", title_ru="Семинар о порте", title_en="Parliament", partners=[partner])
    make_event("b", title_ru="Семинар", title_nl="Parlement", partners=[partner])
    make_event("d", title_ru="Визит в Фландрию", title_en="Visit to Flanders", partners=[partner])


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("семниар", "семинар"),
        ("семенар", "семинар"),
        ("семинр", "семинар"),
        ("семминар", "семинар"),
        ("еминар", "семинар"),
        ("Семенарами", "семинарами"),
        ("семенар порт", "семинар порт"),
        ("порт, «семенар»", "порт, «семинар»"),
        ("семинар", "семинар"),
        ("семенарр", "семенарр"),
        ("порк", "порк"),
        ("велосипед", "велосипед"),
        ("велосипед семенар", "велосипед семинар"),
        ("Фландря", "фландрию"),
        ("Flandes", "flanders"),
        ("порттовая", "порттовая"),
    ],
)
def test_one_wrong_letter_in_a_word_of_five_or_more(world, typed, right):
    assert meant(typed) == right


def test_of_two_words_just_as_near_the_one_of_the_readers_language(world):
    for language, word in (("en", "parliament"), ("nl", "parlement")):
        with override(language):
            assert meant("parlament") == word


def test_words_that_are_there_but_not_together_are_no_typing_error(world):
    make_event("c", title_ru="Выставка", partners=Partner.objects.all())
    assert meant("выставка порт") == "выставка порт"


@pytest.mark.parametrize(
    "hidden",
    [
        {"status": Status.DRAFT},
        {"status": Status.IN_REVIEW},
        {"status": Status.ARCHIVED},
        {"partners": []},
    ],
)
def test_what_nobody_may_see_is_never_suggested(hidden):
    values = {"title_ru": "Тайнограф", "partners": [make_partner()]} | hidden
    make_event(**values)
    assert meant("тайногриф") == "тайногриф"


def test_a_contact_who_did_not_agree_is_never_suggested():
    partner = make_partner()
    contact = make_contact(surname_ru="Тайнова", partners=[partner], may_be_published=False)
    assert meant("тайнава", ContactPerson) == "тайнава"
    contact.may_be_published = True
    contact.save()
    assert meant("тайнава", ContactPerson) == "тайнова"


def test_one_of_several_lists_is_enough(world):
    make_partner(name_ru="Антверпен")
    assert meant("антверпин", Partner, Event) == "антверпен"
    assert meant("семинар", Partner, Event) == "семинар"
    assert meant("семенар", Partner, Event) == "семинар"


# Whatever is asked


class AnyQuestion(TestCase):
    @given(st.text(max_size=120) | st.text(alphabet="аб\"'*^:()- \x00·'\\", max_size=60))
    def test_any_text_is_answered(self, text):
        question = correct(ask(text), [Event.objects.public()])
        assert list(Event.objects.matching(question)) == []

    @given(st.text(max_size=60).filter(lambda title: title.replace("\x00", "")))
    def test_any_title_is_found_by_each_of_its_words(self, title):
        event = Event.objects.create(slug="a", title_ru=title.replace("\x00", ""))
        for word in ask(event.title_ru).words:
            assert list(Event.objects.matching(word.written)) == [event]
        Event.objects.all().delete()
