"""A note in the browser: from the file to published records, with the mouse and the keys alone."""

import pytest
from django.contrib.auth import get_user_model
from playwright.sync_api import expect

from briefings.notes import Note
from cooperation.models import Direction, Partner
from events.models import Event

# The grammar of the committee's notes, and facts about Flanders, in words of our own.
NOTE = """I. Перспективные направления сотрудничества:

· обмен опытом между морскими портами Фландрии и Санкт-Петербурга;

· совместные проекты в области информационных технологий (в сфере транспорта, образования и др.);

· сотрудничество в области медицины и биотехнологий;

· культурные обмены;

· развитие взаимного туризма.

II. Основные события.

Региональное сотрудничество.
Расширяется сотрудничество между Санкт-Петербургом и Фландрией.

Дружественные связи между Санкт-Петербургом и Антверпеном были установлены в 1958 г.

В феврале 2013 г. состоялся семинар о туристических возможностях Фландрии для турфирм города.

В марте 2013 г. прошел семинар об инвестициях в экономику Бельгии. В ходе семинара \
предпринимателям рассказали, как вести дела в этой стране.

В ноябре 2015 г. в Петропавловской крепости состоялся семинар о работе порта Антверпена. \
Перед началом семинара вице-мэр встретился с руководителями Комитета по транспорту.

III. Контактное лицо в Комитете по внешним связям Санкт-Петербурга:
Главный специалист отдела стран Северной Европы УМС Королева О.В., тел: 576-68-33.
"""


@pytest.fixture
def server(live_server, transactional_db):
    return live_server.url


@pytest.fixture
def desk(page, server):
    get_user_model().objects.create_superuser("editor", password="letmein")
    page.goto(f"{server}/admin/")
    page.get_by_label("Имя пользователя").fill("editor")
    page.get_by_label("Пароль").fill("letmein")
    page.get_by_role("button", name="Войти").click()
    return page


def hand_over(page, server, name="flanders.txt", text=NOTE):
    """From the desk's first page to the review, as staff go."""
    page.goto(f"{server}/admin/")
    page.get_by_role("link", name="Загрузить справку").click()
    page.get_by_label("Файл").set_input_files(
        {"name": name, "mimeType": "text/plain", "buffer": text.encode()}
    )
    page.get_by_role("button", name="Разобрать справку").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(name)


def make_flanders(page):
    """The note says nothing of what Flanders is, so its form stands open with the name in it."""
    expect(page.get_by_label("Название", exact=True)).to_have_value("Фландрия")
    page.get_by_label("Вид", exact=True).select_option("region")
    page.get_by_label("Страна", exact=True).select_option("BE")
    page.get_by_role("button", name="Завести черновиком", exact=True).click()
    expect(page.locator(".chosen")).to_contain_text("Фландрия, регион, Бельгия")


def confirm(page):
    page.get_by_role("button", name="Записать черновики").click()
    page.locator(".messagelist").wait_for()


def publish(page, server, path):
    """Publish everything that a list of the desk holds."""
    page.goto(f"{server}/admin/{path}/")
    page.locator("#action-toggle").check()
    page.locator("select[name=action]").select_option("publish")
    page.get_by_role("button", name="Выполнить").click()
    page.locator(".messagelist").wait_for()


@pytest.fixture
def entered(desk, server):
    """The note entered in the register with its partners, and all of it published."""
    hand_over(desk, server)
    make_flanders(desk)
    confirm(desk)
    for path in ("cooperation/partner", "cooperation/direction", "cooperation/tie", "events/event"):
        publish(desk, server, path)
    return desk


def test_a_note_becomes_drafts_and_then_the_partners_page(desk, server, browser):
    page = desk
    hand_over(page, server)
    assert Partner.objects.count() == 0
    make_flanders(page)
    expect(page.locator("#partner")).to_contain_text("Антверпен, город, Бельгия")
    confirm(page)
    expect(page.locator(".messagelist")).to_contain_text("Записано черновиками")
    assert {event.status for event in Event.objects.all()} == {"draft"}
    assert [str(event.date) for event in Event.objects.in_order()] == [
        "1958", "2013-02", "2013-03", "2015-11",
    ]  # fmt: skip
    assert Direction.objects.count() == 5

    flanders = Partner.objects.get(kind="region").get_absolute_url()
    reader = browser.new_page()
    assert reader.goto(f"{server}{flanders}").status == 404
    for path in ("cooperation/partner", "cooperation/direction", "cooperation/tie", "events/event"):
        publish(page, server, path)
    assert reader.goto(f"{server}{flanders}").status == 200
    expect(reader.locator(".year-group h3").first).to_have_text("1958")
    expect(reader.locator(".year-group")).to_have_count(3)
    expect(reader.locator(".directions > li")).to_have_count(5)
    expect(reader.locator("main")).not_to_contain_text("Королева")
    reader.close()


