"""What somebody must be allowed to do before a review may be confirmed."""

from django.contrib.auth import get_permission_codename

from briefings.register.cards import NEW
from briefings.register.importing import MODELS, department
from contacts.models import Department
from cooperation.models import Partner

VERBS = {"add": "добавлять", "change": "изменять"}


def _needed(plan):
    """Pairs (add or change, model), each once."""
    needed = {}
    if plan.to_be_made():
        needed["add", Partner] = None
    introduced = any(plan.introduces(planned) for planned in plan.cards)
    if introduced and plan.partner in plan.partners.known:
        needed["change", Partner] = None
    for planned in plan.cards:
        if planned.card.kind in MODELS and not planned.is_left:
            action = "add" if planned.choice == NEW else "change"
            needed[action, MODELS[planned.card.kind]] = None
    if any(department(name) is None for name in plan.departments()):
        needed["add", Department] = None
    return needed


def lacking(plan, user):
    """What the user would need and may not, in words: «добавлять мероприятия»."""
    return [
        f"{VERBS[action]} «{model._meta.verbose_name_plural}»"
        for action, model in _needed(plan)
        if not user.has_perm(
            f"{model._meta.app_label}.{get_permission_codename(action, model._meta)}"
        )
    ]
