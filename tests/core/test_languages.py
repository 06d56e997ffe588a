import pytest

from tests.factories import make_partner

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("", "ru"),
        ("nl-BE,nl;q=0.9", "nl"),
        ("de,en-GB;q=0.5", "en"),
        ("fr", "ru"),
        ("ru;q=0.1,en;q=0.9", "en"),
        (";;;\x01,==", "ru"),
        ("x" * 5000, "ru"),
    ],
)
def test_the_root_leads_to_the_language_the_reader_prefers(client, accepted, language):
    response = client.get("/", headers={"accept-language": accepted})
    assert (response.status_code, response.url) == (302, f"/{language}/")


def test_every_page_names_its_translations_and_keeps_the_query(client):
    make_partner("flanders", name_en="Flanders", name_nl="Vlaanderen")
    for path in ["", "partners/", "partners/flanders/", "events/?year=2013", "contacts/?q=a"]:
        html = client.get(f"/en/{path}").content.decode()
        for code in ("ru", "en", "nl"):
            href = f"http://testserver/{code}/{path}"
            assert f'<link rel="alternate" hreflang="{code}" href="{href}">' in html
            assert f'<a href="/{code}/{path}" lang="{code}"' in html


def test_the_desk_is_russian_whatever_the_browser_prefers(client):
    html = client.get("/admin/login/", headers={"accept-language": "en"}).content.decode()
    assert '<html lang="ru"' in html


def test_no_language_leads_to_the_page_in_one(client):
    assert client.get("/events/", headers={"accept-language": "nl"}).url == "/nl/events/"
