"""Addresses made of titles."""

from django.utils.translation import gettext_lazy as _
from slugify import slugify

MAX_LENGTH = 80
TAKEN = _("This address is already taken: choose another.")


def free_slug(title, *managers):
    """A slug of Latin letters for a title in any of the languages.

    managers: of the models whose records may not have it.
    """
    base = slugify(title, max_length=MAX_LENGTH - 4, word_boundary=True) or "record"
    taken = {
        slug
        for manager in managers
        for slug in manager.filter(slug__startswith=base).values_list("slug", flat=True)
    }
    numbered = (f"{base}-{number}" for number in range(2, len(taken) + 3))
    return base if base not in taken else next(slug for slug in numbered if slug not in taken)
