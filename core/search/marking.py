"""A text -> the text with the words that were asked for marked, in whatever form they stand."""

from django.utils.html import escape
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from modeltranslation.utils import build_localized_fieldname

from core.languages import CODES, SOURCE
from core.search.column import search_field, texts_of
from core.search.words import forms, words_in

BEFORE, AFTER = 60, 140


def _hits(text, question):
    """The words of the text that were asked for: rows (start, end, the word asked)."""
    for word in words_in(text):
        for asked in question.words:
            if not word.is_small and not forms(word.folded).isdisjoint(asked.forms):
                yield word.start, word.end, asked
                break


def marked(text, question):
    """The text as safe HTML, each word that was asked for in a ``<mark>``; a text without any."""
    if not question or not text:
        return text
    pieces, at = [], 0
    for start, end, _asked in _hits(text, question):
        pieces += [escape(text[at:start]), "<mark>", escape(text[start:end]), "</mark>"]
        at = end
    pieces.append(escape(text[at:]))
    return mark_safe("".join(pieces))  # noqa: S308 - each piece is escaped


def excerpt(record, shown, question):
    """Where a record holds the words that what is shown of it does not: (HTML, language), or None.

    shown: the names of the texts that the reader sees anyway. Texts of other records, such as an
    event's parts, are not looked through.
    """
    unseen = set(question.words)
    for name in shown:
        unseen -= {asked for *_place, asked in _hits(getattr(record, name) or "", question)}
    for language, text in _own_texts(record) if unseen else ():
        for start, _end, asked in _hits(text, question):
            if asked in unseen:
                return marked(_cut(text, start), question), language
    return None


def _own_texts(record):
    """The record's translated texts, each with its language: the reader's, the source, the rest."""
    names = [name for name in search_field(type(record)).names() if "__" not in name]
    texts = {column: text for name in names for text, column in texts_of(record, name)}
    for language in dict.fromkeys([get_language(), SOURCE, *CODES]):
        for name in names:
            column = build_localized_fieldname(name, language)
            if column in texts:
                yield language, "; ".join(texts[column].splitlines())


def _cut(text, start):
    """The text round a place, cut between words."""
    begin, end = max(start - BEFORE, 0), start + AFTER
    piece = text[begin:end]
    if begin:
        piece = "… " + piece.partition(" ")[2]
    if end < len(text):
        piece = piece.rpartition(" ")[0] + " …"
    return piece
