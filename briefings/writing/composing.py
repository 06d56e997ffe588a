"""A partner's records as a WrittenNote, in the language that is active."""

from datetime import date

from django.conf import settings
from django.utils.translation import get_language

from briefings.writing import phrases
from briefings.writing.contact_lines import contact_line
from briefings.writing.direction_lines import direction_line
from briefings.writing.event_lines import event_line, records_tie, tie_line
from briefings.writing.footnotes import Footnotes, Line, own
from briefings.writing.note import Section, Words, WrittenNote
from cooperation.models import Tie

NOTHING = "—"


def compose(records, choice):
    """The WrittenNote of these records."""
    notes = Footnotes()
    title = Line(notes, *phrases.title(records.partner))
    narrowed = phrases.narrowed_to(choice)
    if narrowed:
        title.mark((own(narrowed),))
    one, two, three = phrases.headings(len(records.contacts))
    sections = (
        _section(one, _points(records.directions, notes, choice), bulleted=True),
        _section(two, _history(records, notes, choice)),
        _section(three, [contact_line(each, notes) for each in records.contacts]),
    )
    lines = [title.paragraph(), *notes.paragraphs]
    lines += [paragraph for section in sections for paragraph in section.paragraphs]
    foreign = any(isinstance(p, Words) and p.shown_in_source for line in lines for p in line)
    return WrittenNote(
        language=get_language(),
        title=title.paragraph(),
        as_of=phrases.as_of(choice.as_of),
        written=choice.as_of,
        author=settings.COMMITTEE_NAME[get_language()],
        remarks=phrases.remarks(choice, foreign=foreign),
        sections=sections,
        footnotes=tuple(notes.paragraphs),
    )


def _section(heading, lines, bulleted=False):
    paragraphs = tuple(line.paragraph() for line in lines)
    return Section((own(heading),), paragraphs or ((own(NOTHING),),), bulleted and bool(paragraphs))


def _points(directions, notes, choice):
    """Points of a list: each ends with a semicolon, the last with a full stop."""
    lines = [direction_line(each, notes, choice) for each in directions]
    for line in lines:
        line.say(own("." if line is lines[-1] else ";"))
    return lines


def _history(records, notes, choice):
    """Ties and events in the order of their dates: ties of unknown age first, undated events last.

    A tie that an event records has no paragraph of its own: that event tells it.
    """
    told_by = {
        event.pk: [tie for tie in records.ties if records_tie(event, tie)]
        for event in records.events
    }
    recorded = {tie.pk for ties in told_by.values() for tie in ties}
    alone = [tie for tie in records.ties if tie.pk not in recorded]
    dated = [(_place(tie.since, date.min), 0, tie) for tie in alone]
    dated += [(_place(event.date, date.max), 1, event) for event in records.events]
    for _when, _kind, record in sorted(dated, key=lambda row: row[:2]):
        if isinstance(record, Tie):
            yield tie_line(record, notes, choice)
        else:
            yield event_line(record, told_by[record.pk], notes, choice)


def _place(when, otherwise):
    return (when.first, when.last) if when else (otherwise, otherwise)
