"""What a confirmed review writes into the register."""

import pytest
from django.contrib.admin.models import LogEntry
from django.db import DatabaseError

from briefings.notes import Note, Origin
from briefings.reading import read_text
from briefings.register.accepting import accept, keep
from briefings.register.cards import LEAVE, Review
from briefings.register.importing import AlreadyDoneError, confirm
from briefings.register.mending import mend
from briefings.register.planning import Plan
from briefings.register.settling import choose, make
from contacts.models import ContactPerson, Department, Phone
from cooperation.models import Direction, Partner, Tie
from events.models import Event, Part
from tests.briefings.briefings import TEXT, flanders
from tests.factories import make_contact, make_direction, make_event, make_partner

MODELS = [Partner, Tie, Direction, Event, Part, ContactPerson, Phone, Department, Origin, LogEntry]


def counted():
    return {model.__name__: model.objects.count() for model in MODELS}


@pytest.fixture
def note(editor):
    return accept(TEXT.encode(), "flanders.txt", flanders(), editor)


@pytest.fixture
def partner(db):
    return make_partner("flanders", name_ru="Фландрия", kind="region")


def reviewed(note, partner, change=None):
    """The Plan of the note's review, with this partner chosen and changed so."""
    review = Review.from_json(note.review)
    choose(review, str(partner.pk) if isinstance(partner, Partner) else partner)
    if change:
        change(review)
    keep(note, review)
    note.save()
    return Plan(review, note.text)


def enter(note, partner, editor, change=None):
    return confirm(note, reviewed(note, partner, change), editor)


# New records


def test_everything_becomes_a_draft_of_the_chosen_partner(note, partner, editor):
    done = enter(note, partner, editor)
    city = Partner.objects.get(name_ru="Антверпен")
    assert (city.status, city.kind, city.parent, city.country.code) == (
        "draft", "city", partner, "BE",
    )  # fmt: skip
    rows = Event.objects.in_order().values_list(
        "title_ru", "date", "kind", "event_status", "status", "partners__name_ru", "sectors__code"
    )
    assert [(row[0][:20], str(row[1]), *row[2:]) for row in rows] == [
        (
            "Дружественные связи ",
            "1958",
            "ties_established",
            "held",
            "draft",
            "Антверпен",
            "official",
        ),
        ("В марте 2013 г. прош", "2013-03", "seminar", "held", "draft", "Фландрия", "economy"),
        ("В ноябре 2015 г. в к", "2015-11", "meeting", "held", "draft", "Фландрия", "transport"),
    ]
    tie = Tie.objects.get()
    assert (tie.kind, str(tie.since), tie.partner, tie.status, tie.state) == (
        "friendly_ties", "1958", city, "draft", "",
    )  # fmt: skip
    directions = Direction.objects.in_order().values_list("title_ru", "order", "status")
    assert list(directions) == [
        ("Обмен опытом портов Фландрии и Петербурга", 1, "draft"),
        ("Туризм", 2, "draft"),
    ]
    assert done == {"new": 9, "filled": 0}


def test_a_contact_is_a_draft_that_has_not_agreed(note, partner, editor):
    enter(note, partner, editor)
    person = ContactPerson.objects.get()
    assert (person.full_name().replace("\xa0", " "), person.position) == (
        "Королева О. В.", "Главный специалист",
    )  # fmt: skip
    assert (person.status, person.may_be_published) == ("draft", False)
    assert person.department.name == "Отдел стран Европы"
    assert list(person.partners.all()) == [partner]
    assert [phone.number for phone in person.phones.all()] == ["+78125766833"]


def test_a_department_that_is_there_is_not_made_again(note, partner, editor):
    known = Department.objects.create(name_ru="Отдел стран Европы")
    enter(note, partner, editor)
    assert ContactPerson.objects.get().department == known


