"""Addresses last: a changed slug leads on for ever, what was archived says that it is gone."""

import pytest
from django.core.exceptions import ValidationError

from cooperation.models import FormerPartnerAddress, Partner
from core.publishing import Status
from events.models import Event, FormerEventAddress
from tests.factories import make_event, make_partner

pytestmark = pytest.mark.django_db
LANGUAGES = ["ru", "en", "nl"]


def event(slug, **values):
    return make_event(slug, partners=[make_partner()], **values)


MADE = [
    pytest.param(event, "events", id="event"),
    pytest.param(make_partner, "partners", id="partner"),
]


def rename(record, slug):
    record.slug = slug
    record.save()


def leads_to(client, path):
    response = client.get(path)
    return response.status_code, response.get("Location")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("make", "section"), MADE)
def test_a_changed_slug_leads_on_in_the_same_language_with_its_query(
    client, make, section, language
):
    rename(make("old"), "new")
    assert leads_to(client, f"/{language}/{section}/old/?a=1&b=%D1%8F") == (
        301,
        f"/{language}/{section}/new/?a=1&b=%D1%8F",
    )
    assert client.head(f"/{language}/{section}/old/").status_code == 301
    assert client.get(f"/{language}/{section}/new/").status_code == 200


@pytest.mark.parametrize(("make", "section"), MADE)
def test_a_chain_of_changes_is_one_step_and_a_return_is_none(client, make, section):
    record = make("one")
    for slug in ("two", "three"):
        rename(record, slug)
    assert leads_to(client, f"/ru/{section}/one/") == (301, f"/ru/{section}/three/")
    assert leads_to(client, f"/ru/{section}/two/") == (301, f"/ru/{section}/three/")
    rename(record, "one")
    assert client.get(f"/ru/{section}/one/").status_code == 200
    assert leads_to(client, f"/ru/{section}/three/") == (301, f"/ru/{section}/one/")


@pytest.mark.parametrize(("make", "section"), MADE)
def test_a_queryset_keeps_the_old_address_as_well(client, make, section):
    record = make("old")
    model = type(record)
    assert model.objects.filter(pk=record.pk).update(slug="new") == 1
    assert leads_to(client, f"/ru/{section}/old/") == (301, f"/ru/{section}/new/")
    record.slug = "newest"
    model.objects.bulk_update([record], ["slug"])
    assert leads_to(client, f"/ru/{section}/old/") == (301, f"/ru/{section}/newest/")
    assert leads_to(client, f"/ru/{section}/new/") == (301, f"/ru/{section}/newest/")


@pytest.mark.parametrize(("make", "section"), MADE)
def test_a_record_at_an_address_goes_before_one_that_was_there(client, make, section):
    first = make("old")
    rename(first, "new")
    second = make("old")
    assert client.get(f"/ru/{section}/old/").context["object"] == second
    rename(second, "other")
    assert leads_to(client, f"/ru/{section}/old/") == (301, f"/ru/{section}/other/")


@pytest.mark.parametrize(("make", "section"), MADE)
def test_a_deleted_record_takes_its_addresses_along(client, make, section):
    record = make("old")
    rename(record, "new")
    record.delete()
    assert client.get(f"/ru/{section}/old/").status_code == 404
    assert client.get(f"/ru/{section}/new/").status_code == 404
    assert not FormerEventAddress.objects.exists()
    assert not FormerPartnerAddress.objects.exists()


def test_only_the_slug_s_own_save_keeps_an_address(client):
    record = event("old")
    record.slug = "new"
    record.save(update_fields=["title_ru"])
    assert client.get("/ru/events/old/").status_code == 200
    record.save(update_fields=["slug"])
    assert leads_to(client, "/ru/events/old/") == (301, "/ru/events/new/")


def test_a_new_slug_is_not_one_that_another_record_had():
    rename(event("port", title_ru="Порт"), "harbour")
    new = Event(title_ru="Порт", title_en="Port")
    new.save()
    assert new.slug == "port-2"


@pytest.mark.parametrize(
    ("model", "make", "name"), [(Event, event, "title_ru"), (Partner, make_partner, "name_ru")]
)
def test_a_form_refuses_an_address_that_readers_know_of_another_record(model, make, name):
    record = make("old", **{name: "Семинар"})
    rename(record, "new")
    other = model(slug="old", **{name: "Иное"})
    with pytest.raises(ValidationError) as refused:
        other.full_clean()
    [message] = refused.value.message_dict["slug"]
    assert "раньше была запись «Семинар»" in message
    assert "освободится" in message
    record.full_clean()
    record.slug = "old"
    record.full_clean()
    record.delete()
    other.full_clean()


def test_an_address_that_was_never_public_is_free():
    rename(event("old", status=Status.DRAFT), "new")
    Event(slug="old", title_ru="Иное").full_clean()


def test_the_desk_says_in_russian_that_an_address_leads_elsewhere(desk):
    rename(event("old", title_ru="Семинар"), "new")
    page = desk.post(
        "/admin/events/event/add/",
        {
            "title_ru": "Иное",
            "slug": "old",
            "kind": "other",
            "event_status": "held",
            "parts-TOTAL_FORMS": "0",
            "parts-INITIAL_FORMS": "0",
        },
    )
    assert page.status_code == 200
    assert "По этому адресу раньше была запись «Семинар»" in page.content.decode()


