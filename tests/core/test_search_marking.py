"""A text -> the text with what was asked for marked: every form of it, and never markup."""

import re

import pytest
from django.utils.html import escape, strip_tags
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from core.search.marking import excerpt, marked
from core.search.question import ask
from events.models import Event


def marks(text, words):
    return re.findall(r"<mark>(.*?)</mark>", marked(text, ask(words)))


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Порт и порты; портов не спорт", "порта", ["Порт", "порты", "портов"]),
        ("Марк Ван Пеел", "Ван Пеелом", ["Ван", "Пеел"]),
        ("Санкт-Петербург", "петербурге", ["Петербург"]),
        ("Лёвен", "левене", ["Лёвен"]),
        ("за\u0301мок", "замки", ["за\u0301мок"]),
        ("The ports’ work", "port", ["ports"]),
        ("А. В. Львов и другие в порту", "А. В. Львовым", ["А", "В", "Львов"]),
        ("Порт", "мода", []),
        ("", "порт", []),
    ],
)
def test_what_is_marked(text, words, found):
    assert marks(text, words) == found


def test_markup_of_a_text_stays_text():
    text = '<b>порт</b> & "порт" <script>alert(1)</script>'
    assert marked(text, ask("порт b script")) == (
        "&lt;<mark>b</mark>&gt;<mark>порт</mark>&lt;/<mark>b</mark>&gt; &amp; "
        "&quot;<mark>порт</mark>&quot; "
        "&lt;<mark>script</mark>&gt;alert(1)&lt;/<mark>script</mark>&gt;"
    )


def test_nothing_asked_nothing_marked():
    assert marked("<b>порт", None) == "<b>порт"
    assert not hasattr(marked("<b>порт", None), "__html__")


@given(
    st.text(alphabet="аб <>&'\"/markscript", max_size=60), st.text(alphabet="аб mark", max_size=9)
)
def test_marking_adds_marks_and_nothing_else(text, words):
    html = str(marked(text, ask(words))) if ask(words) else escape(text)
    assert html.replace("<mark>", "").replace("</mark>", "") == escape(text)


EVENT = Event(
    title_ru="Визит",
    title_en="Visit",
    summary_ru="О моде",
    body_ru="<p>Первый день.</p><p>Осмотр <b>порта</b> &amp; города.</p>",
    body_nl="<p>Bezoek aan de haven.</p>",
    persons_ru="Марк Ван Пеел\nЯн Дегриз",
)


@pytest.mark.parametrize(
    ("language", "words", "found"),
    [
        ("ru", "порт", ("Первый день.; Осмотр <mark>порта</mark> &amp; города.", "ru")),
        ("en", "порт", ("Первый день.; Осмотр <mark>порта</mark> &amp; города.", "ru")),
        ("ru", "дегризом", ("Марк Ван Пеел; Ян <mark>Дегриз</mark>", "ru")),
        ("ru", "haven", ("Bezoek aan de <mark>haven</mark>.", "nl")),
        ("ru", "visits", ("<mark>Visit</mark>", "en")),
        ("ru", "визит мода", None),
        ("ru", "визит дегриз", ("Марк Ван Пеел; Ян <mark>Дегриз</mark>", "ru")),
        ("ru", "велосипед", None),
    ],
)
def test_where_a_word_stands_that_is_not_to_be_seen(language, words, found):
    with override(language):
        assert excerpt(EVENT, ("title", "summary"), ask(words)) == found


def test_of_a_long_text_the_place_is_shown_cut_between_words():
    event = Event(title_ru="Визит", body_ru=f"<p>{'слово ' * 200}порт {'слово ' * 200}</p>")
    html, _language = excerpt(event, ("title", "summary"), ask("порт"))
    words = strip_tags(html).split()
    assert (words[0], words[-1]) == ("…", "…")
    assert set(words) == {"…", "слово", "порт"}
    assert len(html) < 260