def test_what_a_department_belongs_to_makes_no_second_one(note, partner, editor):
    known = Department.objects.create(name_ru="Отдел стран Европы")

    def change(review):
        review.of_kind("contact")[0].fields["department"] = "отдел стран Европы УМС"

    enter(note, partner, editor, change)
    assert ContactPerson.objects.get().department == known
    assert Department.objects.count() == 1


def test_a_contact_that_has_a_department_makes_none(note, partner, editor):
    own = Department.objects.create(name_ru="Отдел протокола")
    make_contact(surname_ru="Королева", given_ru="О.", patronymic_ru="В.", department=own)
    enter(note, partner, editor)
    assert [d.name_ru for d in Department.objects.all()] == ["Отдел протокола"]


def test_a_mobile_number_is_kept_and_not_shown(note, partner, editor):
    def change(review):
        person = review.of_kind("contact")[0]
        person.fields["phones"] = "факс: 576-68-34\nмобильный: +7 921 123-45-67 доб. 9"

    enter(note, partner, editor, change)
    assert list(Phone.objects.values_list("number", "extension", "kind", "may_be_published")) == [
        ("+78125766834", "", "fax", True),
        ("+79211234567", "9", "mobile", False),
    ]


def test_parts_stand_in_their_event_and_not_in_its_summary(note, partner, editor):
    enter(note, partner, editor)
    event = Event.objects.get(date="2013-03")
    assert [part.text_ru for part in event.parts.all()] == [
        "Перед его началом гости осмотрели верфь."
    ]
    assert event.summary_ru == (
        "В марте 2013 г. прошёл семинар торгового представительства для инвесторов."
        " В нём участвовали тридцать компаний."
    )


def test_a_long_direction_keeps_its_whole_wording(note, partner, editor):
    wording = "развитие " * 40 + "связей"

    def change(review):
        review.of_kind("direction")[0].fields["text"] = wording

    enter(note, partner, editor, change)
    direction = Direction.objects.in_order().first()
    assert len(direction.title_ru) <= 200
    assert direction.title_ru.endswith("…")
    assert direction.text_ru == wording.capitalize()


def test_each_record_keeps_where_it_came_from(note, partner, editor):
    enter(note, partner, editor)
    origin = Event.objects.get(date="1958").origins.get()
    assert (origin.note, origin.paragraph, origin.text) == (
        note, 10, "Дружественные связи с Антверпеном установлены в 1958 г.",
    )  # fmt: skip
    assert Origin.objects.count() == 7
    source = f"Справка о сотрудничестве № {note.pk}, абзац 10"
    assert Event.objects.get(date="1958").source_ru == source


def test_the_history_of_a_record_says_who_and_from_what(note, partner, editor):
    enter(note, partner, editor)
    entry = LogEntry.objects.get(object_repr="Туризм")
    assert (entry.user, entry.is_addition()) == (editor, True)
    assert entry.change_message == "Добавлено. Из справки «flanders.txt»"


def test_background_introduces_a_new_partner(note, editor):
    review = Review.from_json(note.review)
    key = make(review, "Фландрия", "region", "BE")
    keep(note, review)
    enter(note, key, editor)
    partner = Partner.objects.get(kind="region")
    assert (partner.status, partner.introduction_ru) == (
        "draft", "Связи Петербурга и Фландрии крепнут.",
    )  # fmt: skip
    assert note.partner == partner


def test_background_changes_nothing_that_the_public_sees(note, partner, editor):
    enter(note, partner, editor)
    partner.refresh_from_db()
    assert not partner.introduction_ru


def test_background_is_added_once_where_staff_say_so(note, partner, editor):
    partner.introduction_ru = "Было."
    partner.save()

    def change(review):
        review.of_kind("background")[0].fields["to"] = "introduction"

    enter(note, partner, editor, change)
    partner.refresh_from_db()
    assert partner.introduction_ru == "Было.\n\nСвязи Петербурга и Фландрии крепнут."
    again = accept(TEXT.encode(), "flanders.txt", flanders(), editor)
    enter(again, partner, editor, change)
    partner.refresh_from_db()
    assert partner.introduction_ru == "Было.\n\nСвязи Петербурга и Фландрии крепнут."


