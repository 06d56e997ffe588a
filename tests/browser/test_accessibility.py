"""Everybody can use every kind of page: axe-core, narrow windows, the keyboard, no script."""

from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import expect

from core.display import SETTINGS
from tests.pages import LANGUAGES, PAGES, make_edge_cases

pytestmark = pytest.mark.pages

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
# WCAG 2.0 to 2.2, levels A and AA, and good practice. Without preload: it would put the style
# sheets into the page, which the Content-Security-Policy forbids, for a rule that is not asked for.
OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
    "preload": False,
}
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 360, "height": 800}
# No rule looks at width and colours together, so a translation is seen once in each.
TWO = [(WIDE, "light"), (NARROW, "dark")]
ALL = [*TWO, (WIDE, "dark"), (NARROW, "light")]


@pytest.fixture
def register(site):
    make_edge_cases()
    return site


def open_page(page, address, status=200):
    """Go there, open all that can be opened, and have axe at hand."""
    assert page.goto(address).status == status
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    page.evaluate(AXE)


def violations(page):
    found = page.evaluate("options => axe.run(document, options)", OPTIONS)["violations"]
    return [(rule["id"], node["target"]) for rule in found for node in rule["nodes"]]


def overflow(page):
    return page.evaluate("document.documentElement.scrollWidth - window.innerWidth")


@pytest.mark.parametrize(("language", "looks"), [("ru", ALL), ("en", TWO), ("nl", TWO)])
def test_axe_finds_nothing(page, console, register, language, looks):
    for path, status in PAGES.items():
        open_page(page, f"{register}/{language}/{path}", status)
        for size, scheme in looks:
            page.set_viewport_size(size)
            page.emulate_media(color_scheme=scheme)
            seen = path, size["width"], scheme
            assert (*seen, violations(page), overflow(page)) == (*seen, [], 0)
        if status != 200:
            console.clear()


def test_axe_finds_a_fault(page, site):
    open_page(page, f"{site}/en/")
    page.evaluate("document.querySelector('h1').remove()")
    assert ("page-has-heading-one", ["html"]) in violations(page)


COLOURS = next(setting for setting in SETTINGS if setting.name == "colours")


