"""A WrittenNote as a page of its own: what is printed, and what the PDF is made of."""

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string

STYLES = "css/note.css"


def to_html(note):
    """The whole document as text, with its styles in it: it needs no other file."""
    styles = _read(finders.find(STYLES))
    return render_to_string("briefings/document.html", {"note": note, "styles": styles})


def _read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()
