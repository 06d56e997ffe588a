"""What a reader does, in a real browser."""

import csv
import io
import re

import pytest
from playwright.sync_api import expect

PAGES = [
    "",
    "partners/",
    "partners/flanders/",
    "partners/antwerp/",
    "directions/",
    "events/",
    "events/?year=2013",
    "events/?year=2014&sector=tourism",
    "events/?year=abc",
    "events/antwerp-port-seminar/",
    "events/general-practitioners-conference/",
    "contacts/",
    "data/",
]


@pytest.fixture(params=[(1280, "light"), (1280, "dark"), (360, "light")], ids=str)
def seen(request, page):
    width, scheme = request.param
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    return page


@pytest.mark.parametrize("language", ["ru", "en", "nl"])
def test_no_page_scrolls_sideways_or_complains(seen, site, language):
    for path in PAGES:
        assert seen.goto(f"{site}/{language}/{path}").status == 200
        width = seen.viewport_size["width"]
        assert (path, seen.evaluate("document.documentElement.scrollWidth")) == (path, width)


def titles(page):
    return page.locator(".event h3").all_inner_texts()


def expect_events(page, number):
    expect(page.locator(".event h3")).to_have_count(number)


def test_filters_work_in_place(page, site):
    page.goto(f"{site}/en/events/")
    page.evaluate("window.stillHere = true")
    page.get_by_label("tourism").check()
    page.wait_for_url("**/events/?*sector=tourism*")
    expect(page.locator(".event h3")).to_have_text(["Seminar by the Flemish tourism agency"])
    expect(page.get_by_role("status")).to_have_text("1 event found of 9")
    expect(page.get_by_role("link", name="Nederlands")).to_have_attribute(
        "href", re.compile("sector=tourism$")
    )
    assert page.evaluate("window.stillHere")
    page.go_back()
    page.wait_for_url("**/events/")
    expect_events(page, 9)


def test_a_bar_of_the_chart_chooses_its_year(page, site):
    page.goto(f"{site}/en/events/")
    page.get_by_role("link", name="2013").first.click()
    page.wait_for_url("**/events/?year=2013")
    expect_events(page, 3)


def test_the_language_switch_stays_on_the_page_and_keeps_the_filter(page, site):
    page.goto(f"{site}/en/events/?year=2013&sector=tourism")
    page.get_by_role("link", name="Nederlands").click()
    page.wait_for_url("**/nl/events/?year=2013&sector=tourism")
    expect_events(page, 1)


def test_the_list_is_taken_away_as_it_is_filtered(page, site):
    page.goto(f"{site}/ru/events/?year=2013")
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV", exact=True).click()
    text = download.value.path().read_text(encoding="utf-8")
    assert [row["title"] for row in csv.DictReader(io.StringIO(text))] == titles(page)


def test_everything_works_without_javascript(browser, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/en/events/")
    page.get_by_label("Year or years").fill("2013")
    page.get_by_label("tourism").check()
    page.get_by_role("button", name="Show").click()
    expect(page.locator(".event h3")).to_have_text(["Seminar by the Flemish tourism agency"])
    context.close()
