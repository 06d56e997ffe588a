"""Forms of Russian words (pymorphy3), each word analysed once."""

import functools
import re

import pymorphy3

CACHE_SIZE = 50_000
WORD = re.compile(r"[^\W\d_]+")
# The analyzer knows no other scripts, and longer runs of letters are no words.
RUSSIAN = re.compile(r"[а-яё]{1,40}(?:[-’'][а-яё]{1,40}){0,3}", re.IGNORECASE)


@functools.cache
def _analyzer():
    return pymorphy3.MorphAnalyzer(lang="ru")


@functools.lru_cache(maxsize=CACHE_SIZE)
def parses(word):
    """All analyses of a word, the likeliest first; none of what is too long for a word."""
    return tuple(_analyzer().parse(word)) if RUSSIAN.fullmatch(word) else ()


@functools.lru_cache(maxsize=CACHE_SIZE)
def lemmas(word):
    """The dictionary forms a word may have, «е» for «ё»; the word itself among them."""
    forms = dict.fromkeys(parse.normal_form.replace("ё", "е") for parse in parses(word))
    return frozenset((*forms, word))


@functools.lru_cache(maxsize=CACHE_SIZE)
def is_known(word):
    """Whether the dictionary has the word."""
    return bool(RUSSIAN.fullmatch(word)) and _analyzer().word_is_known(word)


@functools.lru_cache(maxsize=CACHE_SIZE)
def may_be(word, *grammemes):
    """Whether an analysis of the word has all these grammemes."""
    return any(set(grammemes) <= parse.tag.grammemes for parse in parses(word))


@functools.lru_cache(maxsize=CACHE_SIZE)
def is_predicate(word):
    """Whether the word is likely a verb, short participle or the like, in a finite form."""
    if word in {"нет", "есть"}:
        return True
    found = parses(word) if is_known(word) else ()
    if not found:
        return False
    best = found[0].score
    likely = [p for p in found if p.score >= best * 0.5]
    return any(p.tag.POS in {"VERB", "PRTS"} for p in likely)


def is_told(read):
    """Whether what is read tells something: whether a word of it is a predicate."""
    return any(map(is_predicate, WORD.findall(read)))
