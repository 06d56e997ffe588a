"""Footnotes of a note as they come up, and lines of it that carry their marks."""

from django.utils.translation import get_language, gettext

from briefings.writing.note import Mark, Words, plain
from briefings.writing.sentences import brings_date, closed, says, sentences
from core.languages import SOURCE, language_of

BEFORE_THE_MARK = (".", ";", ",")


def own(text):
    """Words in the note's own language."""
    return Words(text, get_language())


def told(record, name):
    """A text of a record as the note tells it, or Words without text."""
    language = language_of(record, name)
    return Words(getattr(record, name) or "", language, language != get_language())


class Footnotes:
    """The footnotes so far, and the source that holds until another is named."""

    def __init__(self):
        self.paragraphs = []
        self._source, self._number = (), 0
        self._why, self._why_number, self._holds_on = "", 0, False

    def add(self, paragraph):
        """Its Mark."""
        self.paragraphs.append(tuple(paragraph))
        return Mark(len(self.paragraphs))

    def source(self, source):
        """What to say of a record's source: a footnote, or nothing where the last one holds on."""
        if source == self._source:
            if source:
                self.paragraphs[self._number - 1] = (
                    own(gettext("Source, here and below: ")),
                    *source,
                )
            return ()
        self._source, self._number = source, len(self.paragraphs) + 1
        return (
            (own(gettext("Source: ")), *source)
            if source
            else (own(gettext("No source is named.")),)
        )

    def withheld(self, why):
        """What to say of a record that is not public: a footnote, or nothing where one holds on.

        why: in a word, empty for a public record.
        """
        if why == self._why:
            if why:
                here = gettext("%(why)s, here and below.") % {"why": why.capitalize()}
                self.paragraphs[self._why_number - 1] = (own(here),)
                self._holds_on = True
            return ()
        ended = self._holds_on
        self._why, self._why_number, self._holds_on = why, len(self.paragraphs) + 1, False
        if not why:
            return (own(gettext("Published.")),) if ended else ()
        return (own(closed(why.capitalize())),)


class Line:
    """A paragraph being written."""

    def __init__(self, footnotes, *begin):
        self.footnotes = footnotes
        self.parts = list(begin)

    def say(self, *words):
        self.parts += [part for part in words if part.text]

    def tell(self, texts):
        """Adds the sentences of these Words, but for those that stand in the line already.

        A sentence with a date of its own goes to a footnote: in a note each dated sentence is an
        event, and this one belongs to the event whose paragraph this is.
        """
        aside = []
        for words in texts:
            for sentence in sentences(words.text):
                if says(self.text, sentence):
                    continue
                said = Words(f" {sentence}", words.language, words.shown_in_source)
                if brings_date(sentence, words.language):
                    aside.append(said)
                else:
                    self._aside(aside)
                    aside = []
                    self.say(said)
        self._aside(aside)

    def _aside(self, paragraph):
        if paragraph:
            first = paragraph[0]
            begin = Words(first.text.lstrip(), first.language, first.shown_in_source)
            self.mark((begin, *paragraph[1:]))

    def mark(self, paragraph):
        """Adds a footnote; in Russian its mark stands before the full stop or semicolon."""
        mark, last = self.footnotes.add(paragraph), self.parts[-1]
        movable = isinstance(last, Words) and last.text.endswith(BEFORE_THE_MARK)
        if movable and last.language == SOURCE and not last.text.endswith("г."):
            before = Words(last.text[:-1], last.language, last.shown_in_source)
            self.parts[-1:] = [mark, Words(last.text[-1], last.language, last.shown_in_source)]
            if before.text:
                self.parts.insert(-2, before)
        else:
            self.parts.append(mark)

    def capitalise(self):
        first = self.parts[0]
        text = first.text[:1].upper() + first.text[1:]
        self.parts[0] = Words(text, first.language, first.shown_in_source)

    def close(self):
        """A full stop behind the line if nothing ends it."""
        said = plain(self.parts).rstrip()
        if closed(said) != said:
            self.say(own("."))

    @property
    def text(self):
        return plain(self.parts)

    def paragraph(self):
        """What stands in the line, neighbours of one language in one piece."""
        joined = []
        for part in self.parts:
            last = joined[-1] if joined else None
            if isinstance(part, Words) and isinstance(last, Words) and _alike(part, last):
                joined[-1] = Words(last.text + part.text, part.language, part.shown_in_source)
            else:
                joined.append(part)
        return tuple(joined)


def _alike(one, other):
    return (one.language, one.shown_in_source) == (other.language, other.shown_in_source)
