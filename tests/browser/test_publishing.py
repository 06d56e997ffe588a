"""From the desk to the public: the way of one event."""

import csv
import io

from playwright.sync_api import expect

TITLE = "Семинар о реставрации"


def public_rows(page, site):
    text = page.request.get(f"{site}/ru/events.csv?year=2014").text()
    return {row["title"]: row for row in csv.DictReader(io.StringIO(text))}


def test_an_event_of_february_2014_is_added_published_and_read(signed_in, site):
    page = signed_in
    page.goto(f"{site}/admin/events/event/add/")
    page.get_by_label("Дата").fill("февраль 2014")
    page.get_by_role("textbox", name="Заголовок RU").fill(TITLE)
    page.locator(".field-partners .select2-selection").click()
    page.locator(".field-partners .select2-search__field").press_sequentially("фланд")
    page.get_by_role("option", name="Фландрия").click()
    page.get_by_role("button", name="Опубликовать").click()
    page.wait_for_url("**/admin/events/event/**")

    page.goto(f"{site}/ru/events/?year=2014")
    event = page.locator(".event").filter(has_text=TITLE)
    expect(event.locator("time")).to_have_text("февраль 2014 г.")
    expect(event.locator("time")).to_have_attribute("datetime", "2014-02")
    row = public_rows(page, site)[TITLE]
    assert (row["date"], row["partners"]) == ("2014-02", "flanders")
    assert (row["date_first"], row["date_last"]) == ("2014-02-01", "2014-02-28")


def test_a_draft_is_for_the_desk_only(signed_in, browser, site):
    page = signed_in
    page.goto(f"{site}/admin/events/event/add/")
    page.get_by_label("Дата").fill("февраль 2014")
    page.get_by_role("textbox", name="Заголовок RU").fill(TITLE)
    page.get_by_role("button", name="Сохранить и остаться").click()
    page.get_by_role("link", name="Посмотреть, как будет на сайте").click()
    expect(page.locator(".banner")).to_contain_text("Черновик")
    reader = browser.new_page()
    assert reader.goto(page.url).status == 404
    reader.close()
    assert TITLE not in public_rows(page, site)


def test_a_date_nobody_can_read_is_explained_and_kept(signed_in, site):
    page = signed_in
    page.goto(f"{site}/admin/events/event/add/")
    page.get_by_label("Дата").fill("давным-давно")
    page.get_by_role("textbox", name="Заголовок RU").fill(TITLE)
    page.get_by_role("button", name="Сохранить", exact=True).click()
    expect(page.locator(".field-date .errorlist")).to_contain_text("февраль 2013")
    expect(page.get_by_label("Дата")).to_have_value("давным-давно")
    expect(page.get_by_role("textbox", name="Заголовок RU")).to_have_value(TITLE)
