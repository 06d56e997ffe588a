"""A direction as a point of the note's first section."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from briefings.writing.cases import small_first
from briefings.writing.footnotes import Line, own, told
from briefings.writing.note import Words
from briefings.writing.remarks import mark_source, mark_withheld
from core.languages import SOURCE


def direction_line(direction, notes, choice):
    """Its title and text without a final mark; a text that begins with the title says it alone."""
    title, text = _point(told(direction, "title")), _point(told(direction, "text"))
    said = [] if text.text.lower().startswith(title.text.lower()) else [title]
    if text.text:
        said += [own(": "), text] if said else [text]
    line = Line(notes, *said)
    if direction.valid:
        line.mark((own(f"{_('Years:')} {direction.valid.show(get_language())}"),))
    mark_withheld(line, direction)
    mark_source(line, direction, choice)
    return line


def _point(words):
    text = " ".join(words.text.split()).rstrip(" .;")
    if words.language == SOURCE:
        text = small_first(text)
    return Words(text, words.language, words.shown_in_source)
