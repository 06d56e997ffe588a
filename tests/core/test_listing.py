"""What holds of every list: whatever is asked, it answers; what it links to is what it shows."""

import html
import re
from urllib.parse import parse_qs, quote

import pytest

from tests.factories import make_contact, make_direction, make_event, make_partner

pytestmark = pytest.mark.django_db
LISTS = ["partners", "directions", "events", "contacts"]


@pytest.fixture
def world(db):
    partner = make_partner("city")
    make_direction(partner, sector_codes=["culture"])
    make_event("one", date="2013", partners=[partner], sector_codes=["culture"])
    make_contact(partners=[partner], sector_codes=["culture"])


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("parameter", ["q", "year", "sector", "partner", "page", "excel"])
@pytest.mark.parametrize(
    "value",
    ["%00", "a%00b", "%FF", "%0d%0aSet-Cookie:%20a=b", "x" * 10_000, "9" * 5000, "%F0%9F%99%82"],
)
def test_no_value_of_any_parameter_is_a_fault_of_the_server(client, world, name, parameter, value):
    page = client.get(f"/ru/{name}/?{parameter}={value}")
    assert page.status_code == 200
    file = client.get(f"/ru/{name}.csv?{parameter}={value}")
    assert file.status_code in {200, 400}
    # Read to its end: a file left half-read would hold its transaction into the next test.
    text = file.getvalue().decode()
    assert file.status_code == 200 or text.count("\n") == 1


@pytest.mark.parametrize("value", ["a\nb", "a\r\nb", "a\u2028b", "a\x00b"])
@pytest.mark.parametrize("parameter", ["year", "sector", "partner"])
def test_a_refusal_is_one_line_whatever_was_asked(client, world, parameter, value):
    refused = client.get(f"/en/events.csv?{parameter}={quote(value)}")
    assert refused.status_code == 400
    assert len(refused.content.decode().splitlines()) == 1


def test_all_wrong_values_are_told_at_once_and_the_right_ones_still_count(client, world):
    make_event("two", date="2014", partners=[make_partner("town")])
    page = client.get("/en/events/?year=abc&sector=nonsense&partner=city").content.decode()
    problems = re.findall(r'<p class="problem">(.*?)</p>', page)
    assert [any(word in p for p in problems) for word in ("abc", "nonsense")] == [True, True]
    assert re.findall(r'<h3><a href="/en/events/([\w-]+)/', page) == ["one"]


def links(page, relation):
    found = re.search(rf'<a rel="{relation}" href="\?(.*?)"', page)
    return parse_qs(html.unescape(found[1])) if found else None


def test_pages_lead_to_each_other_with_the_filter_kept(client):
    partner = make_partner("city")
    for _ in range(51):
        make_event(date="2013", partners=[partner], title_ru="Визит")
    query = "q=визит&year=2013&partner=city"
    pages = [client.get(f"/ru/events/?{query}&page={n}").content.decode() for n in (1, 2, 3)]
    kept = {"q": ["визит"], "year": ["2013"], "partner": ["city"]}
    assert [links(page, "prev") for page in pages] == [
        None,
        kept | {"page": ["1"]},
        kept | {"page": ["2"]},
    ]
    assert [links(page, "next") for page in pages] == [
        kept | {"page": ["2"]},
        kept | {"page": ["3"]},
        None,
    ]


def test_each_condition_can_be_taken_back_alone(client, world):
    page = client.get("/en/events/?q=x&year=2013&sector=culture&sector=sport").content.decode()
    chosen = re.search(r'<div class="chosen">(.*?)</div>', page, re.DOTALL)[1]
    left = [parse_qs(html.unescape(query)) for query in re.findall(r'href="\?(.*?)"', chosen)]
    assert left == [
        {"year": ["2013"], "sector": ["culture", "sport"]},
        {"q": ["x"], "sector": ["culture", "sport"]},
        {"q": ["x"], "year": ["2013"], "sector": ["sport"]},
        {"q": ["x"], "year": ["2013"], "sector": ["culture"]},
    ]


@pytest.mark.parametrize("name", LISTS)
def test_what_was_typed_stands_in_the_form_and_is_never_markup(client, world, name):
    typed = '"><script>alert(1)</script>'
    page = client.get(f"/ru/{name}/?q={quote(typed)}&year={quote(typed)}").content.decode()
    assert "<script>alert" not in page
    assert html.escape(typed).replace("&#x27;", "'") in page


@pytest.mark.parametrize("name", LISTS)
def test_every_list_has_both_kinds_of_csv_and_they_answer(client, world, name):
    page = client.get(f"/nl/{name}/?q=zz").content.decode()
    files = [html.unescape(path) for path in re.findall(r'href="(/nl/\w+\.csv[^"]*)"', page)]
    assert files == [f"/nl/{name}.csv?q=zz", f"/nl/{name}.csv?q=zz&excel=1"]
    marks = [b"".join(client.get(path).streaming_content)[:3] for path in files]
    assert [mark == b"\xef\xbb\xbf" for mark in marks] == [False, True]


@pytest.mark.parametrize("accepted", ["en;q=0", "nl;q=0.0, fr", "en;q=0, nl;q=0"])
def test_a_language_the_reader_refuses_is_not_chosen(client, accepted):
    assert client.get("/", headers={"accept-language": accepted}).url == "/ru/"


@pytest.mark.parametrize("path", ["", *(f"{name}/" for name in LISTS), "events.csv", "events.ics"])
def test_the_head_of_an_answer_can_be_asked_for_alone(client, world, path):
    response = client.head(f"/ru/{path}")
    # Nobody reads the file, and its rows stand in a transaction until it is closed.
    response.close()
    assert response.status_code == 200
