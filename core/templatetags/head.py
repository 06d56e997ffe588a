"""Tags of a page's head, and of what it says of its place and of how to cite it."""

import json
from html import unescape

from django import template
from django.utils.html import strip_tags
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from core.structured import breadcrumbs, with_home
from core.templatetags.register import foreign

register = template.Library()

# With these away no text can end the script element (HTML Standard, 4.12.1).
ESCAPES = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


class PlainNode(template.Node):
    def __init__(self, nodelist, name):
        self.nodelist, self.name = nodelist, name

    def render(self, context):
        from_markup = strip_tags(self.nodelist.render(context))
        context[self.name] = " ".join(unescape(from_markup).split())
        return ""


@register.tag
def plain(parser, token):
    """``{% plain as name %}…{% endplain %}``: keeps what is between as one line of bare text."""
    _tag, _as, name = token.split_contents()
    nodelist = parser.parse(["endplain"])
    parser.delete_first_token()
    return PlainNode(nodelist, name)


@register.simple_tag
def json_ld(data):
    """Structured data in its script element, which no text in it can end."""
    text = json.dumps(data, ensure_ascii=False).translate(ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308 - escaped


@register.simple_tag
def trail_data(trail, root):
    """The breadcrumbs as structured data."""
    return json_ld(breadcrumbs(trail, root))


@register.inclusion_tag("includes/breadcrumbs.html")
def crumbs(trail):
    """The way from the home page to this one, of Crumbs; nothing without a trail."""
    steps = with_home(trail) if trail else ()
    language = get_language()
    return {
        "steps": [(foreign(step.label, step.language or language), step.path) for step in steps]
    }
