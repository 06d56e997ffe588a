"""A reader searches, with and without script."""

import pytest
from playwright.sync_api import expect


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def browser_context_args(browser_context_args, request):
    return browser_context_args | {"java_script_enabled": request.param}


def test_from_the_head_of_any_page_to_the_record(page, site):
    page.goto(f"{site}/ru/contacts/")
    page.get_by_role("searchbox", name="Поиск по реестру").fill("Ван Пеелом")
    page.get_by_role("button", name="Найти").click()
    expect(page.get_by_role("status")).to_have_text("Найдена 1 запись")
    expect(page.locator("mark")).to_have_text(["Ван", "Пеелом"])
    page.get_by_role("link", name="Семинар о работе порта Антверпена").click()
    expect(page).to_have_url(f"{site}/ru/events/antwerp-port-seminar/")


def test_a_typing_error_is_put_right_and_leads_on_to_the_list(page, site):
    page.goto(f"{site}/en/")
    page.get_by_role("searchbox", name="Search the register").fill("govorunof")
    page.keyboard.press("Enter")
    expect(page.locator(".meant")).to_contain_text("Did you mean govorunov?")
    page.get_by_role("link", name="The same in the list “events”, with filters").click()
    expect(page.locator(".event h3")).to_have_text(
        "Culture and business mission to Ghent and Antwerp"
    )
    expect(page.locator("mark")).to_have_text("Govorunov")


@pytest.mark.parametrize("path", ["search/", "search/?q=port", "search/?q=veleta", "search/?q=!!!"])
def test_no_search_page_scrolls_sideways(page, site, path):
    page.set_viewport_size({"width": 320, "height": 900})
    page.goto(f"{site}/nl/{path}")
    expect(page.locator("h1")).to_have_text("Zoeken")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
