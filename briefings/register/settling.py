"""Whom the cards of a review belong to: the note's partner and those that lie in it."""

from django.conf import settings

from briefings.register import cards
from briefings.register.matching import NEW, Partners, match_partner, spelled
from cooperation.models import Partner


def settle(review):
    """Chooses the partner that a title of the note names, if the register has just that one."""
    partners = Partners(review.partners)
    found = match_partner(partners, review.told)
    if not review.partner and review.told.get("in_title") and len(found) == 1:
        choose(review, found[0])


def choose(review, key):
    """Makes the partner with this key the note's; ties go to the partner their text names."""
    review.partner = key
    partners = Partners(review.partners)
    for tie in review.of_kind(cards.TIE):
        name = tie.fields.get("with", "")
        if name and not tie.fields.get("partner"):
            _give(review, tie, _key_of(review, partners, name))
            partners = Partners(review.partners)


def _key_of(review, partners, name):
    """Key of the partner called so; one to be made inside the note's if the register has none."""
    found = partners.named(name)
    if review.partner in found or spelled(name) in map(spelled, settings.CITY_NAME.values()):
        return ""
    inside = [key for key in found if key in partners.inside(review.partner)]
    if inside or found:
        return (inside or found)[0]
    return make(review, name, Partner.Kind.CITY, partners.country(review.partner), review.partner)


def _give(review, tie, key):
    event = review.card(tie.of)
    tie.fields["partner"] = key
    if event is not None and not event.fields.get("partner"):
        event.fields["partner"] = key


def make(review, name, kind, country, inside=""):
    """Notes down a partner to be made when the review is confirmed. Returns its key."""
    told = {"name": name, "kind": str(kind), "country": country, "inside": inside}
    if told not in review.partners:
        review.partners.append(told)
    return f"{NEW}{review.partners.index(told)}"
