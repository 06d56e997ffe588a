"""A text -> words -> normal forms: which words are the same to the search, and which are not."""

from concurrent.futures import ThreadPoolExecutor
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.search.correcting import one_error_away
from core.search.question import ask
from core.search.words import LONGEST, fold, forms, joined_in, stems, words_in


def folded(text):
    return [word.folded for word in words_in(text)]


def telling(text):
    """The words that are looked for."""
    return [word.folded for word in words_in(text) if not word.is_small]


def same(one, other):
    return not forms(fold(one)).isdisjoint(forms(fold(other)))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Порт, порт; «ПОРТ»!", ["порт", "порт", "порт"]),
        ("ёлка Ёлка е\u0308лка", ["елка", "елка", "елка"]),
        ("йод и\u0306од", ["йод", "йод"]),
        ("за\u0301мок", ["замок"]),
        ("по\u00adрт по\u200bрт \u202eпорт", ["порт", "порт", "порт"]),
        ("België Lövén Straße", ["belgie", "loven", "strasse"]),
        ("Санкт-Петербург d’Artagnan", ["санкт", "петербург", "d", "artagnan"]),
        ("2013–2015, 27 апреля", ["2013", "2015", "27", "апреля"]),
        ("a_b\x00c", ["a", "b", "c"]),
        ("🙂 !!! ... — \ud800 \ufffd", []),
        ("ｐｏｒｔ ﬁn", ["port", "fin"]),
    ],
)
def test_what_the_words_of_a_text_are(text, words):
    assert folded(text) == words


def test_small_words_are_not_looked_for_but_initials_are():
    assert telling("порты в Антверпене и the port of Van Dyck") == [
        "порты",
        "антверпене",
        "port",
        "dyck",
    ]
    assert telling("А. В. Львов") == telling("А.В.Львов") == ["а", "в", "львов"]
    assert telling("а в Львове, 2013 г.") == ["львове", "2013"]


def test_what_hyphens_join_is_also_one_word():
    assert list(joined_in("вице-мэр, d’Artagnan; 2013 - порт Санкт-Петербурга")) == [
        "вицемэр",
        "dartagnan",
        "санктпетербурга",
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("порта", "порт"),
        ("порта", "портов"),
        ("портами", "Порту"),
        ("Лёвена", "Левен"),
        ("встретились", "встретиться"),
        ("Смольном", "Смольный"),
        ("Фландрией", "Фландрии"),
        ("мэрами", "мэр"),
        ("Санкт", "санкт"),
        ("havens", "haven"),
        ("overeenkomsten", "overeenkomst"),
        ("industries", "industry"),
        ("ports", "port"),
        ("Belgie", "België"),
    ],
)
def test_forms_of_one_word(one, other):
    assert same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("порт", "портал"),
        ("порт", "спорт"),
        ("порт", "транспорт"),
        ("музей", "муза"),
        ("культура", "культурный"),
        ("мир", "мирный"),
        ("институт", "институция"),
        ("маршал", "марш"),
        ("port", "report"),
        ("haven", "heaven"),
        ("2013", "2014"),
    ],
)
def test_words_that_only_look_alike(one, other):
    assert not same(one, other)


# Foreign surnames that end in a consonant are declined like nouns when a man bears them, those in
# -о, -и, -у, -е not at all: Розенталь, «Справочник по правописанию», §§ 149, 150.
SURNAMES = (
    "Пеел Вевер Дегриз Мостер Янсен Дейк Рубенс Бош Мемлинг Хендрикс Дюпон Бернар Шмидт Мюллер "
    "Штайнмайер Олланд Вальстрём Линдстрём Ольсен Хансен Пеетерс Якобс Мартенс Виллемс Гуссенс "
    "Ваутерс Браун Смит Джонсон Карлсон Кауфман Левен Стуб Халонен Пельтонен Берзиньш Ратас "
    "Сеппянен Хуттунен Дамен Кейзер Боумен Стейн Вос Схаутен Ван-Гог"
)


def cases(surname):
    """The six cases of a man's surname that ends in a consonant."""
    instrumental = "ем" if surname[-1] in "жшчщц" else "ом"
    return [surname + ending for ending in ("", "а", "у", "а", instrumental, "е")]


@pytest.mark.parametrize("surname", SURNAMES.split())
def test_a_foreign_name_in_any_case_finds_it_in_any_other(surname):
    for one, other in product(cases(surname), repeat=2):
        asked, held = folded(one), folded(other)
        assert all(same(*pair) for pair in zip(asked, held, strict=True)), (one, other)


@pytest.mark.parametrize(
    "declined",
    [
        ["Говорунов", "Говорунова", "Говорунову", "Говоруновым", "Говорунове"],
        ["Беглов", "Беглова", "Беглову", "Бегловым", "Беглове"],
        ["Львов", "Львова", "Львову", "Львовым", "Львове"],
        ["Королева", "Королёвой", "Королевой", "Королеву"],
        ["Левицкая", "Левицкой", "Левицкую"],
        ["Зальцман", "Зальцмана", "Зальцмане"],
        ["Вейдле"],
        ["Гойя", "Гойи", "Гойе", "Гойю", "Гойей"],
        ["Полтавченко"],
    ],
)
def test_russian_names_in_any_case(declined):
    for one, other in product(declined, repeat=2):
        assert same(one, other), (one, other)


@given(st.text(max_size=300))
def test_any_text_has_words_that_stand_where_they_are_said_to(text):
    end = 0
    for word in words_in(text):
        assert end <= word.start < word.end <= len(text)
        assert word.folded.isalnum()
        assert len(word.folded) <= LONGEST
        assert fold(text[word.start : word.end]) == word.folded
        end = word.end


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once_and_a_word_is_its_own_form(text):
    once = fold(text)
    assert fold(once) == once
    assert once in forms(once)


@given(st.text(max_size=200))
def test_any_text_is_a_question_whose_words_were_written_in_it(text):
    question = ask(text)
    assert bool(question) == bool(text)
    assert all(word.written in text for word in question.words)
    assert not question.is_corrected


def test_words_one_typing_error_away():
    near = one_error_away("порт")
    assert {"опрт", "борт", "спорт", "порты", "пот"} <= set(near)
    assert near[0] == "опрт"
    assert not {"порт", "портал", "portt", "тпорс"} & set(near)


@given(st.text(alphabet="абвгё", min_size=1, max_size=6))
def test_who_is_one_error_away_says_the_same_of_the_other(word):
    word = fold(word)
    for near in one_error_away(word):
        if near:
            assert word in one_error_away(near)


def test_words_of_several_readers_at_once_do_not_mix():
    words = ["relations", "bedrijven", "agreements", "vriendschap", "universities", "wethouders"]
    alone = {word: stems(word) for word in words}
    with ThreadPoolExecutor(8) as readers:
        asked = words * 200
        assert list(readers.map(stems, asked)) == [alone[word] for word in asked]
