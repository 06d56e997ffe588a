"""How far a Briefing agrees with a note's hand-made answer (coop-note/1)."""

import re
import unicodedata
from difflib import SequenceMatcher

FINENESS = ["day", "month", "season", "quarter", "half_year", "year", "decade"]
LISTS = ("headings", "directions", "events", "background", "contacts")


def norm(text):
    """README's normalisation of the schema: what is compared of two texts."""
    text = unicodedata.normalize("NFC", text or "")
    text = re.sub("[\u00ad\u200b\ufeff]", "", text)
    return " ".join(text.split()).casefold().replace("ё", "е").strip(" ;.,")


def letters(text):
    return "".join(c for c in norm(text) if c.isalnum())


def misses(expected, got):
    """Each disagreement in words; empty when all is as in the answer."""
    return [
        *_directions(expected, got),
        *_events(expected, got),
        *_background(expected, got),
        *_contacts(expected, got),
        *_of_note(expected, got),
    ]


def invented(expected, got):
    """Events whose date is finer than the answer's, or that have one where the answer has none."""
    found = []
    for want, event in matched(expected, got):
        due, date = want["date"], event["date"]
        finer = (
            due and date and FINENESS.index(date["precision"]) < FINENESS.index(due["precision"])
        )
        if (date and not due) or finer:
            found.append((want["title_gist"], date["edtf"]))
    return found


def lost(source, got):
    """The letters and digits of a note that stand in no item, longer than three in a row."""
    left = letters(source)
    texts = [item["text" if "text" in item else "as_written"] for key in LISTS for item in got[key]]
    texts += [area for direction in got["directions"] for area in direction["sub_areas"]]
    for text in sorted(map(letters, [*texts, *got["ignored"]]), key=len, reverse=True):
        if text and text in left:
            left = left.replace(text, "\0", 1)
            continue
        for block in SequenceMatcher(None, left, text, autojunk=False).get_matching_blocks():
            if block.size >= min(10, len(text)):
                left = left[: block.a] + "\0" * block.size + left[block.a + block.size :]
    return [run for run in re.findall("[^\0]+", left) if len(run) > 3]


def matched(expected, got):
    """Pairs of an expected event and the one whose text holds what it must and no more."""
    free, pairs = list(got["events"]), []
    for want in expected["events"]:
        fits = [event for event in free if _holds(want, event)]
        fits.sort(key=lambda event: not _same_date(want["date"], event["date"]))
        if fits:
            pairs.append((want, fits[0]))
            free.remove(fits[0])
    return pairs


def _holds(want, event):
    text = norm(event["text"])
    return all(norm(part) in text for part in want["text_contains"]) and not any(
        norm(part) in text for part in want["text_excludes"]
    )


def _same_date(due, date):
    if not due or not date:
        return not due and not date
    names = ("start", "end", "precision")
    return due["edtf"] == date["edtf"] or all(due[name] == date[name] for name in names)


def _fit(want, sectors):
    return set(want["sectors"]) <= set(sectors) <= {*want["sectors"], *want["sectors_maybe"]}


def _directions(expected, got):
    due = [norm(each["text"]) for each in expected["directions"]]
    found = {norm(each["text"]): each for each in got["directions"]}
    yield from (f"no direction: {text}" for text in due if text not in found)
    yield from (f"direction not expected: {text}" for text in found if text not in due)
    for want in expected["directions"]:
        direction = found.get(norm(want["text"]))
        if direction and not _fit(want, direction["sectors"]):
            yield f"sectors of direction {want['text']}: {direction['sectors']}"


def _events(expected, got):
    pairs = matched(expected, got)
    if len(pairs) < len(expected["events"]) or len(pairs) < len(got["events"]):
        names = [want["title_gist"] for want, _ in pairs]
        yield from (
            f"no event: {want['title_gist']}"
            for want in expected["events"]
            if want["title_gist"] not in names
        )
        extra = [event for event in got["events"] if all(event is not each for _, each in pairs)]
        yield from (f"event not expected: {event['text']}" for event in extra)
    for want, event in pairs:
        name = want["title_gist"]
        if not _same_date(want["date"], event["date"]):
            yield f"date of {name}: {event['date']}"
        if not _fit(want, event["sectors"]):
            yield f"sectors of {name}: {event['sectors']}"
        if want["status"] != event["status"]:
            yield f"status of {name}: {event['status']}"
        if len(want["parts"]) != len(event["parts"]):
            yield f"parts of {name}: {event['parts']}"
        if want.get("moved_to") and want["moved_to"] != event["moved_to"]:
            yield f"{name} moved to {event['moved_to']}"


def _background(expected, got):
    kept = [norm(each["text"]) for each in got["background"]]
    for want in expected["background"]:
        if not any(norm(want["starts_with"]) in text for text in kept):
            yield f"not background: {want['starts_with']}"


def _fields(contact):
    given = [contact.get("given"), contact.get("patronymic")]
    initials = contact.get("initials") or "".join(f"{name[0]}." for name in given if name)
    names = {name: norm(contact.get(name)) for name in ("surname", "given", "patronymic")}
    fields = {(name, value) for name, value in names.items() if value}
    fields |= {(name, norm(contact[name])) for name in ("position", "department") if contact[name]}
    if initials:
        fields.add(("initials", norm(initials).replace(" ", "")))
    fields |= {("phone", phone["e164"]) for phone in contact["phones"]}
    return fields | {("email", email) for email in contact["emails"]}


def _contacts(expected, got):
    due, found = expected["contacts"], got["contacts"]
    if len(due) != len(found):
        yield f"{len(found)} contacts rather than {len(due)}"
    for want, contact in zip(due, found, strict=False):
        yield from (f"contact: {field}" for field in sorted(_fields(want) ^ _fields(contact)))


def _of_note(expected, got):
    if norm((got["partner"] or {}).get("name_ru")) != norm(expected["partner"]["name_ru"]):
        yield f"partner: {got['partner']}"
    if expected.get("as_of") and expected["as_of"] != got["as_of"]:
        yield f"as of {got['as_of']}"
    codes = {warning["code"] for warning in got["warnings"]}
    yield from (f"no warning: {code}" for code in expected["warnings"] if code not in codes)