def test_what_is_left_out_is_not_written(note, partner, editor):
    def change(review):
        for card in review.cards:
            card.choice = LEAVE

    enter(note, partner, editor, change)
    assert Event.objects.count() == Direction.objects.count() == Tie.objects.count() == 0
    assert Partner.objects.count() == 1


def test_a_partner_that_another_review_made_meanwhile_is_taken(editor, db):
    def begun(name, text):
        note = accept(text.encode(), name, flanders(text=text), editor)
        review = Review.from_json(note.review)
        choose(review, make(review, "Фландрия", "region", "BE"))
        return note, review

    first, one = begun("a.txt", TEXT)
    second, other = begun("b.txt", f"{TEXT}\nЕщё.")
    confirm(first, Plan(one, first.text), editor)
    plan = Plan(other, second.text)
    (partner,) = Partner.objects.filter(name_ru="Фландрия")
    assert plan.partner == str(partner.pk)
    records = [p for p in plan.cards if p.card.kind in ("event", "direction", "tie", "contact")]
    assert [p.same_as is not None for p in records] == [True] * 7
    confirm(second, plan, editor)
    assert Partner.objects.filter(name_ru="Фландрия").count() == 1


# The same as what is there


def test_a_record_that_is_the_same_gets_only_what_it_lacks(note, partner, editor):
    event = make_event(
        title_ru="Встреча о контейнерных перевозках", date="2015-11-12", place_ru="",
        source_ru="Архив", partners=[partner],
    )  # fmt: skip
    done = enter(note, partner, editor)
    event.refresh_from_db()
    assert (event.title_ru, str(event.date), event.source_ru, event.status) == (
        "Встреча о контейнерных перевозках", "2015-11-12", "Архив", "published",
    )  # fmt: skip
    assert (event.place_ru, event.persons_ru) == ("крепость", "Ян Дегриз")
    assert [sector.code for sector in event.sectors.all()] == ["transport"]
    assert event.origins.get().note == note
    assert done["filled"] == 1


def test_a_contact_that_is_the_same_stays_as_published_as_it_was(note, partner, editor):
    person = make_contact(
        surname_ru="Королева", given_ru="О.", patronymic_ru="В.", partners=[make_partner()]
    )
    enter(note, partner, editor)
    person.refresh_from_db()
    assert person.may_be_published
    assert partner not in person.partners.all()
    assert [phone.number for phone in person.phones.all()] == ["+78125766833"]


def test_a_tie_is_not_given_a_beginning_after_its_end(note, partner, editor):
    city = make_partner(name_ru="Антверпен", parent=partner)
    tie = Tie.objects.create(partner=city, kind="friendly_ties", until="1950")
    enter(note, partner, editor)
    tie.refresh_from_db()
    assert tie.since is None


def test_reading_the_same_note_again_proposes_nothing_new(note, partner, editor):
    enter(note, partner, editor)
    Event.objects.filter(date="1958").update(title_ru="Переименовано", date="1959")
    before = counted()
    again = accept(TEXT.encode(), "flanders.txt", flanders(), editor)
    plan = Plan(Review.from_json(again.review), again.text)
    records = [p for p in plan.cards if p.card.kind in ("event", "direction", "tie", "contact")]
    assert [p.same_as is not None for p in records] == [True] * 7
    assert plan.questions == []
    assert confirm(again, plan, editor) == {"new": 0, "filled": 0}
    assert counted() == before


