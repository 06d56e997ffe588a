"""A note as a Word file: what Word and LibreOffice find in it."""

import datetime
import io
import zipfile

import docx
import pytest
from django.utils.translation import override
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from briefings.writing.note import Mark, Section, Words, WrittenNote
from briefings.writing.word import to_docx

NOTE = WrittenNote(
    language="en",
    title=(Words("Note on cooperation with ", "en"), Words("Турку", "ru", True), Mark(1)),
    as_of="as of 25 November 2026",
    written=datetime.date(2026, 11, 25),
    author="Committee",
    remarks=("Draft.",),
    sections=(
        Section(
            (Words("I. Directions:", "en"),), ((Words("Ports", "en"), Mark(2), Mark(3)),), True
        ),
        Section((Words("II. Events.", "en"),), ((Words("In 1958 & <later>.", "en"),),)),
    ),
    footnotes=(
        (Words("Chosen.", "en"),),
        (Words("Source: ", "en"), Words("Газета", "ru", True)),
        (Words("Draft.", "en"),),
    ),
)


@pytest.fixture
def content():
    with override("en"):
        return to_docx(NOTE)


@pytest.fixture
def document(content):
    return docx.Document(io.BytesIO(content))


def part(content, name):
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return etree.fromstring(file.read(name))


def test_it_has_real_styles(document):
    assert [(p.style.name, p.text) for p in document.paragraphs] == [
        ("Title", "Note on cooperation with Турку"),
        ("Subtitle", "(as of 25 November 2026)"),
        ("Quote", "Draft."),
        ("Heading 1", "I. Directions:"),
        ("List Bullet", "Ports, "),
        ("Heading 1", "II. Events."),
        ("Body Text", "In 1958 & <later>."),
    ]
    assert document.styles["List Bullet"].element.pPr.numPr is not None


def test_it_says_its_title_author_language_and_day(document, content):
    properties = document.core_properties
    assert (properties.title, properties.author, properties.language) == (
        "Note on cooperation with Турку",
        "Committee",
        "en-GB",
    )
    assert (properties.comments, properties.last_modified_by) == ("", "Committee")
    assert properties.created.date() == properties.modified.date() == NOTE.written
    languages = part(content, "word/styles.xml").iter(qn("w:lang"))
    assert [each.get(qn("w:val")) for each in languages] == ["en-GB"]


def test_words_of_another_language_are_marked(document):
    runs = document.paragraphs[0].runs
    assert [(run.text, run.italic) for run in runs[:2]] == [
        ("Note on cooperation with ", None),
        ("Турку", True),
    ]
    assert [run._r.find(f".//{qn('w:lang')}") is not None for run in runs[:2]] == [False, True]
    assert runs[1]._r.find(f".//{qn('w:lang')}").get(qn("w:val")) == "ru-RU"


def test_footnotes_are_footnotes(content):
    footnotes = part(content, "word/footnotes.xml")
    told = {
        each.get(qn("w:id")): "".join(each.itertext()).strip()
        for each in footnotes
        if each.get(qn("w:type")) is None
    }
    assert told == {"1": "Chosen.", "2": "Source: Газета", "3": "Draft."}
    body = part(content, "word/document.xml")
    references = [each.get(qn("w:id")) for each in body.iter(qn("w:footnoteReference"))]
    assert references == ["1", "2", "3"]
    announced = part(content, "word/settings.xml").find(qn("w:footnotePr"))
    assert [each.get(qn("w:id")) for each in announced] == ["-1", "0"]


def test_a_note_without_footnotes_has_no_part_for_them():
    bare = WrittenNote("ru", (Words("О", "ru"),), "x", NOTE.written, "К", (), (), ())
    with zipfile.ZipFile(io.BytesIO(to_docx(bare))) as file:
        assert "word/footnotes.xml" not in file.namelist()


def test_pages_are_a4_with_their_numbers(document):
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert section.header.paragraphs[0].text.startswith("Note on cooperation with Турку (as of")
    for footer in (section.footer, section.first_page_footer):
        fields = footer._element.iter(qn("w:fldSimple"))
        assert [field.get(qn("w:instr")) for field in fields] == ["PAGE", "NUMPAGES"]
    assert section.first_page_header.paragraphs[0].text == ""


@settings(max_examples=30)
@given(text=st.text(max_size=40))
def test_any_text_makes_a_file_that_opens(text):
    note = WrittenNote(
        "ru", (Words(text, "ru"),), "x", NOTE.written, "К", (), (), ((Words(text, "en"),),)
    )
    document = docx.Document(io.BytesIO(to_docx(note)))
    assert document.paragraphs[0].style.name == "Title"
