"""Events as a feed to subscribe to (Atom, RFC 4287): what was changed last stands first."""

import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from core.formats import Format, address
from core.head import site_root
from core.languages import language_of
from core.tables.files import dated, printable

MOST_ENTRIES = 50
# An empty feed has never changed, and must still say when it did.
NEVER = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


class _Feed(Atom1Feed):
    """Says the language of an entry that is not translated, and the words of a category."""

    def latest_post_date(self):
        return self.feed["updated"]

    def item_attributes(self, item):
        foreign = item["language"] != self.feed["language"]
        return {"xml:lang": item["language"]} if foreign else {}

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        for code, label in item["sectors"]:
            handler.addQuickElement("category", "", {"term": code, "label": label})


def _entry(event, root):
    """The keywords of one entry."""
    language = get_language()
    summary = event.summary or (event.date.show(language) if event.date else "")
    host = urlsplit(root).hostname
    return {
        "title": printable(event.title),
        "link": root + event.get_absolute_url(),
        "description": escape(printable(summary)) or None,
        # A tag (RFC 4151) of what never changes; each language is an entry of its own.
        "unique_id": f"tag:{host},{event.created_at.year}:events/{event.pk}/{language}",
        "pubdate": event.published_at,
        "updateddate": event.changed_at,
        "language": language_of(event, "title"),
        "sectors": [(sector.code, printable(sector.name)) for sector in event.listed_sectors],
    }


def _atom(view):
    root = site_root(view.request)
    language = get_language()
    events = list(view.for_page(view.found().latest_changes())[:MOST_ENTRIES])
    here = address(view, "atom")
    conditions = ", ".join(view.conditions())
    feed = _Feed(
        title=printable(f"{view.title} ({conditions})" if conditions else str(view.title)),
        link=address(view, None),
        description=_("What was changed last stands first."),
        language=language,
        author_name=settings.COMMITTEE_NAME[language],
        author_link=f"{root}/",
        subtitle=settings.SITE_NAME[language],
        feed_url=here,
        feed_guid=here,
        feed_copyright=f"{settings.LICENCE_NAME}, {settings.LICENCE_URL}",
        updated=max((event.changed_at for event in events), default=NEVER),
    )
    for event in events:
        feed.add_item(**_entry(event, root))
    response = HttpResponse(feed.writeString("utf-8"), content_type=Atom1Feed.content_type)
    response["Content-Disposition"] = dated("inline", view.name, "atom")
    return response


ATOM = Format(
    "atom",
    "Atom",
    _("for a feed reader: what is new or changed, the newest first"),
    "application/atom+xml",
    _atom,
    subscribed=True,
)
