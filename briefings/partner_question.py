"""Whom a note is about: what the screen offers to choose from."""

from django_countries import countries

from briefings.forms import NewPartnerForm
from briefings.register.matching import match_partner, spelled
from cooperation.models import Partner
from core.admin.counting import counted

MOST_OFFERED = 6
MOST_LISTED = 500


def search(partners, query):
    """Keys of the partners called so; if none is, of those whose name holds the words."""
    wanted = spelled(query)
    if not wanted:
        return []
    return partners.named(query) or [
        key for key in partners.known if wanted in spelled(partners.name(key))
    ]


class PartnerQuestion:
    """The partner of a review as the screen asks for it. query: what was looked for."""

    def __init__(self, plan, query, form):
        self.plan, self.partners, self.query = plan, plan.partners, query
        self.chosen = plan.partner
        told = plan.review.told
        initial = {
            "name": query or told.get("name", ""),
            "kind": told.get("kind") or "",
            "country": told.get("country") or "",
        }
        self.form = form or NewPartnerForm(initial=initial, prefix="new", label_suffix="")
        self.form_is_open = form is not None

    def offered(self):
        """Pairs (key, words) of the likeliest partners."""
        if self.query:
            keys = search(self.partners, self.query)
        else:
            named = [key for key, _ in self.plan.counted.most_common(MOST_OFFERED)]
            keys = [*match_partner(self.partners, self.plan.review.told), *named]
        keys = list(dict.fromkeys(key for key in keys if key != self.chosen))
        return [(key, self.words(key)) for key in keys[:MOST_OFFERED]]

    @property
    def told(self):
        """Words of the partner that the note names and the register has not; empty if none."""
        told = self.plan.review.told
        if self.query or not told.get("name") or match_partner(self.partners, told):
            return ""
        return self._described(told["name"], told.get("kind") or "", told.get("country") or "")

    @property
    def is_told_whole(self):
        """Whether the note tells enough of it to make it with one click."""
        return bool(self.told and self.plan.review.told.get("kind"))

    def words(self, key):
        """«Фландрия, регион, Бельгия — в тексте 3 раза»."""
        partners, times = self.partners, self.plan.counted[key]
        often = f" — в тексте {counted(times, 'раз', 'раза', 'раз')}" if times else ""
        return (
            self._described(partners.name(key), partners.kind(key), partners.country(key)) + often
        )

    def _described(self, name, kind, country):
        where = countries.name(country) if country and kind != Partner.Kind.COUNTRY else ""
        kind = dict(Partner.Kind.choices).get(kind, "")
        return ", ".join(str(word) for word in (name, kind, where) if word)

    def chosen_words(self):
        return self.words(self.chosen)

    @property
    def is_new(self):
        return self.chosen in self.partners.made

    @property
    def not_found(self):
        return bool(self.query) and not search(self.partners, self.query)

    def names(self):
        """For the box's suggestions; none of a register with too many of them."""
        known = self.partners.known
        return sorted(str(p) for p in known.values()) if len(known) <= MOST_LISTED else []

    def made_inside(self):
        """Words of the partners to be made besides the note's own."""
        return [self.words(key) for key in self.plan.to_be_made() if key != self.chosen]
