"""What a reader asks: words that a record must all hold, in any form and any part of it."""

from dataclasses import dataclass, replace

from django.db.models import Case, IntegerField, Q, Value, When

from core.search.column import BODY, PARTS
from core.search.words import forms, words_in

# The order hardly gains by more of them, and each costs the database work.
RANKED = 12
LEVELS = {mark: level for level, mark in enumerate(PARTS)}


@dataclass(frozen=True)
class Asked:
    """One word of a question: as it was written and as it is looked for."""

    written: str
    folded: str

    @property
    def forms(self):
        return sorted(forms(self.folded))

    def anywhere(self, *, unfinished=False):
        """A condition: the record holds the word, or one that begins so."""
        beginning = [f"{self.folded}*"] if unfinished else []
        return Q(search__holds_any=[*self.forms, *beginning])

    def _in(self, mark):
        return Q(search__holds_any=[form + mark for form in self.forms])

    def level(self):
        """An expression: how far down a record that holds the word holds it first."""
        whens = [When(self._in(mark), then=Value(level)) for mark, level in LEVELS.items() if mark]
        return Case(*whens, default=Value(LEVELS[BODY]), output_field=IntegerField())


@dataclass(frozen=True)
class Question:
    """Words to search for; false when nothing was asked. A text without any word finds nothing.

    text: as it was asked. meant: where words of it have typing errors, the text that was taken in
    its place; else the same.
    """

    text: str
    words: tuple[Asked, ...] = ()
    meant: str = ""

    def __bool__(self):
        return bool(self.text)

    @property
    def is_corrected(self):
        return self.meant != self.text

    def condition(self, *, unfinished=False):
        """All the words are there, the last as a beginning if unfinished; none finds nothing."""
        if not self.words:
            return Q(pk__in=[])
        *words, last = self.words
        return Q(*[word.anywhere() for word in words], last.anywhere(unfinished=unfinished))

    def relevance(self):
        """An expression that is least where the words stand in the weightiest parts."""
        first, *others = self.words[:RANKED]
        return sum((word.level() for word in others), first.level())

    def with_words(self, meant):
        """The question with other words in place of some: meant maps the asked to the texts."""
        text = self.text
        for word in sorted(meant, key=lambda word: -len(word.written)):
            text = text.replace(word.written, meant[word])
        return replace(ask(text), text=self.text, meant=text)


def ask(text):
    """The Question that a text is; of small words such as «в» and «the» nothing is asked."""
    asked = {
        word.folded: Asked(text[word.start : word.end], word.folded)
        for word in words_in(text)
        if not word.is_small
    }
    return Question(text, tuple(asked.values()), text)
