"""What one click changes in a review, and that no click loses anything."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.reading import read_text
from briefings.register import cards
from briefings.register.cards import Review
from briefings.register.mending import MendError, breaks, in_year, mend
from briefings.register.proposing import propose, shortened
from tests.briefings.briefings import TEXT, flanders
from tests.briefings.test_rules import EVENTS as HEAD


@pytest.fixture
def review():
    return propose(flanders())


def of_kind(review, kind, number=0):
    return review.of_kind(kind)[number]


def taken(review):
    """The positions of all cards but parts and ties, whose text is their event's too."""
    return sorted(
        place
        for card in review.cards
        if card.of is None
        for start, end in card.spans
        for place in range(start, end)
    )


def texts(review, kind):
    return [card.text for card in review.of_kind(kind)]


def test_a_note_becomes_cards_in_its_order(review):
    kinds = [card.kind for card in review.cards]
    assert kinds == [
        "heading", "direction", "direction", "heading", "background", "event", "tie",
        "event", "part", "event", "heading", "contact",
    ]  # fmt: skip


def test_an_event_is_proposed_with_what_the_note_says(review):
    event = of_kind(review, cards.EVENT, 2)
    assert event.fields == {
        "title": "В ноябре 2015 г. в крепости состоялась встреча о контейнерных перевозках через"
        " порт. Её провёл Ян Дегриз",
        "date": "ноябрь 2015\xa0г.",
        "sectors": ["transport"],
        "event_kind": "meeting",
        "event_status": "held",
        "place": "крепость",
        "persons": "Ян Дегриз",
        "partner": "",
    }


def test_a_contact_is_proposed_with_initials_and_a_number_people_read(review):
    assert of_kind(review, cards.CONTACT).fields == {
        "surname": "Королева",
        "given": "О.",
        "patronymic": "В.",
        "position": "главный специалист",
        "department": "отдел стран Европы",
        "phones": "(812) 576-68-33",
        "email": "",
        "side": "committee",
        "add_partner": "",
    }


def test_the_review_survives_being_kept_as_json(review):
    assert Review.from_json(review.to_json()) == review


def test_a_long_title_is_cut_between_words():
    assert shortened("слово " * 50, 20) == "слово слово слово…"
    assert shortened("короткий заголовок") == "короткий заголовок"


# Splitting and merging


def test_an_event_is_split_at_a_sentence(review):
    event = of_kind(review, cards.EVENT, 1)
    event.fields["title"] = "Семинар для инвесторов"
    place, words = breaks(event, TEXT)[0]
    assert words == "В нём участвовали тридцать…"
    number = mend(review, TEXT, f"split:{event.id}:{place}")
    second = review.card(number)
    assert (event.text, event.fields["title"]) == (
        "В марте 2013 г. прошёл семинар торгового представительства для инвесторов.",
        "Семинар для инвесторов",
    )
    assert second.text == (
        "В нём участвовали тридцать компаний. Перед его началом гости осмотрели верфь."
    )
    assert second.fields["date"] == "март 2013\xa0г."
    assert second.cautioned("date_taken")
    assert (
        review.belonging(second, cards.PART)[0].text == "Перед его началом гости осмотрели верфь."
    )


def test_a_split_event_can_be_left_without_a_date(review):
    event = of_kind(review, cards.EVENT, 1)
    number = mend(review, TEXT, f"split:{event.id}:{breaks(event, TEXT)[0][0]}")
    mend(review, TEXT, f"undate:{number}")
    assert review.card(number).fields["date"] == ""
    assert not review.card(number).cautions


def test_a_text_is_not_split_inside_a_sentence(review):
    event = of_kind(review, cards.EVENT, 1)
    with pytest.raises(MendError):
        mend(review, TEXT, f"split:{event.id}:{event.spans[0][0] + 3}")


def test_two_events_are_merged_and_the_first_keeps_its_title(review):
    first, second = of_kind(review, cards.EVENT, 1), of_kind(review, cards.EVENT, 2)
    first.fields["title"] = "Семинар"
    assert mend(review, TEXT, f"merge:{second.id}") == first.id
    assert second not in review.cards
    assert first.text.endswith("Её провёл Ян Дегриз.")
    assert (first.fields["title"], first.fields["date"]) == ("Семинар", "март 2013\xa0г.")
    assert first.fields["sectors"] == ["economy", "transport"]
    assert (first.fields["place"], first.fields["persons"]) == ("крепость", "Ян Дегриз")


def test_two_directions_are_merged_into_one_wording(review):
    second = of_kind(review, cards.DIRECTION, 1)
    mend(review, TEXT, f"merge:{second.id}")
    assert [card.fields["text"] for card in review.of_kind(cards.DIRECTION)] == [
        "обмен опытом портов Фландрии и Петербурга; туризм"
    ]


def test_the_first_has_nothing_to_be_merged_with(review):
    with pytest.raises(MendError):
        mend(review, TEXT, f"merge:{of_kind(review, cards.DIRECTION).id}")


