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
    if not question:
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
    # Words of the dictionary first: what only might be a word is the worse suggestion.
    for near in sorted(one_error_away(word.folded), key=is_known, reverse=True):
        for form in forms(near) if is_known(near) else stems(near):
            looked_for.setdefault(form, near)
    holders, records = Counter(), {}
    for queryset in querysets:
        rows = queryset.filter(search__holds_any=list(looked_for)).order_by("pk").defer(None)
        for record in rows[:SAMPLE]:
            tokens = set(record.search.split())
            for near in {looked_for[form] for form in looked_for.keys() & tokens}:
                # Just as it is written there, rather than in another form.
                holders[near in tokens, near] += 1
                records.setdefault(near, record)
    return _best(holders, records, order=dict.fromkeys(looked_for.values()))


def _best(holders, records, order):
    """Of the words that most records hold one in the reader's language, then the likeliest error.

    holders: how many hold it, by pairs (just as it is written, word). records: one of them.
    """
    if not holders:
        return None
    rank = {near: (written, number) for (written, near), number in sorted(holders.items())}
    best = [near for near in order if rank.get(near) == max(rank.values())]
    return next((near for near in best if _is_read_in(records[near], near)), best[0])


def _is_read_in(record, near):
    """Whether the record's own texts in the page's language hold the word."""
    own = [name for name in search_field(type(record)).names() if "__" not in name]
    here = f"_{get_language()}"
    return any(
        not forms(word.folded).isdisjoint(forms(near))
        for name in own
        for text, column in texts_of(record, name)
        if column.endswith(here)
        for word in words_in(text)
    )
