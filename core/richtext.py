"""Rich text: what an editor may write, and nothing else, ever reaches a page."""

import re
from html import unescape

from django.utils.html import strip_tags
from django_prose_editor.fields import ProseEditorField, create_sanitizer

EXTENSIONS = {
    "Bold": True,
    "Italic": True,
    "BulletList": True,
    "OrderedList": True,
    "ListItem": True,
    "Blockquote": True,
    "Link": {"protocols": ["http", "https", "mailto"], "enableTarget": False},
    "HardBreak": True,
}

sanitize = create_sanitizer(EXTENSIONS)


def rich_text_field(*args, **kwargs):
    """A text column edited as rich text and sanitised when a form is saved."""
    return ProseEditorField(*args, extensions=dict(EXTENSIONS), sanitize=sanitize, **kwargs)


def plain_text(html):
    """The words of rich text, a line a paragraph or list item."""
    lines = re.sub(r"<br\s*/?>|</(?:p|li|blockquote)>", "\n", html or "")
    return re.sub(r"\n{2,}", "\n", unescape(strip_tags(lines))).strip()
