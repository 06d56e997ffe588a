"""An event, or a tie, as a paragraph of the note's second section.

«В феврале 2013 г. – семинар Агентства по туризму Фландрии. Агентство провело семинар для …»: the
date exactly as the register knows it, the title, then what the record tells. No word is added that
would say more than the record does.
"""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from briefings.writing import phrases
from briefings.writing.cases import has_verb, small_first
from briefings.writing.footnotes import Line, own, told
from briefings.writing.note import Words
from briefings.writing.remarks import mark_source, mark_withheld
from briefings.writing.sentences import (
    brings_date,
    closed,
    dateless,
    mentions,
    sentences,
    tells_date,
    without_dates,
)
from core.languages import SOURCE
from core.richtext import plain_text
from events.models import Event


def records_tie(event, tie):
    """Whether the event tells how the tie began: of that day, a treaty or the tie itself."""
    kinds = {Event.Kind.TIES_ESTABLISHED, Event.Kind.AGREEMENT}
    partners = {partner.pk for partner in event.partners.all()}
    return (
        event.kind in kinds
        and event.date is not None
        and event.date == tie.since
        and tie.partner_id in partners
    )


def event_line(event, ties, notes, choice):
    """The paragraph of an event, with what is known of the ties that it records."""
    texts = _texts(event)
    title = told(event, "title")
    if title.language == SOURCE and tells_date(title.text, event.date) and has_verb(title.text):
        texts = [title, *texts]
    line = (
        _as_written(event, texts, notes)
        if _is_a_sentence(event, texts)
        else _composed(event, texts, notes)
    )
    for tie in ties:
        _tell_tie(tie, line)
    _name_the_rest(event, line)
    mark_withheld(line, event)
    mark_source(line, event, choice)
    return line


def _is_a_sentence(event, texts):
    """Whether a note's own sentence tells the event with its date, and so needs no title."""
    first = _parted(texts)[0].text if texts else ""
    return tells_date(first, event.date) and has_verb(first)


def tie_line(tie, notes, choice):
    """The paragraph of a tie that no event records."""
    line = Line(notes)
    if tie.since:
        line.say(own(f"{tie.since.opening(get_language())} "))
    line.say(*phrases.tie_words(tie))
    if not tie.since:
        line.capitalise()
    line.close()
    _tell_tie(tie, line)
    mark_withheld(line, tie)
    mark_source(line, tie, choice)
    return line


def _tell_tie(tie, line):
    """Its state, its note unless it is said already, its end."""
    said = [own(phrases.tie_state(tie))]
    note = told(tie, "note")
    if note.text and not mentions(line.text, note.text):
        said.append(note)
    line.tell(said)
    if tie.until:
        line.mark((own(closed(f"{_('Until:')} {tie.until.show(get_language())}")),))


def _texts(event):
    """What the event's record tells besides its title."""
    summary, body = told(event, "summary"), told(event, "body")
    body = Words(plain_text(body.text), body.language, body.shown_in_source)
    return [words for words in (summary, body) if words.text.strip()]


def _as_written(event, texts, notes):
    """The first sentence of a note that was read in tells the date itself and needs no title."""
    first, texts = _parted(texts)
    line = Line(notes)
    if first.shown_in_source:
        line.say(own(event.date.opening(get_language()) + ": "))
        if undated := _undated(first, event):
            first = Words(closed(small_first(undated.text)), undated.language, True)
    line.say(first)
    line.tell(texts)
    _tell_parts(event, line)
    if event.event_status != Event.EventStatus.HELD:
        line.tell([own(event.get_event_status_display().capitalize())])
    place = _place(event, line.text)
    if place.text:
        line.tell([own(_("Place:")), place])
    return line


def _parted(texts):
    """The first sentence of the texts, and the texts without it."""
    first, *rest = sentences(texts[0].text)
    one = texts[0]
    following = Words("\n".join(rest), one.language, one.shown_in_source)
    left = [words for words in (following, *texts[1:]) if words.text]
    return Words(first, one.language, one.shown_in_source), left


def _composed(event, texts, notes):
    title = told(event, "title")
    line = Line(notes)
    if event.date:
        line.say(own(event.date.opening(get_language())))
    status = event.get_event_status_display()
    if event.event_status != Event.EventStatus.HELD and not mentions(title.text, status):
        line.say(own(f" ({status})"))
    if texts and _is_cut(title, texts[0]):
        first, rest = _parted(texts)
        if whole := _undated(first, event):
            title, texts = whole, rest
    if line.parts and title.language == SOURCE:
        title = Words(small_first(title.text), title.language, title.shown_in_source)
    if line.parts:
        line.say(own(_between(title)))
    line.say(title)
    texts = _without_repeat(texts, title.text)
    place = _place(event, " ".join([title.text, *(words.text for words in texts)]))
    if place.text:
        line.say(own(" ("), place, own(")"))
    line.close()
    line.tell(texts)
    _tell_parts(event, line)
    return line


def _undated(sentence, event):
    """The sentence without the event's date; None if it would still bring one."""
    whole = dateless(sentence.text, event.date)
    if brings_date(whole, sentence.language):
        return None
    return Words(whole, sentence.language, sentence.shown_in_source)


def _is_cut(title, text):
    """Whether a text begins with the title, or with what it was cut from: «Семинар о …»."""
    name = title.text.lower()
    if text.text.lower().startswith(name):
        return True
    return name.endswith("…") and mentions(text.text, name)


def _between(title):
    """What parts a date from a title: in Russian a dash stands for the verb where there is none."""
    if get_language() != SOURCE or title.language != SOURCE:
        return ": "
    return " " if has_verb(title.text) else "\N{NO-BREAK SPACE}– "


def _without_repeat(texts, title):
    """The texts without a first sentence that says the date and the title over again."""
    if not texts:
        return texts
    first, rest = _parted(texts)
    said = mentions(title, without_dates(first.text))
    return rest if said and brings_date(first.text, first.language) else texts


def _place(event, said):
    """Where it was, as far as the text does not say it: «Смольный, Санкт-Петербург»."""
    place = told(event, "place")
    missing = [part.strip() for part in place.text.split(",") if not mentions(said, part)]
    return Words(", ".join(filter(None, missing)), place.language, place.shown_in_source)


def _tell_parts(event, line):
    for part in event.parts.all():
        title, text = told(part, "title"), told(part, "text")
        if title.text and not text.text.lower().startswith(title.text.lower()):
            named = Words(title.text.rstrip(" .:") + ":", title.language, title.shown_in_source)
            line.tell([named, text])
        else:
            line.tell([text])


def _name_the_rest(event, line):
    """People and organisations that the texts do not name."""
    missing = []
    for field in ("organisations", "persons"):
        names = told(event, field)
        for name in filter(None, map(str.strip, names.text.splitlines())):
            if not mentions(line.text, name):
                missing += [own(", ")] if missing else []
                missing.append(Words(name, names.language, names.shown_in_source))
    if missing:
        line.say(own(f" {_('Named in the source:')} "), *missing)
        line.close()