@pytest.mark.parametrize(
    ("accepted", "language"), [("nl-BE,nl;q=0.9", "nl"), ("en", "en"), ("fr", "ru"), (None, "ru")]
)
def test_an_address_without_a_language_leads_to_the_reader_s(client, accepted, language):
    rename(event("old"), "new")
    headers = {"accept-language": accepted} if accepted else {}
    response = client.get("/events/new/?a=1", headers=headers)
    assert (response.status_code, response.url) == (302, f"/{language}/events/new/?a=1")
    assert response["Vary"] == "Accept-Language"
    assert client.get("/events/old/", headers=headers, follow=True).redirect_chain == [
        (f"/{language}/events/old/", 302),
        (f"/{language}/events/new/", 301),
    ]


# Gone


def secret(make, **values):
    named = {"title_ru": "Тайное", "title_en": "Secret", "title_nl": "Geheim"}
    if make is make_partner:
        named = {f"name_{name[-2:]}": text for name, text in named.items()}
    record = make("hidden-slug", **named, **values)
    rename(record, "later-slug")
    return record


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("make", "section"), MADE)
def test_an_archived_record_is_gone_and_the_page_shows_nothing_of_it(
    client, make, section, language
):
    record = secret(make)
    type(record).objects.filter(pk=record.pk).update(status=Status.ARCHIVED)
    words = {"ru": "убрана с сайта", "en": "taken off the site", "nl": "van de site gehaald"}
    for slug in ("later-slug", "hidden-slug"):
        response = client.get(f"/{language}/{section}/{slug}/")
        page = response.content.decode()
        assert response.status_code == 410
        assert words[language] in page
        assert f'<html lang="{language}">' in page
        assert f'href="/{language}/{section}/"' in page
        for hidden in ("Тайное", "Secret", "Geheim", "hidden-slug", "later-slug"):
            assert hidden not in page
        assert '<meta name="robots" content="noindex">' in page
        assert "canonical" not in page


@pytest.mark.parametrize(("make", "section"), MADE)
@pytest.mark.parametrize("status", [Status.DRAFT, Status.IN_REVIEW])
@pytest.mark.parametrize("was_public", [True, False])
def test_what_is_being_written_is_not_found(client, make, section, status, was_public):
    record = secret(make, status=Status.PUBLISHED if was_public else status)
    record.status = status
    record.save()
    for slug in ("later-slug", "hidden-slug"):
        response = client.get(f"/ru/{section}/{slug}/")
        assert response.status_code == 404
        assert "later-slug" not in response.content.decode()


@pytest.mark.parametrize(("make", "section"), MADE)
def test_what_was_archived_at_once_is_gone_as_well(client, make, section):
    secret(make, status=Status.ARCHIVED)
    assert client.get(f"/ru/{section}/later-slug/").status_code == 410
    assert client.get(f"/ru/{section}/hidden-slug/").status_code == 410


@pytest.mark.parametrize("status", [s for s in Status if s != Status.PUBLISHED])
def test_an_event_whose_partner_is_not_public_is_not_found(client, status):
    partner = make_partner()
    make_event("seminar", partners=[partner])
    partner.status = status
    partner.save()
    assert client.get("/ru/events/seminar/").status_code == 404


@pytest.mark.parametrize(("make", "section"), MADE)
def test_staff_see_the_archived_record_with_its_banner(client, desk, make, section):
    record = secret(make)
    type(record).objects.update(status=Status.ARCHIVED)
    response = desk.get(f"/ru/{section}/later-slug/")
    assert response.status_code == 200
    assert '<div class="banner">' in response.content.decode()
    assert "no-store" in response["Cache-Control"]
    old = desk.get(f"/ru/{section}/hidden-slug/")
    assert (old.status_code, old.url) == (301, f"/ru/{section}/later-slug/")
    assert "no-store" in old["Cache-Control"]


@pytest.mark.parametrize("section", ["events", "partners"])
def test_a_missing_record_costs_two_questions(client, db, assert_queries, section):
    with assert_queries(2):
        assert client.get(f"/ru/{section}/nope/").status_code == 404


@pytest.mark.parametrize("name", ["events", "directions", "contacts"])
def test_a_list_is_filtered_by_a_partner_s_former_slug_as_well(client, name):
    rename(make_partner("old"), "new")
    response = client.get(f"/ru/{name}/?partner=old")
    assert response.context["form"].errors == {}
    assert response.context["query"] == "partner=new"
    assert response.context["head"].canonical == f"http://testserver/ru/{name}/?partner=new"
    assert b"".join(client.get(f"/ru/{name}.csv?partner=old").streaming_content)


@pytest.mark.parametrize("status", [s for s in Status if s != Status.PUBLISHED])
def test_a_former_slug_of_a_partner_that_is_not_public_is_unknown_to_lists(client, status):
    partner = make_partner("old")
    rename(partner, "later-slug")
    Partner.objects.update(status=status)
    page = client.get("/ru/events/?partner=old")
    assert page.context["form"].errors
    assert "later-slug" not in page.content.decode()


def test_the_desk_names_the_former_addresses_and_the_first_publication(desk):
    record = event("one", title_ru="Семинар")
    for slug in ("two", "three"):
        rename(record, slug)
    path = f"/admin/events/event/{record.pk}/change/"
    page = desk.get(path).content.decode()
    assert "Сюда ведут и прежние адреса: one, two." in page
    assert "Впервые опубликовано" in page
    draft = event("draft", status=Status.DRAFT)
    page = desk.get(f"/admin/events/event/{draft.pk}/change/").content.decode()
    assert "прежние адреса" not in page
    assert "Впервые опубликовано" not in page
