"""Dates inside sentences: each form, in all months and cases, as exact as written and no more."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.reading.dating import Years, find_dates
from briefings.reading.stretch import stretch
from core.dates.vocabulary import RUSSIAN_MONTHS

FORMS = {
    number: [stem + ending for ending in endings.split(" ")]
    for number, stem, endings in RUSSIAN_MONTHS
}
ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
YEARS_OF_NOTE = Years(note=2016, neighbour=2012, month=4, order=(4, 1))

months = st.integers(1, 12)
years = st.integers(1900, 2049)
days = st.integers(1, 28)


@st.composite
def month_words(draw):
    month = draw(months)
    return month, draw(st.sampled_from(FORMS[month]))


def read(text, years=None):
    """EDTF of the dates in a text; None for one whose year nothing tells."""
    found = find_dates(stretch(text).read)
    resolved = [(years or Years()).resolve(date) for date in found]
    return [each and each.date.edtf for each in resolved]


@given(month_words(), years, st.sampled_from([" г.", " года", " году", "г.", ""]))
def test_a_month_in_any_case(word, year, ending):
    month, written = word
    assert read(f"В {written} {year}{ending} состоялось") == [f"{year}-{month:02}"]


@given(month_words(), years, days)
def test_a_day_in_any_case_and_form(word, year, day):
    month, written = word
    edtf = f"{year}-{month:02}-{day:02}"
    assert read(f"{day} {written} {year} г. открыт") == [edtf]
    assert read(f"Подписан {day:02}.{month:02}.{year}") == [edtf]
    assert read(f"{day}.{ROMAN[month - 1]}.{year} – визит") == [edtf]
    assert read(f"{year}, {day} {FORMS[month][1]}: визит") == [edtf]


@given(
    month_words(), years, days, days, st.sampled_from(["{}–{}", "{} - {}", "с {} по {}", "{} — {}"])
)
def test_days_of_a_month(word, year, first, last, form):
    month, written = word
    first, last = sorted((first, last % 28 + 1 if first == last else last))
    text = f"{form.format(first, last)} {written} {year} года"
    assert read(text) == [f"{year}-{month:02}-{first:02}/{year}-{month:02}-{last:02}"]


@given(months, months, years, st.sampled_from(["{}–{}", "с {} по {}", "в {}-{}"]))
def test_months_that_share_a_year(first, last, year, form):
    if first == last:
        return
    words = form.format(FORMS[first][1], FORMS[last][1])
    begins = year - 1 if first > last else year
    assert read(f"{words} {year} г.") == [f"{begins}-{first:02}/{year}-{last:02}"]


@given(
    st.integers(1, 4),
    years,
    st.sampled_from(["{} квартал {} г.", "в {} квартале {} года", "{} кв. {}"]),
)
def test_quarters(number, year, form):
    for written in (ROMAN[number - 1], str(number), f"{number}-й"):
        assert read(form.format(written, year)) == [f"{year}-{32 + number}"]


@given(st.integers(1, 2), years)
def test_half_years(number, year):
    words = {1: "первом", 2: "втором"}[number], {1: "первой", 2: "второй"}[number]
    texts = (
        f"В {words[0]} полугодии {year} г.",
        f"во {words[1]} половине {year} года",
        f"{number} пол. {year} г.",
    )
    for text in texts:
        assert read(text) == [f"{year}-{39 + number}"]


@given(st.integers(190, 204))
def test_decades(decade):
    for text in (f"в {decade}0-е годы", f"с {decade}0-х гг.", f"середина {decade}0-х"):
        assert [edtf.removesuffix("/..") for edtf in read(text)] == [f"{decade}X"]


@given(st.integers(0, 99), month_words())
def test_two_digit_years_are_ours_up_to_49(short, word):
    month, _ = word
    century = 2000 if short < 50 else 1900
    (found,) = find_dates(f"12.{month:02}.{short:02}")
    resolved = Years().resolve(found)
    assert (resolved.date.edtf, resolved.two_digit) == (f"{century + short}-{month:02}-12", True)


@given(month_words(), years, st.integers(29, 39))
def test_a_day_that_does_not_exist_leaves_the_month(word, year, day):
    month, written = word
    try:
        expected = datetime.date(year, month, day).isoformat()
    except ValueError:
        expected = f"{year}-{month:02}"
    assert read(f"{day} {written} {year} г.") == [expected]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("В середине 1990-х годов", "199X"),
        ("в девяностые годы", "199X"),
        ("с 60-х гг. ХХ века", "196X/.."),
        ("в 80-е годы прошлого века", "198X"),
        ("в 1970–1980-е годы", "197X/198X"),
        ("Весной 2011 года", "2011-21"),
        ("зимой 2014–2015 гг.", "2014-24"),
        ("зимой 2014/15 г.", "2014-24"),
        ("зимой 2013 г.", "2013"),
        ("осень–зима 2013 г.", "2013"),
        ("летом и осенью 2009 г.", "2009-22/2009-23"),
        ("в 2014/2015 учебном году", "2014-09/2015-08"),
        ("2010/11 уч. г.", "2010-09/2011-08"),
        ("в конце мая – начале июня 2012 г.", "2012-05/2012-06"),
        ("в первых числах мая 2012 г.", "2012-05"),
        ("в первой декаде мая 2012 г.", "2012-05"),
        ("во второй половине мая 2012 г.", "2012-05"),
        ("в начале 2013 года", "2013"),
        ("около 1990 г.", "1990"),
        ("с 15 декабря 2013 г. по 10 января 2014 г.", "2013-12-15/2014-01-10"),
        ("28 декабря – 3 января 2014 г.", "2013-12-28/2014-01-03"),
        ("03-05.10.2011", "2011-10-03/2011-10-05"),
        ("с 12.05 по 15.05.2013", "2013-05-12/2013-05-15"),
        ("12.05.–15.05.2013", "2013-05-12/2013-05-15"),
        ("3, 5 и 8 ноября 2010 г.", "2010-11-03/2010-11-08"),
        ("в 2009 и 2011 годах", "2009/2011"),
        ("в ноябре 2012 г. и марте 2013 г.", "2012-11/2013-03"),
        ("в 2012–13 гг.", "2012/2013"),
        ("в период с 2005 по 2008 год", "2005/2008"),
        ("между 2011 и 2013 гг.", "2011/2013"),
        ("с мая 2013 г. действует", "2013-05/.."),
        ("с 2010 года по настоящее время", "2010/.."),
        ("начиная с 2009-го", "2009/.."),
        ("В 2011 году, с 27 августа по 4 сентября,", "2011-08-27/2011-09-04"),
        ("2012 (осень)", "2012-23"),
        ("2013-09-05", "2013-09-05"),
        ("XII.2006", "2006-12"),
        ("5/VI-2011 г.", "2011-06-05"),
        ("10 декабря 2013г. принял", "2013-12-10"),
        ("B 2О1З г.", "2013"),
        ("С З1 мая по 2 июня 2О14 г.", "2014-05-31/2014-06-02"),
    ],
)
def test_a_form(text, edtf):
    assert read(text) == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("В октябре того же года", "2012-10"),
        ("15 числа того же месяца", "2012-04-15"),
        ("в текущем году", "2016"),
        ("5 мая с.г.", "2016-05-05"),
        ("в ноябре прошлого года", "2015-11"),
        ("до конца года", "2012"),
        ("Спустя год", "2013"),
        ("годом ранее", "2011"),
    ],
)
def test_what_a_date_leans_on(text, edtf):
    assert read(text, YEARS_OF_NOTE) == [edtf]


def test_nothing_to_lean_on_gives_no_date():
    assert read("5 мая прошёл концерт") == [None]
    assert read("в прошлом году") == [None]


def test_another_paragraph_lends_its_year_only_while_the_months_go_on():
    (may,), (march,) = find_dates("5 мая"), find_dates("5 марта")
    years = Years(neighbour=2012, order=(4, 1))
    assert years.resolve(may, same_paragraph=False).date.edtf == "2012-05-05"
    assert years.resolve(march, same_paragraph=False) is None


@pytest.mark.parametrize(
    "text",
    [
        "«ЭКСПО-2010»",
        "60-летия отношений",
        "12 тысяч человек",
        "в 2000 человек",
        "тел. 576-12-08",
        "№ 2013",
        "выросли на 12.05 %",
        "счёт 4:3",
        "в начале XXI века",
        "35 га, 14 студентов",
    ],
)
def test_what_is_no_date(text):
    assert read(text) == []


@given(st.text(alphabet="0123456789.-–/ гмаяйвспо,()IVX\n", max_size=60))
def test_any_numbers_are_read_without_an_error(text):
    for found in find_dates(stretch(text).read):
        assert 0 <= found.start < found.end <= len(stretch(text))
        YEARS_OF_NOTE.resolve(found)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("3-5 сентября 2013 г. и 8-10 октября 2014 г.", "2013-09-03/2014-10-10"),
        ("(30.05-02.06.2010)", "2010-05-30/2010-06-02"),
        ("В 2 0 1 3 г.", "2013"),
        ("2го июля 2013", "2013-07-02"),
        ("в 2013м году", "2013"),
        ("в июне 2012го", "2012-06"),
        ("ЗО ноября 2О12 г.", "2012-11-30"),
        ("(май 2007 г., май 2009 г.)", "2007-05/2009-05"),
        ("в 2004 году, в мае", "2004-05"),
        ("май '98", "1998-05"),
        ("12 мая 98 г.", "1998-05-12"),
        ("в январе 2012 г. – н. в.", "2012-01/.."),
        ("I–II кв. 2013 г.", "2013-33/2013-34"),
        ("Спустя год, в сентябре 2010 г.,", "2010-09"),
        ("К3 2013", "2013-35"),
        ("3-е – 7-е февраля 2012", "2012-02-03/2012-02-07"),
        ("с 3-го по 7-е февраля 2012 г.", "2012-02-03/2012-02-07"),
        ("4-го февраля 2012 г.", "2012-02-04"),
        ("пятого мая 2013 года", "2013-05-05"),
        ("с двадцать третьего по двадцать пятое июня 2014 г.", "2014-06-23/2014-06-25"),
        ("«15» мая 2013 г.", "2013-05-15"),
        ("15мая2013г.", "2013-05-15"),
        ("в мае2013 года", "2013-05"),
        ("с12 по 15 мая 2013 г.", "2013-05-12/2013-05-15"),
        ("12,05,2013", "2013-05-12"),
        ("12.–14.05.2013", "2013-05-12/2013-05-14"),
        ("13/14 мая 2013 г.", "2013-05-13/2013-05-14"),
        ("сентябрь/октябрь 2013 г.", "2013-09/2013-10"),
        ("в мае (12–14) 2014 г.", "2014-05-12/2014-05-14"),
        ("12 мая (воскресенье) 2013 г.", "2013-05-12"),
        ("12, 15 мая и 3 июня 2014 г.", "2014-05-12/2014-06-03"),
        ("2, 5 мая и 3 июня 2014", "2014-05-02/2014-06-03"),
        ("12 и 15 мая, 3 июня 2014", "2014-05-12/2014-06-03"),
        ("30 и 31 декабря и 2 января 2014 г.", "2013-12-30/2014-01-02"),
        ("в мае–июне и сентябре 2014 г.", "2014-05/2014-09"),
        ("в 2010, 2012, 2014 гг.", "2010/2014"),
        ("в ночь с 30 на 31 декабря 2013 г.", "2013-12-30/2013-12-31"),
        ("до 5 мая 2013 г. работала", "2013"),
        ("к 1 мая 2013 г. построен", "2013-05-01"),
        ("7–3 мая 2013 г.", "2013-05"),
        ("с 1989 г. по 2000-е годы", "1989/200X"),
        ("с первого полугодия 1991 г. по 1991 г.", "1991-40/1991"),
        ("в нач. 2014 г.", "2014"),
    ],
)
def test_a_damaged_or_rarer_form(text, edtf):
    assert read(text) == [edtf]
