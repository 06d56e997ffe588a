"""The note's fixed wording, in the language that is active."""

from django.conf import settings
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from briefings.writing.cases import PREPOSITIONAL, in_case
from briefings.writing.footnotes import own, told
from cooperation.models import Partner, Tie
from core.dates import PartialDate
from core.languages import SOURCE


def _around(template, name):
    """The template's words with the Words of a name in place of ``%(name)s``."""
    before, _found, after = template.partition("%(name)s")
    return tuple(part for part in (own(before), name, own(after)) if part.text)


def with_partner(partner):
    """«городом Антверпен», “the city of Antwerp”: as it stands after «с», “with”."""
    template = {
        Partner.Kind.CITY: pgettext("cooperation with …", "the city of %(name)s"),
        Partner.Kind.REGION: pgettext("cooperation with …", "the region of %(name)s"),
        Partner.Kind.COUNTRY: pgettext("cooperation with …", "the state of %(name)s"),
    }[partner.kind]
    return _around(template, told(partner, "name"))


def title(partner):
    country = partner.country.name if partner.country and partner.kind != "country" else ""
    return (
        own(_("Note on cooperation with") + " "),
        *with_partner(partner),
        *([own(f" ({country})")] if country else []),
    )


def as_of(day):
    date = PartialDate(day.isoformat()).show(get_language())
    return _("as of %(date)s") % {"date": date}


def headings(contacts):
    """Of the three sections; ``contacts``: how many persons stand in the third."""
    return (
        f"I. {_('Prospective directions of cooperation')}:",
        f"II. {_('Main events')}.",
        f"III. {_contact_heading(contacts)}:",
    )


def _contact_heading(contacts):
    committee = settings.COMMITTEE_NAME[get_language()]
    there = in_case(committee, PREPOSITIONAL) if get_language() == SOURCE else committee
    if there:
        one = _("Contact person at the %(committee)s")
        many = _("Contact persons at the %(committee)s")
    else:
        one, many = _("Contact person (%(committee)s)"), _("Contact persons (%(committee)s)")
    return (many if contacts > 1 else one) % {"committee": there or committee}


def tie_words(tie):
    """What was established with whom, as it stands behind a date."""
    template = {
        Tie.Kind.FRIENDLY_TIES: _("friendly ties were established with"),
        Tie.Kind.TWINNING: _("twinning was established with"),
        Tie.Kind.PARTNERSHIP: _("a partnership was established with"),
        Tie.Kind.AGREEMENT: _("an agreement on cooperation was concluded with"),
    }[tie.kind]
    return (own(template + " "), *with_partner(tie.partner))


def tie_state(tie):
    """«Действует» …; empty where no source says."""
    return {
        Tie.State.ACTIVE: _("It is in force."),
        Tie.State.SUSPENDED: _("It is suspended."),
        Tie.State.ENDED: _("It has ended."),
    }.get(tie.state, "")


def remarks(choice, *, foreign):
    """Sentences before the sections. foreign: whether Russian stands in for a translation."""
    said = []
    if choice.drafts:
        said.append(_("Draft for staff: includes what is not published."))
    if foreign:
        said.append(_("Texts in italics are not translated yet: they stand in Russian."))
    return tuple(said)


def narrowed_to(choice):
    """What the note was narrowed to, in one sentence; empty if to nothing."""
    said = []
    if choice.years:
        first, last = choice.years
        said.append(
            _("years: %(years)s") % {"years": first if first == last else f"{first}–{last}"}
        )
    if choice.sectors:
        names = ", ".join(sector.name for sector in choice.sectors)
        said.append(_("sectors: %(sectors)s") % {"sectors": names})
    return _("Chosen for this note: %(what)s.") % {"what": "; ".join(said)} if said else ""
