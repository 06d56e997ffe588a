"""What staff add to the reading of notes."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from briefings.notes import Note, Origin
from cooperation.models import Sector

__all__ = ["Note", "Origin", "SectorLemma"]


class SectorLemma(models.Model):
    """A word or phrase by which a note is seen to speak of a sector, beside those shipped."""

    sector = models.ForeignKey(
        Sector, models.CASCADE, related_name="lemmas", verbose_name=_("sector")
    )
    words = models.CharField(
        _("word or phrase"),
        max_length=120,
        help_text=_(
            "In the dictionary form, small letters: «ледокол», «морской музей». "
            "An asterisk stands for any ending: «ледокол*»."
        ),
    )

    class Meta:
        verbose_name = _("sector word")
        verbose_name_plural = _("sector words")
        ordering = ["sector__order", "words", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["sector", "words"],
                name="sector_lemma_once",
                violation_error_message=_("This sector already has this word."),
            ),
            models.CheckConstraint(
                condition=~models.Q(words=""),
                name="sector_lemma_words",
                violation_error_message=_("Write a word."),
            ),
        ]

    def __str__(self):
        return self.words

    def clean(self):
        self.words = " ".join(self.words.lower().replace("ё", "е").split())