def test_the_same_file_again_proposes_nothing_new(entered, server):
    page = entered
    before = Event.objects.count(), Direction.objects.count(), Partner.objects.count()
    hand_over(page, server)
    expect(page.locator("#saved")).to_contain_text("Новых записей нет")
    confirm(page)
    assert (Event.objects.count(), Direction.objects.count(), Partner.objects.count()) == before


def test_the_written_note_read_again_proposes_nothing_new(entered, server):
    """There and back: the partner's own DOCX is handed over as any other file."""
    pytest.importorskip("briefings.writing.writing", reason="notes are not written yet")
    page = entered
    flanders = Partner.objects.get(kind="region").get_absolute_url()
    answer = page.request.get(f"{server}{flanders}note.docx")
    assert answer.status == 200
    before = Event.objects.count(), Direction.objects.count(), Partner.objects.count()
    page.goto(f"{server}/admin/briefings/note/add/")
    page.get_by_label("Файл").set_input_files(
        {"name": "back.docx", "mimeType": "application/octet-stream", "buffer": answer.body()}
    )
    page.get_by_role("button", name="Разобрать справку").click()
    expect(page.locator(".chosen")).to_contain_text("Фландрия, регион, Бельгия")
    expect(page.locator("#saved")).to_contain_text("Новых записей нет")
    confirm(page)
    assert (Event.objects.count(), Direction.objects.count(), Partner.objects.count()) == before


def test_the_two_sides_show_each_other(desk, server):
    page = desk
    hand_over(page, server)
    piece = page.locator(".source .piece.k-event").first
    card = page.locator(f"#{piece.get_attribute('data-card')}")
    piece.hover()
    expect(card).to_have_class("card k-event linked")
    card.get_by_label("Место").focus()
    expect(piece).to_have_class("piece k-event linked")
    page.locator(".source .piece.k-contact").focus()
    expect(piece).to_have_class("piece k-event")


def test_what_is_typed_survives_closing_the_page(desk, server, context):
    page = desk
    hand_over(page, server)
    address = page.url
    page.get_by_label("Место М2").fill("Смольный")
    expect(page.locator("#saved")).to_have_text("Разбор сохранён.")
    page.get_by_label("Место М2").fill("Смольный собор")
    page.goto(f"{server}/admin/")
    expect(page.get_by_role("heading", name="Сегодня")).to_be_visible()
    # What is sent while the page closes may arrive after the next page is asked for.
    for _ in range(20):
        page.goto(address)
        if page.get_by_label("Место М2").input_value() != "Смольный":
            break
    expect(page.get_by_label("Место М2")).to_have_value("Смольный собор")


def test_what_is_typed_before_the_script_has_come_is_saved(desk, server):
    page, held = desk, []
    page.route("**/desk/review.js", lambda route: held.append(route))
    page.goto(f"{server}/admin/briefings/note/add/")
    page.get_by_label("вставьте текст").fill(NOTE)
    with page.expect_request("**/desk/review.js"):
        page.get_by_role("button", name="Разобрать справку").click(no_wait_after=True)
    page.get_by_label("Место М2").fill("Смольный")
    held[0].continue_()
    expect(page.locator("#saved")).to_have_text("Разбор сохранён.")
    page.unroute("**/desk/review.js")
    page.reload()
    expect(page.get_by_label("Место М2")).to_have_value("Смольный")


def test_a_review_that_is_only_looked_at_is_not_saved(desk, server):
    hand_over(desk, server)
    desk.wait_for_load_state()
    expect(desk.locator("#saved")).to_contain_text("Новых: мероприятий 4")
    assert Note.objects.get().version == 1


def test_the_review_works_without_script(browser, server, live_server):
    get_user_model().objects.create_superuser("editor", password="letmein")
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{server}/admin/")
    page.get_by_label("Имя пользователя").fill("editor")
    page.get_by_label("Пароль").fill("letmein")
    page.get_by_role("button", name="Войти").click()
    hand_over(page, server)
    page.get_by_label("Название М2").fill("Семинар для турфирм")
    make_flanders(page)
    expect(page.get_by_label("Название М2")).to_have_value("Семинар для турфирм")
    part = page.locator(".k-part").get_by_role("button", name="Сделать мероприятием")
    part.click()
    expect(page.locator("#h-events")).to_have_text("Мероприятия: 5")
    confirm(page)
    assert Event.objects.count() == 5
    page.context.close()


def test_a_file_that_is_no_note_is_explained(desk, server):
    page = desk
    page.goto(f"{server}/admin/briefings/note/add/")
    page.get_by_label("Файл").set_input_files(
        {"name": "scan.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7\n..."}
    )
    page.get_by_role("button", name="Разобрать справку").click()
    expect(page.locator(".errorlist")).to_contain_text("Это PDF")
    assert Note.objects.count() == 0


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1280, "dark"), (390, "dark")])
def test_no_screen_scrolls_sideways(desk, server, width, scheme):
    page = desk
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    hand_over(page, server)
    review = page.url
    for address in (review, review.replace("change", "compare"), f"{server}/admin/briefings/note/"):
        page.goto(address)
        assert (address, page.evaluate("document.documentElement.scrollWidth")) == (address, width)
