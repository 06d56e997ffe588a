"""The desk as an editor sees and uses it."""

import pytest
from playwright.sync_api import expect

from cooperation.models import Partner
from events.models import Event

EVENT = "antwerp-friendly-ties"
SCREENS = [
    "",
    "events/event/",
    "events/event/add/",
    "cooperation/partner/",
    "cooperation/direction/",
    "cooperation/tie/",
    "contacts/contactperson/",
    "contacts/contactperson/add/",
    "cooperation/sector/",
    "auth/user/add/",
]


@pytest.fixture
def form(signed_in, site):
    """The form of an event, open."""
    event = Event.objects.get(slug=EVENT)
    signed_in.goto(f"{site}/admin/events/event/{event.pk}/change/")
    return signed_in


def title(page, language):
    return page.get_by_role("textbox", name=f"Заголовок {language}", exact=True)


@pytest.mark.parametrize("width", [390, 1280])
def test_no_screen_scrolls_sideways(signed_in, site, width):
    page = signed_in
    page.set_viewport_size({"width": width, "height": 800})
    partner = Partner.objects.get(slug="flanders")
    for screen in [*SCREENS, f"cooperation/partner/{partner.pk}/change/"]:
        page.goto(f"{site}/admin/{screen}")
        # Until the rich text's script has come, its plain boxes are wider.
        boxes = page.locator("[data-django-prose-editor-configurable]").count()
        expect(page.locator(".prose-editor [contenteditable]")).to_have_count(boxes)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert (screen, wide) == (screen, width)


def test_the_chosen_language_stands_beside_russian_and_is_remembered(form):
    expect(title(form, "EN")).to_be_visible()
    expect(title(form, "NL")).to_be_hidden()
    russian, english = title(form, "RU").bounding_box(), title(form, "EN").bounding_box()
    assert russian["y"] == english["y"]
    assert russian["x"] + russian["width"] < english["x"]

    form.keyboard.press("Alt+2")
    expect(title(form, "NL")).to_be_visible()
    expect(title(form, "EN")).to_be_hidden()
    form.reload()
    expect(title(form, "NL")).to_be_visible()


def test_a_hidden_language_is_saved_all_the_same(form):
    title(form, "EN").fill("Ties with Antwerp")
    form.keyboard.press("Alt+4")
    expect(title(form, "EN")).to_be_hidden()
    form.keyboard.press("Control+s")
    expect(form.locator(".messagelist .success")).to_be_visible()
    assert Event.objects.get(slug=EVENT).title_en == "Ties with Antwerp"


def test_what_is_understood_of_a_date_is_said_while_it_is_typed(form):
    form.get_by_label("Дата").fill("весна 2011")
    said = form.locator(".field-date output")
    expect(said).to_contain_text("весна 2011")
    form.get_by_label("Дата").fill("никогда")
    expect(said).to_contain_text("февраль 2013")
    expect(form.get_by_text("Не сохранено")).to_be_visible()


def test_a_list_is_filtered_by_several_things_at_once(signed_in, site):
    page = signed_in
    page.goto(f"{site}/admin/events/event/")
    page.get_by_label("Год или годы").fill("2013")
    page.get_by_label("Отрасль").select_option(label="туризм")
    page.get_by_role("button", name="Показать", exact=True).click()
    expect(page.locator("#result_list tbody tr")).to_have_count(1)
    expect(page.locator("#result_list tbody")).to_contain_text("февраль 2013")


def test_the_form_works_without_script(browser, form, site):
    state = form.context.storage_state()
    context = browser.new_context(java_script_enabled=False, storage_state=state)
    page = context.new_page()
    page.goto(form.url)
    page.get_by_text("нидерландский").click()
    title(page, "NL").fill("Banden met Antwerpen")
    page.get_by_role("button", name="Сохранить и остаться").click()
    context.close()
    assert Event.objects.get(slug=EVENT).title_nl == "Banden met Antwerpen"
