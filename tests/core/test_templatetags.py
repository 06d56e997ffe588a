import pytest
from django.template import Context, Template
from django.utils.translation import override
from hypothesis import given

from core.dates import PartialDate
from core.templatetags.register import precision_words, when
from events.models import Event
from tests.strategies import partial_dates


def render(source, **context):
    return Template("{% load register %}" + source).render(Context(context))


@pytest.fixture
def untranslated():
    return Event(slug="a", title_ru="Порт & <причал>", body_ru="<p>Да<script>x()</script></p>")


def test_a_translated_text_stands_alone(untranslated):
    with override("ru"):
        assert render('{% text e "title" %}', e=untranslated) == "Порт &amp; &lt;причал&gt;"


def test_a_text_not_translated_is_marked_as_russian(untranslated):
    with override("nl"):
        assert render('{% text e "title" %}', e=untranslated) == (
            '<span class="foreign" lang="ru">Порт &amp; &lt;причал&gt;</span>'
        )
        assert render('{% text e "summary" %}', e=untranslated) == ""


def test_rich_text_is_sanitised_on_the_way_out(untranslated):
    with override("ru"):
        assert render('{% rich e "body" %}', e=untranslated) == "<p>Да</p>"


@pytest.mark.parametrize(
    ("edtf", "html"),
    [
        ("1958", '<time datetime="1958">1958</time>'),
        ("2013-02", '<time datetime="2013-02">February 2013</time>'),
        ("2018-09-05/2018-09-06", "<span>5–6 September 2018</span>"),
        ("2011-21", "<span>spring 2011</span>"),
    ],
)
def test_a_date_is_a_time_element_where_html_has_a_value_for_it(edtf, html):
    with override("en"):
        assert html in render("{% when d %}", d=PartialDate(edtf))


def test_no_date_says_so():
    with override("en"):
        assert "no date" in render("{% when d %}", d=None)


@pytest.mark.parametrize(
    ("edtf", "marks"),
    [
        ("1958", ["M0.0 6H120.0"]),
        ("2013-02", ["M10.0 6H20.0"]),
        ("2011-21", ["M20.0 6H50.0"]),
        ("2014-24", ["M110.0 6H120.0", "M0.0 6H20.0"]),
        ("199X", ["M0.0 6H120.0"]),
        ("2018-04-27", ["M38.7 6H41.1"]),
        ("2020-02-10", ["M13.1 6H15.5"]),
    ],
)
def test_the_ruler_marks_what_the_date_may_mean(edtf, marks):
    assert when(PartialDate(edtf))["marks"] == marks


@given(date=partial_dates())
def test_every_date_has_its_place_and_its_precision(date):
    for large in (False, True):
        context = when(date, large=large)
        assert context["marks"]
    assert precision_words(date)
