"""A text -> its words -> their normal forms. Plain Python, no Django.

Two words are the same to the search when they have a normal form in common. Russian words that
the dictionary knows have its lemmas, all of them: without the sentence round it «порта» may be one
word or another. Names that no dictionary knows have what is left when an ending of Russian
declension is taken off. Latin words have their English and their Dutch stem, as a text may quote
either language. Each word is its own normal form besides.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from threading import local
from typing import NamedTuple

import pymorphy3
import snowballstemmer

LONGEST = 40
SHORTEST_STEM = 3

# A letter or digit, then more of them with what may stand within a word and is not seen:
# accents that combine, soft hyphens, marks of direction.
_WITHIN = "\u00ad\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_WITHIN}])*")
_JOINTS = frozenset("-‐‑'’ʼ")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LATIN = re.compile("[a-z]")

# Endings of nouns, adjectives and surnames: Зализняк, «Грамматический словарь русского языка».
_ENDINGS = (
    "а я у ю ы и е о ь й ом ем ой ей ою ею ым им ам ям ах ях ов ев ами ями ого его ому ему "
    "ыми ими ых их ый ий ая яя ое ее ую юю ые ие"
)

# Words that say nothing of what a record is about.
_SMALL = (
    "а в во г да до за и из или к как ко на не ни но о об обо от по под при про с со у что "
    "a an and at by for from in of on or s t the to with "
    "de den der een en het met of op te tot uit van voor"
)
ENDINGS = tuple(_ENDINGS.split())
SMALL = frozenset(_SMALL.split())


class Word(NamedTuple):
    """A word of a text: where it stands there, and how the search writes it."""

    start: int
    end: int
    folded: str
    is_small: bool


@lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """The text without case, accents and marks; «ё» is «е», «й» stays what it is."""
    letters = []
    for char in unicodedata.normalize("NFKC", text).casefold():
        if char == "ё":
            char = "е"
        elif not _CYRILLIC.match(char):
            char = unicodedata.normalize("NFD", char)[:1]
        if char.isalnum():
            letters.append(char)
    return "".join(letters)[:LONGEST]


def words_in(text: str) -> Iterator[Word]:
    """The words of a text in their order. A capital letter before a full stop is an initial."""
    for match in _WORD.finditer(text):
        folded = fold(match[0])
        if folded:
            start, end = match.span()
            is_initial = end - start == 1 and match[0].isupper() and text[end : end + 1] == "."
            yield Word(start, end, folded, folded in SMALL and not is_initial)


def joined_in(text: str) -> Iterator[str]:
    """The words that hyphens and apostrophes hold together, each as one: «вицемэр»."""
    chain: list[Word] = []
    for word in words_in(text):
        if chain and not (word.start == chain[-1].end + 1 and text[chain[-1].end] in _JOINTS):
            yield from _whole(chain)
            chain = []
        chain.append(word)
    yield from _whole(chain)


def _whole(chain: list[Word]) -> list[str]:
    return ["".join(word.folded for word in chain)[:LONGEST]] if len(chain) > 1 else []


@lru_cache(maxsize=1)
def _russian() -> pymorphy3.MorphAnalyzer:
    """Loaded when first needed, once a process: it takes 0.1 s and some tens of MB."""
    return pymorphy3.MorphAnalyzer(lang="ru")


class _Stemmers(local):
    """The stemmers of one thread: each holds the word that it is at work on."""

    def __init__(self):
        self.each = [snowballstemmer.stemmer(language) for language in ("english", "dutch")]


_STEMMERS = _Stemmers()


def is_known(word: str) -> bool:
    """Whether the Russian dictionary has the folded word in this form."""
    return bool(_CYRILLIC.search(word)) and _russian().word_is_known(word)


@lru_cache(maxsize=50_000)
def forms(word: str) -> frozenset[str]:
    """The normal forms of a folded word, itself among them."""
    if is_known(word):
        parses = _russian().parse(word)
        return frozenset({word, *(fold(parse.normal_form) for parse in parses)})
    return stems(word)


def stems(word: str) -> frozenset[str]:
    """What a folded word may be made of, as far as its ending tells."""
    if _CYRILLIC.search(word):
        bare = (word.removesuffix(ending) for ending in ENDINGS)
    elif _LATIN.search(word):
        bare = (stemmer.stemWord(word) for stemmer in _STEMMERS.each)
    else:
        bare = ()
    return frozenset({word, *(stem for stem in bare if len(stem) >= SHORTEST_STEM)})
