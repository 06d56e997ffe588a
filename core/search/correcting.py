"""A word with a typing error -> the word that was meant.

The vocabulary is the search columns of the records that the reader may see, and nothing else: a
word that only a draft holds can neither be found nor be suggested.
"""

from collections import Counter

from django.db import models
from django.db.models import Exists
from django.utils.translation import get_language

from core.search.column import search_field, texts_of
from core.search.words import forms, is_known, stems, words_in

SHORTEST = 5
MOST_WRONG = 3
SAMPLE = 100
ALPHABETS = (
    "абвгдежзийклмнопрстуфхцчшщъыьэюя",
    "abcdefghijklmnopqrstuvwxyz",
    "0123456789",
)


def one_error_away(word):
    """The words that one typing error would have made this word of, the likeliest errors first.

    Neighbours that changed places, one letter for another, one left out, one too many: distance 1
    after F. J. Damerau, "A technique for computer detection and correction of spelling errors"
    (1964). Letters come from the alphabet of the word's own.
    """
    letters = next((letters for letters in ALPHABETS if not set(letters).isdisjoint(word)), "")
    parts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    swapped = [a + b[1] + b[0] + b[2:] for a, b in parts if len(b) > 1]
    replaced = [a + letter + b[1:] for a, b in parts if b for letter in letters]
    longer = [a + letter + b for a, b in parts for letter in letters]
    shorter = [a + b[1:] for a, b in parts if b]
    found = dict.fromkeys([*swapped, *replaced, *longer, *shorter])
    found.pop(word, None)
    return list(found)


def correct(question, querysets):
    """The question as it was meant, if it finds nothing in any of the querysets; else itself.

    In the place of a word that none of them holds, and that has five letters or more, stands the
    word one error away that most records hold.
    """
    if not question.words:
        return question
    held = [_held(question, queryset) for queryset in querysets]
    if any(whole for whole, _words in held):
        return question
    missing = [word for word in question.words if not any(words[word] for _whole, words in held)]
    wrong = [word for word in missing if len(word.folded) >= SHORTEST][:MOST_WRONG]
    meant = {word: found for word in wrong if (found := _meant(word, querysets))}
    return question.with_words(meant) if meant else question


def _held(question, queryset):
    """Whether any record holds all the words, and which of the words; one query."""
    queryset = queryset.order_by()
    conditions = [question.condition(), *(word.anywhere() for word in question.words)]
    answers = {
        f"n{number}": Exists(queryset.filter(condition))
        for number, condition in enumerate(conditions)
    }
    rows = models.QuerySet(queryset.model, using=queryset.db).annotate(**answers)
    whole, *words = rows.values_list(*answers).first() or [False] * len(answers)
    return whole, dict(zip(question.words, words, strict=True))


def _meant(word, querysets):
    """The text of the word that was meant, or None; one query for each queryset."""
    looked_for = {}
    for near in sorted(one_error_away(word.folded), key=_is_sure, reverse=True):
        for form in forms(near) if is_known(near) else _long_stems(near):
            looked_for.setdefault(form, near)
    holders, records = Counter(), {}
    for queryset in querysets:
        rows = queryset.filter(search__holds_any=list(looked_for)).order_by("pk").defer(None)
        for record in rows[:SAMPLE]:
            for near in {looked_for[form] for form in looked_for.keys() & record.search.split()}:
                holders[near] += 1
                records.setdefault(near, record)
    order = dict.fromkeys(looked_for.values())
    rank = {near: _rank(near, holders[near], records[near]) for near in order if near in records}
    best = max(rank, key=rank.get, default=None)
    return best and _as_written(best, records[best])


def _long_stems(near):
    """A short stem says nothing of what was meant: «ним», "part"."""
    return [stem for stem in stems(near) if stem == near or len(stem) >= SHORTEST]


def _is_sure(near):
    """Words of the dictionary are surer than what only might be a word, lemmas surest of all."""
    return (is_known(near) and 1) + (is_known(near) and forms(near) == {near})


def _rank(near, number, record):
    """How likely it was meant: it is a word, most records hold it, it is of the reader's language.

    number: how many records hold it. record: one of them.
    """
    here = f"_{get_language()}"
    words = _own_words(record)
    written = {word for word, _column in words}
    is_read = any(forms(word) & forms(near) for word, column in words if column.endswith(here))
    return near in written or is_known(near), near in written, number, is_read


def _as_written(near, record):
    """The word itself; for what may be only a stem the word of the record that has it."""
    words = dict.fromkeys(word for word, _column in _own_words(record))
    if near in words or is_known(near):
        return near
    return next((word for word in words if forms(word) & stems(near)), near)


def _own_words(record):
    """The words of the record's own texts, each with the column it stands in."""
    names = [name for name in search_field(type(record)).names() if "__" not in name]
    texts = [pair for name in names for pair in texts_of(record, name)]
    return [(word.folded, column) for text, column in texts for word in words_in(text)]
