"""A visitor takes a partner's note, in a real browser."""

import docx
from playwright.sync_api import expect


def test_a_visitor_chooses_and_takes_the_note(page, site):
    page.goto(f"{site}/ru/partners/flanders/")
    page.get_by_text("Взять справку: выбрать язык, годы, отрасли").click()
    page.get_by_role("combobox", name="Язык").select_option("nl")
    page.get_by_label("Год или годы").fill("2013")
    page.get_by_label("туризм").check()
    page.get_by_label("Источники в сносках").check()
    with page.expect_download() as taken:
        page.get_by_role("button", name="DOCX").click()
    assert taken.value.suggested_filename.startswith("flanders-")
    assert taken.value.suggested_filename.endswith("-nl.docx")
    texts = [p.text.replace("\u00a0", " ") for p in docx.Document(taken.value.path()).paragraphs]
    assert texts[0] == "Nota over de samenwerking met de regio Vlaanderen (België)"
    assert [text for text in texts if text.startswith("In februari 2013: Seminar")]
    assert not [text for text in texts if text.startswith("In maart 2013")]


def test_the_page_to_print_is_the_note_and_nothing_else(page, site):
    page.goto(f"{site}/en/partners/flanders/")
    page.get_by_role("link", name="Page to print").click()
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text("Note on cooperation with the region of Flanders (Belgium)")
    page.get_by_text("Take the note: choose language, years, sectors").click()
    page.get_by_label("Sources in footnotes").check()
    page.get_by_role("button", name="Page to print").click()
    page.get_by_role("link", name="footnote 1", exact=True).click()
    expect(page.locator("#note-1")).to_be_in_viewport()
    page.emulate_media(media="print")
    for furniture in ("header.site-head", "footer.site-foot", ".screen-only"):
        expect(page.locator(furniture)).to_be_hidden()
    expect(heading).to_be_visible()


def test_the_note_fits_every_screen(page, site):
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 900})
        for language in ("ru", "en", "nl"):
            page.goto(f"{site}/{language}/partners/flanders/note/?sources=1")
            assert page.evaluate("document.documentElement.scrollWidth") == width
