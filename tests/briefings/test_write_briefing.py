"""The command that writes a note to a file."""

import io

import docx
import pytest
from django.core.management import CommandError, call_command

from core.publishing import Status
from tests.factories import make_event, make_partner

pytestmark = pytest.mark.django_db


@pytest.fixture
def city(db):
    city = make_partner("turku", name_ru="Турку", name_en="Turku")
    make_event(date="2013", title_ru="Визит", partners=[city], sector_codes=["sport"])
    make_event(date="1999", title_ru="Рейс", partners=[city], status=Status.DRAFT)
    return city


def write(*args, **options):
    call_command("write_briefing", *args, verbosity=0, **options)


def texts(path):
    return [p.text for p in docx.Document(path).paragraphs]


def test_it_writes_a_word_file_in_russian(city, tmp_path, capsys):
    path = tmp_path / "note.docx"
    call_command("write_briefing", "turku", out=str(path))
    assert "В\u00a02013 г. – визит.".replace("\u00a0", " ") in [
        text.replace("\u00a0", " ") for text in texts(path)
    ]
    assert capsys.readouterr().out == f"Written: {path}\n"


def test_it_takes_language_years_sectors_and_drafts(city, tmp_path):
    path = tmp_path / "note.html"
    write("turku", format="html", lang="en", years="2013-2015", sector=["sport"], out=str(path))
    page = path.read_text(encoding="utf-8")
    assert '<html lang="en">' in page
    assert "Note on cooperation with the city of Turku" in page
    assert "years: 2013–2015; sectors: sport" in page
    assert "рейс" not in page
    write("turku", format="html", drafts=True, out=str(path))
    assert "рейс" in path.read_text(encoding="utf-8")


def test_the_page_needs_no_other_file(city, tmp_path):
    path = tmp_path / "note.html"
    write("turku", format="html", out=str(path))
    page = path.read_text(encoding="utf-8")
    assert "<style>" in page
    assert not any(word in page for word in ("<link", "<script", "http:", "https:", "url("))


@pytest.mark.parametrize(
    ("partner", "options", "message"),
    [
        ("oslo", {}, "There is no partner “oslo”."),
        ("turku", {"years": "20x"}, "“20x” is not a year"),
        ("turku", {"sector": ["magic"]}, "There is no sector “magic”."),
        ("hidden", {}, "is not published; add --drafts"),
        ("turku", {"format": "doc"}, "invalid choice: 'doc'"),
        ("turku", {"lang": "de"}, "invalid choice: 'de'"),
    ],
)
def test_what_it_cannot_do_it_says_and_writes_nothing(city, tmp_path, partner, options, message):
    make_partner("hidden", status=Status.DRAFT)
    arguments = [
        word
        for name, value in options.items()
        for each in (value if isinstance(value, list) else [value])
        for word in (f"--{name}", each)
    ]
    with pytest.raises(CommandError, match=message):
        call_command("write_briefing", partner, "--out", str(tmp_path / "note"), *arguments)
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_written_leaves_what_was_there(city, tmp_path, monkeypatch):
    path = tmp_path / "note.docx"
    path.write_text("old")
    monkeypatch.setattr("os.replace", _no_space)
    with pytest.raises(CommandError, match=r"note\.docx cannot be written: No space left"):
        write("turku", out=str(path))
    assert [p.read_text() for p in tmp_path.iterdir()] == ["old"]
    with pytest.raises(CommandError, match="cannot be written: No such file or directory"):
        write("turku", out=str(tmp_path / "none" / "note.docx"))


def _no_space(*args):
    raise OSError(28, "No space left on device")


def test_the_name_of_the_file_tells_the_format(city, tmp_path):
    path = tmp_path / "note.HTML"
    write("turku", out=str(path))
    assert path.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_name_that_says_another_format_is_refused(city, tmp_path):
    with pytest.raises(CommandError, match=r"“note\.docx” is named as docx, but --format says pdf"):
        write("turku", format="pdf", out=str(tmp_path / "note.docx"))
    assert list(tmp_path.iterdir()) == []


def test_a_draft_partner_is_written_with_drafts(tmp_path):
    make_partner("hidden", name_ru="Осло", status=Status.DRAFT)
    path = tmp_path / "note.docx"
    write("hidden", drafts=True, out=str(path))
    assert texts(io.BytesIO(path.read_bytes()))[2] == (
        "Черновик для сотрудников: учтено и неопубликованное."
    )
