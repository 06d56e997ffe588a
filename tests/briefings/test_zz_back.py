import datetime
import pathlib

import pytest
from django.contrib.auth import get_user_model

from briefings.notes import Note
from briefings.reading import read_file
from briefings.register.importing import confirm
from briefings.register.planning import Plan
from briefings.register.proposing import propose
from briefings.writing.composing import compose
from briefings.writing.records import Choice, records_of
from briefings.writing.word import to_docx
from tests.briefings.test_there_and_back import as_text
from tests.factories import make_partner

NOTES = [
    p
    for d in (
        "/work/shared/documents",
        "/work/main/tests/briefings/notes",
        "/tmp/unseen/c",
        "/tmp/unseen/a",
        "/tmp/unseen/b",
    )
    for p in sorted(pathlib.Path(d).glob("*.txt"))
]


@pytest.mark.django_db
@pytest.mark.parametrize("path", NOTES, ids=lambda p: p.stem)
def test_back(path):
    b = read_file(path.read_bytes(), path.name)
    name = b.partner.name if b.partner else path.stem
    partner = make_partner(
        name_ru=name, kind="region" if b.partner and b.partner.kind == "region" else "city"
    )
    review = propose(b)
    review.partner = str(partner.pk)
    for c in review.cards:
        if c.kind == "tie" or c.kind == "event":
            c.fields["partner"] = ""
    user = get_user_model().objects.create_user("u")
    note = Note.objects.create(
        name=path.name,
        content=path.read_bytes(),
        sha256="x",
        text=b.text,
        digest="y",
        review=review.to_json(),
    )
    plan = Plan(review, b.text)
    try:
        confirm(note, plan, user)
    except Exception as e:
        pytest.skip(f"needs answers {type(e).__name__} {e}")
    records = records_of(
        partner, Choice(as_of=datetime.date(2026, 11, 25), sources=False, drafts=True)
    )
    n = compose(records, Choice(as_of=datetime.date(2026, 11, 25), sources=False, drafts=True))
    got = read_file(to_docx(n), "x.docx")

    def rows(x):
        return sorted((e.dating.date.edtf if e.dating else None, e.status) for e in x)

    want = [(str(e.date.edtf) if e.date else None, e.event_status) for e in records.events]
    from briefings.writing.event_lines import records_tie

    want += [
        (t.since.edtf, "held")
        for t in records.ties
        if t.since and not any(records_tie(e, t) for e in records.events)
    ]
    (pathlib.Path("/tmp/back") / (path.stem + ".txt")).write_text(as_text(n))
    got_ = [(e.dating.date.edtf if e.dating else None, e.status) for e in got.events]
    out = []
    for w in want:
        if w in got_:
            got_.remove(w)
        else:
            out.append(("missing", w))
    out += [
        (
            "extra",
            g,
            [e.text[:150] for e in got.events if (e.dating and e.dating.date.edtf) == g[0]],
        )
        for g in got_
    ]
    out += [
        ("background", x.text[:150])
        for x in got.background
        if "Черновик" not in x.text and x.text not in [y.text for y in b.background]
    ]
    assert not out