def test_the_same_text_in_another_file_proposes_nothing_new(note, partner, editor):
    enter(note, partner, editor)
    text = "\n" + TEXT.replace(" г.", "\xa0г.")
    again = accept(text.encode("utf-16"), "другой.txt", flanders(text=text), editor)
    plan = reviewed(again, partner)
    records = [p for p in plan.cards if p.card.kind in ("event", "direction", "tie", "contact")]
    assert [p.same_as is not None for p in records] == [True] * 7


def test_what_was_left_out_before_is_left_out_again(note, partner, editor):
    def change(review):
        review.of_kind("event")[1].choice = LEAVE

    enter(note, partner, editor, change)
    again = accept(TEXT.encode(), "flanders.txt", flanders(), editor)
    review = Review.from_json(again.review)
    assert review.of_kind("event")[1].choice == LEAVE
    assert review.partner == str(partner.pk)


def test_the_same_text_with_other_line_ends_is_shown_as_it_was_reviewed(note, partner, editor):
    def change(review):
        review.of_kind("event")[1].choice = LEAVE

    enter(note, partner, editor, change)
    text = "\ufeff" + TEXT.replace("\n", "\r\n")
    again = accept(text.encode("utf-16-le"), "другой.txt", flanders(text=text), editor)
    review = Review.from_json(again.review)
    assert review.of_kind("event")[1].choice == LEAVE
    assert review.partner == str(partner.pk)
    before = Review.from_json(Note.objects.get(pk=note.pk).review)
    for card, known in zip(review.cards, before.cards, strict=True):
        told = [TEXT[start:end].split() for start, end in known.spans]
        assert [text[start:end].split() for start, end in card.spans] == told


# Once, whole, or not at all


def test_a_note_is_entered_once(note, partner, editor):
    plan = reviewed(note, partner)
    confirm(note, plan, editor)
    before = counted()
    with pytest.raises(AlreadyDoneError):
        confirm(note, plan, editor)
    assert counted() == before


def test_a_review_changed_meanwhile_is_not_entered(note, partner, editor):
    plan = reviewed(note, partner)
    Note.objects.filter(pk=note.pk).update(version=note.version + 1)
    before = counted()
    with pytest.raises(AlreadyDoneError):
        confirm(note, plan, editor)
    assert counted() == before


def test_a_failure_leaves_nothing_behind(note, partner, editor, monkeypatch):
    plan = reviewed(note, partner)
    before = counted()

    def fail(*args, **kwargs):
        raise DatabaseError("the disk is full")

    monkeypatch.setattr(Origin.objects, "bulk_create", fail)
    with pytest.raises(DatabaseError):
        confirm(note, plan, editor)
    assert counted() == before
    note.refresh_from_db()
    assert note.state == Note.State.IN_REVIEW
    assert Review.from_json(note.review).of_kind("event")[2].fields["place"] == "крепость"


def test_a_record_that_is_gone_stops_the_import(note, partner, editor):
    direction = make_direction(partner, title_ru="Туризм")
    plan = reviewed(note, partner)
    direction.delete()
    before = counted()
    with pytest.raises(AlreadyDoneError):
        confirm(note, plan, editor)
    assert counted() == before


def test_a_file_that_waits_already_is_not_taken_in_twice(note, editor):
    again = accept(TEXT.encode(), "копия.txt", flanders(), editor)
    assert again == note
    assert Note.objects.count() == 1


def test_two_presses_at_once_begin_one_review(note, editor, monkeypatch):
    blind = Note.objects.none()
    first = Note.objects.unfinished
    answers = iter([blind, first()])
    monkeypatch.setattr(Note.objects, "unfinished", lambda: next(answers))
    assert accept(TEXT.encode(), "flanders.txt", flanders(), editor) == note
    assert Note.objects.count() == 1


def test_a_partner_that_is_gone_is_asked_for_again(note, partner, editor):
    plan = reviewed(note, partner)
    partner.delete()
    keep(note, plan.review)
    note.save()
    assert note.partner is None
    assert Plan(plan.review, TEXT).questions[0].anchor == "partner"


