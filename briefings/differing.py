"""Where what one editor typed differs from what another has saved meanwhile."""

from dataclasses import dataclass

from briefings.entering import BOXES, LISTS
from briefings.forms import editable
from briefings.register.cards import LEAVE, NEW, Card, same_as


@dataclass(frozen=True)
class Difference:
    """A field of a card, or what is to become of it: its name, and both values in words."""

    card: Card
    label: str
    name: str
    saved: str
    typed: str


def differences(plan, typed):
    """The Differences of a saved review, as a Plan, from the review with what was typed."""
    found = []
    for planned in plan.cards:
        card = typed.card(planned.card.id)
        for name in editable(card.kind):
            saved, own = planned.card.fields.get(name), card.fields.get(name)
            if not _alike(saved, own):
                words = [_words(planned, name, value) for value in (saved, own)]
                found.append(Difference(card, planned.label, _name(planned, name), *words))
        if card.choice and card.choice != planned.choice:
            words = [_decided(choice) for choice in (planned.choice, card.choice)]
            found.append(Difference(card, planned.label, "Решение", *words))
    return found


def _alike(saved, typed):
    if isinstance(saved, list) or isinstance(typed, list):
        return sorted(saved or []) == sorted(typed or [])
    return str(saved or "").splitlines() == str(typed or "").splitlines()


def _name(planned, name):
    return "Указать партнёра" if name in BOXES else planned.form.fields[name].label


def _words(planned, name, value):
    """A value as the form shows it: names instead of keys."""
    if name in BOXES:
        return "да" if value else "нет"
    choices = dict(getattr(planned.form.fields[name], "choices", ()))
    values = value if name in LISTS else [value]
    return ", ".join(str(choices.get(each, each)) for each in values or () if each or choices)


def _decided(choice):
    if choice == NEW:
        return "новая запись"
    if choice == LEAVE:
        return "не брать"
    return f"то же, что запись {same_as(choice)}" if choice else "не решено"
