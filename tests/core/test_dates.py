"""Partial dates: read from words, shown in words, never more exact than their source."""

import copy
import datetime
import pickle

import edtf as oracle
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.dates import DateError, PartialDate, Precision
from core.dates.vocabulary import LOCALES, SYMBOLS
from tests.core.date_cases import BOUNDS, SHOWN, outcome, spaced
from tests.strategies import closed_intervals, partial_dates, single_forms

LANGUAGES = ["ru", "en", "nl"]


@pytest.mark.parametrize(
    ("edtf", "language", "words"),
    [
        (edtf, language, words)
        for edtf, row in SHOWN.items()
        for language, words in zip(LANGUAGES, row, strict=True)
    ],
)
def test_shows(edtf, language, words):
    assert PartialDate(edtf).show(language) == spaced(words)


def test_shows_regions_and_other_languages():
    date = PartialDate("2015-11-12")
    assert date.show("nl-be") == "12 november 2015"
    assert date.show("fr") == date.show("en")


@pytest.mark.parametrize("language", LANGUAGES)
@given(date=partial_dates())
@settings(max_examples=1500, deadline=None)
@example(date=PartialDate("299X/2999-24"))
@example(date=PartialDate("1990/200X"))
@example(date=PartialDate("199X/2000"))
@example(date=PartialDate("2014/2014-24"))
def test_what_is_shown_reads_back(language, date):
    assert PartialDate.parse(date.show(language)) == date


@pytest.mark.parametrize("language", LANGUAGES)
@given(date=partial_dates())
def test_shown_words_are_lower_case_with_two_kinds_of_spaces(language, date):
    words = date.show(language)
    assert not {c for c in words if c.isspace()} - {" ", "\u00a0"}
    assert words == words.strip()
    months = [] if language == "ru" else LOCALES[language].months["format"]["wide"].values()
    assert not words[0].isupper() or words.startswith(tuple(months))


@pytest.mark.parametrize("language", LANGUAGES)
@given(date=partial_dates())
def test_no_month_or_day_of_a_coarser_date_is_shown(language, date):
    words = date.show(language).lower().replace("\u00a0", " ").replace("–", " ").split()
    finest = min(end.precision for end in (date.start, date.end) if end)
    if finest > Precision.MONTH:
        assert not [word for word in words if SYMBOLS.get(word, "").startswith("m")]
    if finest > Precision.DAY:
        numbers = [word for word in words if word.isdigit()]
        assert all(len(number) == 4 for number in numbers)


@given(partial_dates())
def test_edtf_reads_back(date):
    assert PartialDate.from_edtf(str(date)) == date
    assert PartialDate.parse(str(date)) == date
    assert hash(PartialDate.from_edtf(str(date))) == hash(date)
    for twin in (pickle.loads(pickle.dumps(date)), copy.copy(date), copy.deepcopy(date)):
        assert (twin, twin.first, twin.last, twin.end) == (date, date.first, date.last, date.end)


@given(partial_dates())
def test_bounds(date):
    assert date.first <= date.last
    assert date.is_open == (date.last == datetime.date.max)
    assert date.overlaps(date.first.year, date.first.year)
    assert date.overlaps(date.last.year, 9999)
    assert not date.overlaps(1, date.first.year - 1)
    assert date.is_open or not date.overlaps(date.last.year + 1, 9999)
    assert not date.is_exact or date.precision == Precision.DAY


@pytest.mark.parametrize(("edtf", "bounds"), BOUNDS.items())
def test_bounds_of_each_form(edtf, bounds):
    date = PartialDate(edtf)
    assert (str(date.first), str(date.last)) == bounds


@given(single_forms())
def test_bounds_agree_with_the_edtf_library(form):
    theirs = oracle.parse_edtf(form)
    date = PartialDate(form)
    assert date.first.timetuple()[:3] == theirs.lower_strict()[:3]
    if not form.endswith("-24"):  # the library's winter is December alone
        assert date.last.timetuple()[:3] == theirs.upper_strict()[:3]


@given(closed_intervals())
def test_bounds_of_intervals_agree_with_the_edtf_library(date):
    # End by end, as the library has no quarters nor half-years in intervals.
    start, end = (oracle.parse_edtf(form.edtf) for form in (date.start, date.end))
    assert date.first.timetuple()[:3] == start.lower_strict()[:3]
    if not str(date).endswith("-24"):
        assert date.last.timetuple()[:3] == end.upper_strict()[:3]


@given(st.lists(partial_dates()))
def test_sorted_by_first_and_last_day(dates):
    keys = [(date.first, date.last) for date in sorted(dates)]
    assert keys == sorted(keys)


def test_order_is_total():
    year, month = PartialDate("2013"), PartialDate("2013-01")
    assert month < year
    assert year >= month
    assert year != "2013"
    with pytest.raises(TypeError):
        assert year < "2013"


@given(st.text() | st.from_regex(r"[0-9X/.-]{4,21}"))
def test_strict_edtf_is_a_date_or_a_date_error(text):
    assert str(outcome(PartialDate.from_edtf, text))


@pytest.mark.parametrize(
    "text",
    [
        "1958 г.",
        " 1958",
        "199x",
        "2005/2008/2009",
        "2005/",
        "../2005",
        "19XX",
        "199X-05",
        "٢٠٠٥",
        "",
    ],
)
def test_strict_edtf_refuses_what_is_not_canonical(text):
    with pytest.raises(DateError) as caught:
        PartialDate.from_edtf(text)
    assert caught.value.code == "unreadable"


def test_an_interval_to_itself_is_one_form():
    assert PartialDate("2005/2005").edtf == "2005"
    assert PartialDate.parse("май 2012 – май 2012").edtf == "2012-05"
    assert not PartialDate("2005/2005").is_interval


@pytest.mark.parametrize(
    ("edtf", "precision"),
    [
        ("2015-11-12", "DAY"),
        ("2013-02", "MONTH"),
        ("2011-21", "SEASON"),
        ("2013-33", "QUARTER"),
        ("2013-40", "HALF_YEAR"),
        ("1958", "YEAR"),
        ("199X", "DECADE"),
        ("2013-02/2014-05-01", "MONTH"),
        ("2013-02/2014", "YEAR"),
        ("2013-02/..", "MONTH"),
    ],
)
def test_precision(edtf, precision):
    assert PartialDate(edtf).precision == Precision[precision]


def test_exact_means_every_end_is_a_day():
    exact = {"2014-05-15", "2014-05-15/2014-05-17"}
    others = {"2014-05-15/..", "2014-05", "2014-05-15/2014-06", "2014"}
    assert {edtf for edtf in exact | others if PartialDate(edtf).is_exact} == exact


def test_html_has_days_months_and_years():
    assert PartialDate("2015-11-12").html == "2015-11-12"
    assert PartialDate("2013-02").html == "2013-02"
    assert PartialDate("1958").html == "1958"
    for edtf in ("2011-21", "2013-33", "2013-40", "199X", "2005/2008", "2005/.."):
        assert PartialDate(edtf).html is None


def test_it_cannot_be_changed():
    with pytest.raises(AttributeError):
        PartialDate("1958").edtf = "1959"
