"""Rich text: what an editor may write, and nothing else, ever reaches a page."""

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
