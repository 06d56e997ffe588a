"""The round anniversaries of ties that lie ahead."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import ngettext

from cooperation.models import Tie
from core.languages import language_of
from core.templatetags.register import foreign

ROUND = 5
YEARS_AHEAD = 5


def _sentence(kind, years):
    """The words for so many years of a kind of tie, with a place for the partner."""
    return {
        Tie.Kind.FRIENDLY_TIES: ngettext(
            "%(years)s year of friendly ties with %(partner)s",
            "%(years)s years of friendly ties with %(partner)s",
            years,
        ),
        Tie.Kind.TWINNING: ngettext(
            "%(years)s year of twinning with %(partner)s",
            "%(years)s years of twinning with %(partner)s",
            years,
        ),
        Tie.Kind.PARTNERSHIP: ngettext(
            "%(years)s year of partnership with %(partner)s",
            "%(years)s years of partnership with %(partner)s",
            years,
        ),
        Tie.Kind.AGREEMENT: ngettext(
            "%(years)s year since the agreement with %(partner)s",
            "%(years)s years since the agreement with %(partner)s",
            years,
        ),
    }[kind]


@dataclass(frozen=True)
class Jubilee:
    """A tie that will be so many years old in this year."""

    year: int
    years: int
    tie: Tie

    @property
    def words(self):
        """«70 years of friendly ties with Antwerp», the partner's name a link to its note."""
        partner = self.tie.partner
        link = format_html(
            '<a href="{}">{}</a>',
            partner.get_absolute_url(),
            foreign(partner.name, language_of(partner, "name")),
        )
        sentence = _sentence(self.tie.kind, self.years)
        before, after = sentence.replace("%(years)s", str(self.years)).split("%(partner)s")
        return format_html("{}{}{}", before, link, after)


def _begun(tie):
    """The last day on which the tie may have begun; None where even its year is not known."""
    since = tie.since
    last = since.start.last if since.is_open else since.last
    return last if since.first.year == last.year else None


def _is_over(tie, year):
    """Whether the tie will not stand in that year, as far as the register knows."""
    ended = tie.until is not None and not tie.until.is_open
    return tie.state == Tie.State.ENDED or (ended and tie.until.last.year < year)


def _of(tie, today):
    """The tie's next round anniversary within the years ahead, or None."""
    begun = _begun(tie)
    if begun is None:
        return None
    is_past = (begun.month, begun.day) < (today.month, today.day)
    for year in range(today.year + is_past, today.year + YEARS_AHEAD + 1):
        years = year - begun.year
        if years > 0 and years % ROUND == 0:
            return None if _is_over(tie, year) else Jubilee(year, years, tie)
    return None


def ahead(ties):
    """The Jubilees of ties from today on, the nearest first; of one year, the oldest tie's first.

    ties: a queryset with their partners. An anniversary is round when it is a multiple of five
    years. Of a tie that is known to the year only, the year alone counts; one known less exactly
    has none.
    """
    today = timezone.localdate()
    jubilees = filter(None, (_of(tie, today) for tie in ties.filter(since__isnull=False)))
    return sorted(jubilees, key=lambda each: (each.year, each.tie.since.first, each.tie.pk))