@pytest.mark.parametrize("colours", [option.code for option in COLOURS.options])
def test_every_palette_passes_axe(page, site, colours):
    page.goto(f"{site}/en/display/?colours={colours}")
    for path in ("display/", "events/?year=2013-2015&sector=economy"):
        open_page(page, f"{site}/en/{path}")
        assert (path, violations(page)) == (path, [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_wider_than_320_pixels(page, console, register, language):
    page.set_viewport_size({"width": 320, "height": 640})
    for choice in ("reset=1", "size=200&spacing=widest"):
        page.goto(f"{register}/{language}/display/?{choice}")
        for path in PAGES:
            page.goto(f"{register}/{language}/{path}")
            assert (choice, path, overflow(page)) == (choice, path, 0)
    console.clear()


def test_the_long_chart_scrolls_in_itself_and_begins_with_the_newest_years(page, register):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{register}/en/events/")
    room = page.locator(".chart-room")
    assert room.evaluate("room => room.scrollWidth > room.clientWidth")
    page.mouse.wheel(0, room.bounding_box()["y"])
    expect(room.locator("li").last).to_be_in_viewport()
    assert overflow(page) == 0


def focused(page):
    return page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()")


def test_the_skip_link_comes_first_and_leads_to_the_content(page, site):
    page.goto(f"{site}/en/events/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("forced", ["none", "active"])
def test_the_focus_is_seen_on_everything_that_takes_it(page, site, forced):
    page.emulate_media(forced_colors=forced)
    page.goto(f"{site}/en/events/")
    page.keyboard.press("Tab")
    seen = 0
    while page.evaluate("document.activeElement !== document.body") and seen < 200:
        style = page.evaluate(
            "(({outlineStyle, outlineWidth}) => [outlineStyle, parseFloat(outlineWidth)])"
            "(getComputedStyle(document.activeElement))"
        )
        assert (focused(page), style) == (focused(page), ["solid", 3])
        page.keyboard.press("Tab")
        seen += 1
    assert seen > 30


def test_filters_work_by_keyboard_alone_and_say_what_they_found(page, site):
    page.goto(f"{site}/en/events/")
    page.evaluate("document.querySelector('#count').watched = true")
    page.locator("#sector-tourism").focus()
    page.keyboard.press("Space")
    status = page.get_by_role("status")
    expect(status).to_have_text("1 event found of 9")
    # The same element says it, so that screen readers notice; and the focus stays where it was.
    assert status.evaluate("element => element.watched")
    expect(page.locator("#sector-tourism")).to_be_focused()
    expect(page.locator("#sector-tourism")).to_be_checked()
    page.keyboard.press("Space")
    expect(status).to_have_text("9 events found of 9")
    page.locator("#year").focus()
    page.keyboard.type("2013")
    page.keyboard.press("Enter")
    expect(status).to_have_text("3 events found of 9")
    expect(page.locator("#year")).to_be_focused()


def test_the_settings_lead_back_to_the_filtered_list(page, site):
    page.goto(f"{site}/en/events/")
    page.get_by_label("tourism").check()
    expect(page.get_by_role("status")).to_have_text("1 event found of 9")
    page.locator(".display > summary").click()
    page.get_by_role("button", name="dark", exact=True).click()
    page.wait_for_url("**/events/?*sector=tourism#display")
    expect(page.get_by_role("button", name="dark (chosen)")).to_be_visible()


def colour(page):
    return page.evaluate("getComputedStyle(document.documentElement).backgroundColor")


def test_reading_settings_work_without_script(browser, site):
    context = browser.new_context(java_script_enabled=False, color_scheme="light")
    page = context.new_page()
    page.goto(f"{site}/ru/events/")
    expect(page.locator(".when .ruler").first).to_be_visible()
    page.get_by_text("Версия для слабовидящих").first.click()
    page.get_by_role("button", name="белым по чёрному").click()
    page.wait_for_url("**/ru/events/#display")
    page.goto(f"{site}/ru/display/")
    page.get_by_role("button", name="150 %").click()
    page.get_by_role("button", name="скрыть").click()
    page.goto(f"{site}/en/events/antwerp-port-seminar/")
    root = page.locator("html")
    expect(root).to_have_css("background-color", "rgb(0, 0, 0)")
    expect(root).to_have_css("font-size", "24px")
    expect(page.locator(".when .ruler").first).to_be_hidden()
    page.goto(f"{site}/nl/display/")
    page.get_by_role("button", name="Gewone weergave").click()
    expect(root).to_have_css("background-color", "rgb(255, 255, 255)")
    expect(root).to_have_css("font-size", "16px")
    context.close()


def test_the_theme_switch_goes_before_the_device_s_own(page, site):
    page.emulate_media(color_scheme="dark")
    page.goto(f"{site}/en/")
    dark = colour(page)
    page.goto(f"{site}/en/display/?colours=light&back=/en/")
    assert colour(page) == "rgb(255, 255, 255)"
    page.emulate_media(color_scheme="light")
    page.goto(f"{site}/en/display/?colours=dark&back=/en/")
    assert colour(page) == dark


def test_nothing_moves(page, site):
    page.emulate_media(reduced_motion="reduce")
    for path in ("", "events/", "partners/flanders/"):
        page.goto(f"{site}/en/{path}")
        assert page.evaluate("document.getAnimations().length") == 0
        assert page.evaluate(
            "[...document.querySelectorAll('*')].every(element => "
            "['0s', ''].includes(getComputedStyle(element).transitionDuration))"
        )


def test_every_target_measures_24_pixels(page, register):
    """WCAG 2.2, 2.5.8: by size; links within a sentence are exempt and axe knows the spacing."""
    page.set_viewport_size(NARROW)
    for path in ("", "events/?year=2013", "contacts/", "display/"):
        page.goto(f"{register}/ru/{path}")
        small = page.evaluate(
            """() => [...document.querySelectorAll('nav a, .chart a, .chosen a, .tags a, button,'
            + 'summary, .choice, .counted a, .head a, .site-foot a')]
            .filter(element => element.checkVisibility({contentVisibilityAuto: true}))
            .map(element => [element.textContent.trim(), element.getBoundingClientRect()])
            .filter(([, box]) => box.width && (box.height < 23.9 || box.width < 23.9))
            .map(([text, box]) => [text, box.width, box.height])"""
        )
        assert (path, small) == (path, [])
