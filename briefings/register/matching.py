"""Which partners of the register a note names."""

import re
from collections import Counter, defaultdict

from briefings.reading.morphology import lemmas
from briefings.register.words import folded
from cooperation.models import Partner
from core.languages import field_names

WORD = re.compile(r"\w+")
NEW = "new:"


class Partners:
    """All partners of the register, from one query, and those that a review is to make.

    made: dicts as in ``Review.partners``; they are referred to as ``new:0``, ``new:1`` …
    """

    def __init__(self, made=()):
        self.known = {str(p.pk): p for p in Partner.objects.order_by("slug").defer("introduction")}
        self.made = {f"{NEW}{place}": partner for place, partner in enumerate(made)}
        self._names = self._by_name()

    def _by_name(self):
        names = defaultdict(dict)
        for key, partner in self.known.items():
            for column in (*field_names("name"), "local_name"):
                if name := getattr(partner, column):
                    names[spelled(name)][key] = None
        for key, partner in self.made.items():
            names[spelled(partner["name"])][key] = None
        return names

    def __contains__(self, key):
        return key in self.known or key in self.made

    def name(self, key):
        return self.made[key]["name"] if key in self.made else str(self.known[key])

    def kind(self, key):
        return self.made[key]["kind"] if key in self.made else self.known[key].kind

    def country(self, key):
        return self.made[key]["country"] if key in self.made else self.known[key].country.code

    def above(self, key):
        """Key of the partner it lies in, or an empty text."""
        if key in self.made:
            return self.made[key]["inside"]
        parent = self.known[key].parent_id
        return str(parent) if parent else ""

    def inside(self, key):
        """Keys of the partner and of all that lie in it, however deep."""
        below = defaultdict(list)
        for other in (*self.known, *self.made):
            below[self.above(other)].append(other)
        found, waiting = {}, [key]
        while waiting:
            here = waiting.pop()
            if here not in found:
                found[here] = None
                waiting += below[here]
        return list(found)

    def related(self, key):
        """Keys of the partner, of what lies in it and of what it lies in."""
        found = dict.fromkeys(self.inside(key))
        while key and key in self:
            found[key] = None
            key = self.above(key)
            if key in found:
                break
        return list(found)

    def named(self, *names):
        """Keys of the partners called so, in any language, case of the letters or grammar."""
        exact = [key for name in names if name for key in self._names.get(spelled(name), ())]
        if exact:
            return list(dict.fromkeys(exact))
        wanted = [forms(name) for name in names if name]
        return [
            key
            for key in (*self.known, *self.made)
            if any(_same(forms(own), other) for own in self._own_names(key) for other in wanted)
        ]

    def _own_names(self, key):
        if key in self.made:
            return [self.made[key]["name"]]
        partner = self.known[key]
        return [n for c in (*field_names("name"), "local_name") if (n := getattr(partner, c))]

    def counted(self, text):
        """How often a text names each partner, in any case: a Counter of keys."""
        starts = defaultdict(list)
        for key in (*self.known, *self.made):
            for name in {spelled(name): name for name in self._own_names(key)}.values():
                parts = forms(name)
                for form in parts[0] if parts else ():
                    starts[form].append((parts, key))
        words = forms(text)
        found = Counter()
        for place, word in enumerate(words):
            here = {
                key
                for form in word
                for parts, key in starts.get(form, ())
                if _same(parts, words[place : place + len(parts)])
            }
            found.update(here)
        return found


def spelled(name):
    return " ".join(WORD.findall(folded(name)))


def forms(text):
    """The words of a text, each as the lemmas it may be a form of."""
    return [lemmas(word) for word in WORD.findall(folded(text))]


def _same(one, other):
    return len(one) == len(other) and all(
        not a.isdisjoint(b) for a, b in zip(one, other, strict=True)
    )


def match_partner(partners, told):
    """Keys of the partners that the note may be about, as it tells of its own.

    told: ``Review.told``. One key means that it is that one; several or none, that staff choose.
    """
    found = partners.named(told.get("name"), told.get("as_written"))
    for trait in ("kind", "country"):
        value = told.get(trait)
        narrowed = [key for key in found if getattr(partners, trait)(key) == value]
        if value and narrowed:
            found = narrowed
    return found