# From one kind to another


def test_a_part_becomes_an_event_with_the_date_of_its_event(review):
    part = of_kind(review, cards.PART)
    event = review.card(part.of)
    mend(review, TEXT, f"promote:{part.id}")
    assert (part.kind, part.of) == (cards.EVENT, None)
    assert part.fields["title"] == "Перед его началом гости осмотрели верфь"
    assert part.fields["date"] == "март 2013\xa0г."
    assert part.cautioned("date_taken")
    assert "верфь" not in event.text


def test_a_part_can_stop_being_one(review):
    part = of_kind(review, cards.PART)
    mend(review, TEXT, f"join:{part.id}")
    assert review.of_kind(cards.PART) == []
    assert "верфь" in of_kind(review, cards.EVENT, 1).text


def test_background_joins_the_event_before_it(review):
    event = of_kind(review, cards.EVENT, 1)
    mend(review, TEXT, f"make:{event.id}:background")
    mend(review, TEXT, f"join:{event.id}")
    assert texts(review, cards.EVENT)[0].startswith("Дружественные связи")
    assert texts(review, cards.EVENT)[0].endswith("осмотрели верфь.")


def test_background_before_every_event_joins_none(review):
    with pytest.raises(MendError):
        mend(review, TEXT, f"join:{of_kind(review, cards.BACKGROUND).id}")


def test_an_event_that_becomes_background_takes_its_tie_along(review):
    event = of_kind(review, cards.EVENT)
    mend(review, TEXT, f"make:{event.id}:background")
    assert texts(review, cards.BACKGROUND)[1] == (
        "Дружественные связи с Антверпеном установлены в 1958 г."
    )
    assert review.of_kind(cards.TIE) == []


def test_a_heading_can_be_saved_from_being_nothing(review):
    heading = of_kind(review, cards.HEADING, 1)
    mend(review, TEXT, f"make:{heading.id}:direction")
    assert heading.fields["text"] == "II. Основные события"


def test_what_is_left_out_can_be_taken_again(review):
    event = of_kind(review, cards.EVENT, 1)
    mend(review, TEXT, f"leave:{event.id}")
    assert event.choice == cards.LEAVE
    mend(review, TEXT, f"take:{event.id}")
    assert event.choice == ""


# The year


@pytest.mark.parametrize(
    ("words", "year", "moved"),
    [
        ("октябрь 2013 г.", "2014", "октябрь 2014 г."),
        ("12 ноября 2015", "2016", "12 ноября 2016 г."),
        ("декабрь 2013 – январь 2014", "2015", "декабрь 2015 г. – январь 2016 г."),
        ("29 февраля 2012", "2013", "2013 г."),
        ("", "2013", "2013"),
        ("давным-давно", "2013", "2013"),
        ("с 2005", "2006", "с 2006 г."),
    ],
)
def test_a_year_is_chosen_and_the_date_gets_no_more_exact(words, year, moved):
    assert in_year(words, year).replace("\xa0", " ") == moved


def test_the_chosen_year_answers_the_question(review):
    event = of_kind(review, cards.EVENT, 1)
    event.cautions = [{"code": "year_inferred", "message": "Год взят у соседа."}]
    mend(review, TEXT, f"year:{event.id}:2014")
    assert (event.fields["date"], event.cautions) == ("март 2014\xa0г.", [])


# What does not fit


@pytest.mark.parametrize(
    "command",
    [
        "",
        "split",
        "split:",
        "split:99:1",
        "nonsense:1",
        "merge:²",
        "year:6:12345",
        "make:1:contact",
    ],
)
def test_a_mend_that_does_not_fit_is_refused(review, command):
    before = review.to_json()
    with pytest.raises(MendError):
        mend(review, TEXT, command)
    assert review.to_json() == before


@given(st.data())
def test_no_series_of_mends_loses_a_character(data):
    review = propose(flanders())
    before = taken(review)
    for _ in range(data.draw(st.integers(1, 12))):
        card = data.draw(st.sampled_from(review.cards))
        places = [place for place, _ in breaks(card, TEXT)]
        commands = [
            *(f"split:{card.id}:{place}" for place in places),
            f"merge:{card.id}",
            f"join:{card.id}",
            f"promote:{card.id}",
            *(f"make:{card.id}:{kind}" for kind in cards.MADE_OF_TEXT),
        ]
        with contextlib.suppress(MendError):
            mend(review, TEXT, data.draw(st.sampled_from(commands)))
        assert taken(review) == before
        assert Review.from_json(review.to_json()) == review


def test_no_cut_is_offered_behind_initials():
    text = "В мае 2013 г. посол М. Ван Пеел прибыл в город. Посол осмотрел порт."
    found = propose(read_text(f"{HEAD}{text}"))
    (card,) = [each for each in found.cards if each.kind == "event"]
    words = [told for _, told in breaks(card, f"{HEAD}{text}")]
    assert [told.split()[0] for told in words] == ["Посол"]
