from collections import Counter
from datetime import date

import pytest
from django.http import QueryDict
from django.utils import timezone

from core.listing import FilterForm, WordsField, YearsField
from core.years import count_by_year, year_chart


class Form(FilterForm):
    q = WordsField()
    year = YearsField()


@pytest.fixture(autouse=True)
def in_2026(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda: date(2026, 11, 24))


def chart(query, totals, hits):
    form = Form(QueryDict(query))
    form.is_valid()
    return year_chart(totals, Counter(hits), form, total=sum(totals.values()), found=1, height=9)


def test_a_record_counts_in_each_year_it_overlaps_and_what_goes_on_ends_this_year():
    counts = count_by_year([(2012, 2014, 2), (2013, 2013, 1), (2024, 9999, 1)])
    assert counts == {2012: 2, 2013: 3, 2014: 2, 2024: 1, 2025: 1, 2026: 1}


def test_what_has_no_years_belongs_to_each():
    assert count_by_year([(2012, 2013, 1), (None, None, 5)]) == {2012: 6, 2013: 6}
    assert count_by_year([(None, None, 5)], years=[2014]) == {2014: 5}


def test_empty_years_are_folded_when_there_are_three_or_more():
    bars = chart("", {1958: 1, 2013: 3, 2015: 1}, {}).bars
    assert [(bar.first, bar.last, bar.total) for bar in bars] == [
        (1958, 1958, 1),
        (1959, 2012, 0),
        (2013, 2013, 3),
        (2014, 2014, 0),
        (2015, 2015, 1),
        (2016, 2026, 0),
    ]
    assert [bar.height for bar in bars if bar.total] == [3, 9, 3]


def test_a_bar_chooses_its_year_and_takes_it_back():
    bars = chart("q=порт&year=2013", {2013: 2, 2014: 1}, {2013: 1}).bars
    assert [bar.current for bar in bars if bar.total] == [True, False]
    assert [QueryDict(bar.query).dict() for bar in bars if bar.total] == [
        {"q": "порт"},
        {"q": "порт", "year": "2014"},
    ]


def test_the_chosen_part_is_filled():
    result = chart("q=порт", {2013: 4}, {2013: 1})
    assert result.narrowed
    assert (result.bars[0].hit, result.bars[0].share) == (1, 25)
    assert chart("", {2013: 4}, {2013: 4}).bars[0].share == 0


def test_nothing_gives_no_chart():
    assert chart("", {}, {}).bars == []