def test_a_text_with_nul_characters_can_be_kept(editor):
    text = TEXT.replace("крепнут", "креп\x00нут")
    note = accept(text.encode(), "a\x00b.txt", flanders(text=text), editor)
    note.refresh_from_db()
    assert (len(note.text), note.name) == (len(text), "ab.txt")


def test_an_origin_is_of_one_record(note, partner):
    with pytest.raises(DatabaseError):
        Origin.objects.create(
            note=note, paragraph=1, text="", digest="", event=make_event(),
            direction=make_direction(partner),
        )  # fmt: skip


def test_an_event_that_only_tells_of_a_known_tie_is_not_proposed(note, partner, editor):
    city = make_partner(name_ru="Антверпен", parent=partner)
    tie = Tie.objects.create(partner=city, kind="friendly_ties", since="1958")
    plan = reviewed(note, partner)
    [told] = [planned for planned in plan.cards if planned.label == "М1"]
    assert (told.choice, told.is_known_tie) == (LEAVE, True)
    confirm(note, plan, editor)
    assert not Event.objects.filter(date="1958").exists()
    assert tie.origins.get().note == note


def test_staff_may_take_such_an_event_all_the_same(note, partner, editor):
    city = make_partner(name_ru="Антверпен", parent=partner)
    Tie.objects.create(partner=city, kind="friendly_ties", since="1958")

    def change(review):
        mend(review, TEXT, f"take:{review.of_kind('event')[0].id}")

    enter(note, partner, editor, change)
    assert Event.objects.get(date="1958").partners.get() == city


def told(text, partner, editor):
    """What a note of these events and contacts brings into the register."""
    note = read_text(f"Брно (Чехия)\n\nОсновные события\n\n{text}")
    entered = accept(note.text.encode(), "brno.txt", note, editor)
    enter(entered, partner, editor)


def test_a_text_that_says_but_title_and_date_is_not_kept_twice(partner, editor):
    told(
        "В мае 2013 г. прошёл семинар врачей. Его посетили 90 человек.\n\n"
        "До 5 июня 2014 г. в музее работала выставка.",
        partner,
        editor,
    )
    seminar, exhibition = Event.objects.order_by("date_first")
    assert (seminar.title_ru, seminar.summary_ru) == (
        "Прошёл семинар врачей",
        "Его посетили 90 человек.",
    )
    # Here the words tell more than the date does.
    assert str(exhibition.date.edtf) == "2014"
    assert exhibition.summary_ru == "До 5 июня 2014 г. в музее работала выставка."


def test_a_part_leaves_no_loose_ends(partner, editor):
    told(
        "В мае 2013 г. приехала делегация города. В рамках визита состоялась встреча с мэром и "
        "подписано соглашение портов.",
        partner,
        editor,
    )
    (event,) = Event.objects.all()
    assert (event.title_ru, event.summary_ru) == ("Приехала делегация города", "")
    assert [part.text_ru for part in event.parts.all()] == [
        "В рамках визита состоялась встреча с мэром",
        "Подписано соглашение портов.",
    ]


def test_words_that_lines_broke_are_whole(partner, editor):
    told(
        "В мае 2013 г. в Брно прошла выставка петербургских худож-\nников, её посетили "
        "представители Санкт-\nПетербурга. Научно-\nтехнический музей был в чис-\nле устроителей.",
        partner,
        editor,
    )
    (event,) = Event.objects.all()
    assert "художников" in event.title_ru
    assert event.summary_ru == "Научно-технический музей был в числе устроителей."


def test_who_performs_the_duties_of_another(partner, editor):
    told(
        "В 2013 г. прошёл форум.\n\nКонтакты\n"
        "И.о. начальника отдела стран Азии Ким А. С., 576-00-42",
        partner,
        editor,
    )
    assert ContactPerson.objects.get().position_ru == "И. о. начальника отдела"
