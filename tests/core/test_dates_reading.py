"""What people write is read as the date it says, or refused with the reason; nothing is guessed."""

import pickle
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.dates import DateError, PartialDate
from core.dates.errors import MESSAGES, UNDERSTOOD
from core.dates.vocabulary import LOCALES, SYMBOLS
from tests.core.date_cases import DASHES, READ, REFUSED, outcome, spaced

LANGUAGES = ["ru", "en", "nl"]


def cases(table):
    return [(key, text) for key, texts in table.items() for text in texts.split("; ")]


@pytest.mark.parametrize(("edtf", "text"), cases(READ))
def test_reads(edtf, text):
    for variant in (text, text.upper(), f"  {text}\n", text.replace(" ", "\u00a0"), spaced(text)):
        assert PartialDate.parse(variant).edtf == edtf


@pytest.mark.parametrize(("code", "text"), cases(REFUSED))
def test_refuses(code, text):
    with pytest.raises(DateError) as caught:
        PartialDate.parse(text)
    assert caught.value.code == code


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f", "\u2009", ""])
@pytest.mark.parametrize("dash", DASHES)
def test_reads_any_dash_and_space(dash, space):
    for text, edtf in (
        ("15{}17 мая 2014", "2014-05-15/2014-05-17"),
        ("2005{}2008", "2005/2008"),
        ("30 апреля{}2 мая 2014", "2014-04-30/2014-05-02"),
        ("зима 2014{}2015", "2014-24"),
        ("1990s{}2000s", "199X/200X"),
    ):
        assert PartialDate.parse(text.format(space + dash + space)).edtf == edtf


@pytest.mark.parametrize("number", range(1, 13))
@pytest.mark.parametrize("locale", LOCALES.values(), ids=str)
def test_reads_every_month_name_of_cldr(locale, number):
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            name = locale.months[context][width][number]
            assert PartialDate.parse(f"{name} 2013").edtf == f"2013-{number:02}"


def test_every_word_means_one_thing():
    nominatives = "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"
    assert [SYMBOLS[name] for name in nominatives.split()] == [f"m{n}" for n in range(1, 13)]
    assert SYMBOLS["may"] == SYMBOLS["мае"] == SYMBOLS["mei"] == "m5"
    assert all(symbol.isascii() for symbol in SYMBOLS.values())


def test_iso_month_is_no_range_of_years():
    assert PartialDate.parse("2005-08").edtf == "2005-08"
    assert PartialDate.parse("2005‑08").edtf == "2005-08"  # a no-break hyphen is a hyphen


FRAGMENTS = st.sampled_from(
    [*SYMBOLS, *DASHES, *" .,/'", "2005", "1990-е", "15", "17", "12.11.2015", "2013-02", "H1", "x"]
)


@given(st.text() | st.lists(FRAGMENTS).map(" ".join) | st.lists(FRAGMENTS).map("".join))
@settings(max_examples=2000, deadline=None)
def test_any_text_is_a_date_or_a_date_error(text):
    result = outcome(PartialDate.parse, text)
    if isinstance(result, DateError):
        assert result.code in MESSAGES
        assert all(result.message(language) for language in LANGUAGES)
    else:
        assert PartialDate.from_edtf(result.edtf) == result


@pytest.mark.parametrize(
    "text",
    [piece * 10_000 for piece in ("1", " ", "2005-", "y ", "\u00a0\x00", "😀", "i", "/", "н")]
    + [("2005 - " * 20)[:100], "1" * 100, "i" * 100, "в" * 100, "2005 y" * 16, "5." * 50],
    ids=lambda text: f"{text[:6]!r} x {len(text)}",
)
def test_hostile_texts_are_refused_fast(text):
    start = time.perf_counter()
    with pytest.raises(DateError):
        PartialDate.parse(text)
    assert time.perf_counter() - start < 0.05


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unreadable_text_is_told_the_forms_which_are_all_read(language):
    with pytest.raises(DateError) as caught:
        PartialDate.parse("когда-то {text}")
    assert "{text}" in caught.value.message(language)
    assert UNDERSTOOD[language] in caught.value.message(language)
    for form in UNDERSTOOD[language].split(" · "):
        assert PartialDate.parse(form)


def test_errors_say_what_is_wrong():
    with pytest.raises(DateError) as caught:
        PartialDate.parse("31.02.2014")
    assert caught.value.params == {"day": 31, "month": 2, "year": 2014}
    assert caught.value.message("ru") == "Такого дня нет: 31.02.2014."
    assert caught.value.message("fr") == caught.value.message("en") == str(caught.value)
    assert pickle.loads(pickle.dumps(caught.value)).params == caught.value.params


def test_errors_quote_briefly():
    with pytest.raises(DateError) as caught:
        PartialDate.parse("\x00\u202e" + "я" * 10_000)
    assert caught.value.params["text"] == "я" * 38 + "…"
