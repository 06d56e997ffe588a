"""A note as a PDF, and what is said where none can be made."""

import builtins
import re
import zlib

import pytest
from django.core.management import CommandError, call_command

from briefings.writing.pdf import PdfUnavailableError, to_pdf
from tests.briefings.test_word import NOTE
from tests.factories import make_partner

try:
    import weasyprint
except OSError:
    weasyprint = None

needs_pango = pytest.mark.skipif(weasyprint is None, reason="no Pango: PDFs are not looked at")


@pytest.fixture
def without_pango(monkeypatch):
    real = builtins.__import__

    def refuse(name, *args, **kwargs):
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", refuse)


@needs_pango
def test_it_is_tagged_and_says_title_and_language():
    content = to_pdf(NOTE)
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", content, re.DOTALL)
    inflated = []
    for stream in streams:
        try:
            inflated.append(zlib.decompress(stream))
        except zlib.error:
            inflated.append(stream)
    everything = content + b"".join(inflated)
    assert content.startswith(b"%PDF-1.7")
    assert b"/MarkInfo" in everything
    assert b"/StructTreeRoot" in everything
    assert re.search(rb"/Lang ?\(en\)", everything)
    assert b"pdfuaid:part" in everything
    assert b"Note on cooperation with" in everything


def test_no_address_in_a_text_is_fetched(monkeypatch):
    pytest.importorskip("urllib.request")
    asked = []
    monkeypatch.setattr("urllib.request.urlopen", lambda *args, **kwargs: asked.append(args))
    if weasyprint is not None:
        to_pdf(NOTE)
    assert asked == []


def test_without_pango_it_says_so(without_pango):
    with pytest.raises(PdfUnavailableError):
        to_pdf(NOTE)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "words"),
    [("ru", "На этом сервере PDF не создать"), ("en", "No PDF can be made"), ("nl", "geen pdf")],
)
def test_the_site_offers_the_word_file_instead(client, without_pango, language, words):
    make_partner("turku")
    response = client.get(f"/{language}/partners/turku/note.pdf?year=2013&sources=1")
    page = response.content.decode()
    assert response.status_code == 503
    assert words in page
    assert f'href="/{language}/partners/turku/note.docx?year=2013&amp;sources=1"' in page


@pytest.mark.django_db
def test_the_command_says_so_and_writes_nothing(without_pango, tmp_path):
    make_partner("turku")
    with pytest.raises(CommandError, match="No PDF can be made on this server"):
        call_command("write_briefing", "turku", format="pdf", lang="en", out=tmp_path / "note.pdf")
    assert list(tmp_path.iterdir()) == []
