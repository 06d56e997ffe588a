"""What the review's form sent, put into the review."""

from briefings.forms import editable
from briefings.register.cards import LEAVE, NEW, same_as

SENT = "sent"
LISTS = ("sectors",)
BOXES = ("add_partner",)


def enter(review, post):
    """Takes over what was typed and decided.

    Cards that the page did not show stay as they are, as do fields without a name in their form.
    """
    for card in review.cards:
        prefix = f"c{card.id}"
        if f"{prefix}-{SENT}" not in post:
            continue
        for name in editable(card.kind):
            value = _sent(post, f"{prefix}-{name}", name)
            if value is not None:
                card.fields[name] = value
        choice = post.get(f"{prefix}-choice", "")
        if choice in (NEW, LEAVE) or same_as(choice):
            card.choice = choice


def _sent(post, key, name):
    if name in LISTS:
        return [value.replace("\x00", "") for value in post.getlist(key)]
    if name in BOXES:
        return post.get(key, "")
    # PostgreSQL's JSON keeps no NUL.
    return post[key].replace("\x00", "") if key in post else None
