"""What a note adds to a record that the register has: only what is empty there."""

from django.core.exceptions import ValidationError


def is_empty(links):
    """Whether a record has none of these yet; its manager of a relation."""
    return not links.exists()


def lacking(record, columns):
    """The columns that the record lacks and the note gives: name -> value."""
    return {
        name: value
        for name, value in columns.items()
        if value not in (None, "") and getattr(record, name) in (None, "")
    }


def fill(record, columns, links):
    """Fills the empty columns and the empty many-to-many links; saves. Returns whether it changed.

    A value that the record refuses beside what it has already is left out.
    """
    filled = [
        name for name, value in lacking(record, columns).items() if _fits(record, name, value)
    ]
    if filled:
        record.save(update_fields=[*filled, "changed_at"])
    linked = [name for name, others in links.items() if others and is_empty(getattr(record, name))]
    for name in linked:
        getattr(record, name).set(links[name])
    return bool(filled or linked)


def _fits(record, name, value):
    setattr(record, name, value)
    try:
        record.clean()
    except ValidationError:
        setattr(record, name, None if name in _nullable(record) else "")
        return False
    return True


def _nullable(record):
    return {field.name for field in record._meta.concrete_fields if field.null}
