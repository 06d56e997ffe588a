from datetime import date

import pytest
from django.http import QueryDict
from django.utils import timezone

from core.filters import FilterForm, WordsField, YearsField
from core.years import count_by_year, year_chart


class Form(FilterForm):
    q = WordsField()
    year = YearsField()


@pytest.fixture(autouse=True)
def in_2026(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda: date(2026, 11, 24))


def chart(query, spans, kept=(), **totals):
    form = Form(QueryDict(query))
    form.is_valid()
    totals = {"total": sum(count for _, _, count in spans), "found": 1} | totals
    return year_chart(spans, kept, form, height=9, **totals)


def years(counts):
    return [(year, year, count) for year, count in counts.items()]


def test_a_record_counts_in_each_year_it_overlaps_and_what_goes_on_ends_this_year():
    counts = count_by_year([(2012, 2014, 2), (2013, 2013, 1), (2024, 9999, 1)])
    assert counts == {2012: 2, 2013: 3, 2014: 2, 2024: 1, 2025: 1, 2026: 1}


def test_what_goes_on_stands_in_a_later_year_that_another_record_names():
    assert count_by_year([(2025, 9999, 1), (2028, 2028, 1)]) == {
        2025: 1, 2026: 1, 2028: 2,
    }  # fmt: skip
    assert count_by_year([(2025, 9999, 1)], years=[2028])[2028] == 1


def test_what_has_no_years_belongs_to_each():
    assert count_by_year([(2012, 2013, 1), (None, None, 5)]) == {2012: 6, 2013: 6}
    assert count_by_year([(None, None, 5)], years=[2014]) == {2014: 5}


def test_decades_count_the_distinct_records_that_overlap_them():
    spans = [(1999, 2001, 1), (2001, 2001, 2), (1990, 1991, 1)]
    assert count_by_year(spans, step=10) == {1990: 2, 2000: 3}


def test_empty_years_are_folded_when_there_are_three_or_more():
    bars = chart("", years({1958: 1, 2013: 3, 2015: 1})).bars
    assert [(bar.label, bar.total, bar.is_gap) for bar in bars] == [
        ("1958", 1, False),
        ("1959–2012", 0, True),
        ("2013", 3, False),
        ("2014", 0, False),
        ("2015", 1, False),
        ("2016–2026", 0, True),
    ]
    assert [bar.height for bar in bars if bar.total] == [3, 9, 3]


def test_a_bar_chooses_its_year_and_takes_it_back():
    bars = chart("q=порт&year=2013", years({2013: 2, 2014: 1}), years({2013: 1})).bars
    assert [bar.current for bar in bars if bar.total] == [True, False]
    assert [QueryDict(bar.query).dict() for bar in bars if bar.total] == [
        {"q": "порт"},
        {"q": "порт", "year": "2014"},
    ]


def test_a_chosen_span_marks_each_of_its_years():
    spans = years({2012: 1, 2013: 1, 2014: 1, 2015: 1})
    bars = chart("year=2013-2014", spans, spans).filled
    assert [bar.within for bar in bars] == [False, True, True, False]
    assert [bar.share for bar in bars] == [0, 100, 100, 0]
    assert not any(bar.current for bar in bars)
    assert QueryDict(bars[1].query).dict() == {"year": "2013"}


def test_the_chosen_part_is_filled():
    result = chart("q=порт", years({2013: 4}), years({2013: 1}))
    assert result.narrowed
    assert (result.bars[0].hit, result.bars[0].share) == (1, 25)
    assert chart("", years({2013: 4}), years({2013: 4})).bars[0].share == 0


def test_one_record_beside_a_thousand_can_be_seen():
    bars = chart("q=порт", years({2013: 1000, 2014: 1}), years({2013: 1})).filled
    assert (bars[1].height, bars[0].share) == (0.4, 4)


def test_the_sum_of_the_bars_and_what_stands_in_none():
    result = chart("", [(2012, 2014, 1), (2013, 2013, 1)], total=5)
    assert (result.sum, result.dated, result.undated) == (4, 2, 3)


def test_a_hundred_years_are_bars_of_a_year_and_more_become_decades():
    assert chart("", [(1926, 2025, 1)]).step == 1
    result = chart("", [(1925, 2025, 1), (1958, 1958, 1)])
    assert result.step == 10
    assert [(bar.label, bar.total) for bar in result.bars[:5]] == [
        ("1920–1929", 1),
        ("1930–1939", 1),
        ("1940–1949", 1),
        ("1950–1959", 2),
        ("1960–1969", 1),
    ]
    assert QueryDict(result.bars[0].query).dict() == {"year": "1920-1929"}


def test_two_thousand_years_are_twenty_bars():
    result = chart("year=1800-2099", [(1000, 2999, 1)], [(1000, 2999, 1)])
    assert (result.step, len(result.bars), result.window) == (100, 20, None)
    assert [bar.label for bar in result.bars if bar.within] == [
        "1800–1899",
        "1900–1999",
        "2000–2099",
    ]
    assert QueryDict(result.bars[9].query).dict() == {"year": "1900-1999"}


@pytest.mark.parametrize("year", ["1900-1999", "1958", "1958-1961"])
def test_in_a_chosen_century_of_many_a_bar_is_a_year_again(year):
    spans = [(1000, 1950, 1), (1958, 1958, 2), (1990, 9999, 1)]
    result = chart(f"year={year}", spans, spans)
    assert (result.step, result.window) == (1, (1900, 1999))
    assert [bar.label for bar in result.bars[-13:]] == [
        "1951–1957",
        "1958",
        "1959–1989",
        *map(str, range(1990, 2000)),
    ]
    assert [bar.total for bar in result.filled if bar.first > 1949] == [1, 2] + 10 * [1]


def test_a_chosen_century_without_records_is_no_window():
    result = chart("year=1500", [(1600, 1600, 1), (1700, 1999, 1)])
    assert (result.step, result.window) == (10, None)


def test_many_bars_stand_on_upright_labels():
    assert not chart("", [(2011, 2026, 1)]).is_dense
    assert chart("", [(2010, 2026, 1)]).is_dense
    assert chart("", [(1900, 1901, 1), (1000, 2020, 1)]).is_dense


def test_nothing_gives_no_chart():
    assert chart("", []).bars == []
