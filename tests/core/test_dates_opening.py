"""Dates in the words that open a sentence, in three languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.dates import PartialDate
from tests.strategies import partial_dates

OPENINGS = [
    ("1958", "В 1958 г.", "In 1958", "In 1958"),
    ("2013-02", "В феврале 2013 г.", "In February 2013", "In februari 2013"),
    ("2013-03", "В марте 2013 г.", "In March 2013", "In maart 2013"),
    ("2013-05", "В мае 2013 г.", "In May 2013", "In mei 2013"),
    ("2015-11-12", "12 ноября 2015 г.", "On 12 November 2015", "Op 12 november 2015"),
    ("2011-21", "Весной 2011 г.", "In spring 2011", "In het voorjaar van 2011"),
    ("2014-24", "Зимой 2014–2015 гг.", "In winter 2014–2015", "In de winter van 2014–2015"),
    (
        "2013-33",
        "В первом квартале 2013 г.",
        "In the first quarter of 2013",
        "In het eerste kwartaal van 2013",
    ),
    (
        "2013-41",
        "Во втором полугодии 2013 г.",
        "In the second half of 2013",
        "In de tweede helft van 2013",
    ),
    ("199X", "В 1990-е годы", "In the 1990s", "In de jaren 1990"),
    ("2005/..", "С 2005 г.", "Since 2005", "Sinds 2005"),
    ("2013-02/..", "С февраля 2013 г.", "Since February 2013", "Sinds februari 2013"),
    ("2015-05-02/..", "Со 2 мая 2015 г.", "Since 2 May 2015", "Sinds 2 mei 2015"),
    ("199X/..", "С 1990-х годов", "Since the 1990s", "Sinds de jaren 1990"),
    ("2005/2008", "С 2005 по 2008 г.", "From 2005 to 2008", "Van 2005 tot en met 2008"),
    (
        "2014-05-15/2014-05-17",
        "С 15 по 17 мая 2014 г.",
        "From 15 to 17 May 2014",
        "Van 15 tot en met 17 mei 2014",
    ),
    (
        "2014-04-30/2014-05-02",
        "С 30 апреля по 2 мая 2014 г.",
        "From 30 April to 2 May 2014",
        "Van 30 april tot en met 2 mei 2014",
    ),
    (
        "2014-12-30/2015-01-02",
        "С 30 декабря 2014 г. по 2 января 2015 г.",
        "From 30 December 2014 to 2 January 2015",
        "Van 30 december 2014 tot en met 2 januari 2015",
    ),
    (
        "2012-05/2012-06",
        "С мая по июнь 2012 г.",
        "From May to June 2012",
        "Van mei tot en met juni 2012",
    ),
    (
        "2012-05/2013-06",
        "С мая 2012 г. по июнь 2013 г.",
        "From May 2012 to June 2013",
        "Van mei 2012 tot en met juni 2013",
    ),
    (
        "2011-21/2011-23",
        "С весны по осень 2011 г.",
        "From spring to autumn 2011",
        "Van het voorjaar tot en met het najaar van 2011",
    ),
    (
        "2013-34/2013-35",
        "Со второго квартала по третий квартал 2013 г.",
        "From the second quarter to the third quarter of 2013",
        "Van het tweede kwartaal tot en met het derde kwartaal van 2013",
    ),
    (
        "199X/200X",
        "С 1990-х по 2000-е годы",
        "From the 1990s to the 2000s",
        "Van de jaren 1990 tot en met de jaren 2000",
    ),
    (
        "1990/200X",
        "С 1990 г. по 2000-е годы",
        "From the year 1990 to the 2000s",
        "Van het jaar 1990 tot en met de jaren 2000",
    ),
    (
        "199X/2008",
        "С 1990-х годов по 2008 г.",
        "From the 1990s to the year 2008",
        "Van de jaren 1990 tot en met het jaar 2008",
    ),
]


@pytest.mark.parametrize(("edtf", "ru", "en", "nl"), OPENINGS)
def test_a_date_opens_a_sentence(edtf, ru, en, nl):
    date = PartialDate(edtf)
    assert [date.opening(language).replace("\u00a0", " ") for language in ("ru", "en", "nl")] == [
        ru,
        en,
        nl,
    ]


@pytest.mark.parametrize("language", ["ru", "en", "nl"])
@given(date=partial_dates())
def test_what_opens_a_sentence_is_read_back_as_the_same_date(language, date):
    assert PartialDate.parse(date.opening(language)) == date


@given(date=partial_dates(), language=st.sampled_from(["de", "en-GB", "x"]))
def test_other_languages_get_english(date, language):
    assert date.opening(language) == date.opening("en")
