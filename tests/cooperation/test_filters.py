"""The counts beside the choices, over small worlds of every kind; and what drafts keep secret."""

import csv
import html
import io
import re
from urllib.parse import urlencode

import pytest
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.publishing import Status
from tests.factories import make_contact, make_direction, make_event, make_partner

pytestmark = pytest.mark.django_db

SECTORS = ["culture", "sport", "tourism"]
DATES = [None, "2013", "2013-02", "2012/2014", "2014-24", "2014/..", "201X"]
PARTNERS = ["p0", "p1", "p2", "p3"]
STATUSES = st.sampled_from([Status.PUBLISHED] * 3 + [Status.DRAFT])
FEW_SECTORS = st.lists(st.sampled_from(SECTORS), unique=True, max_size=2)

partner_trees = st.lists(
    st.tuples(STATUSES, st.sampled_from([None, 0, 1, 2])),
    min_size=len(PARTNERS),
    max_size=len(PARTNERS),
)
record_lists = st.lists(
    st.fixed_dictionaries(
        {
            "status": STATUSES,
            "date": st.sampled_from(DATES),
            "partners": st.lists(st.sampled_from(range(len(PARTNERS))), unique=True, max_size=3),
            "sectors": FEW_SECTORS,
            "words": st.sampled_from(["порт", "музей"]),
        }
    ),
    max_size=5,
)
filters = st.fixed_dictionaries(
    {},
    optional={
        "q": st.just("порт"),
        "year": st.sampled_from(["2013", "2014-2015"]),
        "sector": FEW_SECTORS,
        "partner": st.lists(st.sampled_from(PARTNERS), unique=True, max_size=2),
    },
)


def build(name, tree, records):
    partners = []
    for slug, (status, parent) in zip(PARTNERS, tree, strict=True):
        above = partners[parent] if parent is not None and parent < len(partners) else None
        partners.append(make_partner(slug, status=status, parent=above))
    for record in records:
        status, sectors = record["status"], record["sectors"]
        of = [partners[number] for number in record["partners"]]
        if name == "events":
            make_event(
                partners=of,
                sector_codes=sectors,
                status=status,
                date=record["date"],
                title_ru=record["words"],
            )
        elif name == "contacts":
            make_contact(
                partners=of, sector_codes=sectors, status=status, surname_ru=record["words"]
            )
        elif of:
            make_direction(
                of[0],
                sector_codes=sectors,
                status=status,
                valid=record["date"],
                title_ru=record["words"],
            )


def file_ids(client, name, query):
    response = client.get(f"/ru/{name}.csv?{urlencode(query, doseq=True)}")
    assert response.status_code == 200, response.content
    text = b"".join(response.streaming_content).decode()
    return [row["id"] for row in csv.DictReader(io.StringIO(text, newline=""), strict=True)]


def offered(page, name):
    """The choices of a filter on a page: value -> the number beside it."""
    pattern = rf'name="{name}" value="([\w-]+)".*?<span class="n">(\d+)</span>'
    return {value: int(number) for value, number in re.findall(pattern, page)}


@pytest.mark.parametrize("name", ["events", "directions", "contacts"])
@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(tree=partner_trees, records=record_lists, query=filters)
def test_following_a_choice_gives_as_many_records_as_stand_beside_it(name, tree, records, query):
    client = Client()
    with transaction.atomic():
        build(name, tree, records)
        public = {
            slug for slug, (status, _) in zip(PARTNERS, tree, strict=True) if status == "published"
        }
        # What is no partner to a visitor is another test's concern.
        query = query | {"partner": [p for p in query.get("partner", []) if p in public]}
        if name == "contacts":
            query.pop("year", None)
        page = client.get(f"/ru/{name}/?{urlencode(query, doseq=True)}").content.decode()
        assert set(offered(page, "partner")) == public
        for choice in ("sector", "partner"):
            for value, count in offered(page, choice).items():
                there = file_ids(client, name, query | {choice: [value]})
                assert (choice, value, count) == (choice, value, len(there))
                assert len(set(there)) == len(there)
        transaction.set_rollback(True)


@pytest.fixture
def secret(db):
    """A public event, direction and contact beside a draft partner inside a public one."""
    shown = make_partner("shown", name_ru="Явный")
    hidden = make_partner(
        "hidden",
        name_ru="Тайнограф",
        local_name="Tajnograf",
        status=Status.DRAFT,
        parent=shown,
    )
    make_partner("inner", name_ru="Внутри", parent=hidden)
    make_event("e", date="2013", partners=[shown, hidden], sector_codes=["culture"])
    make_direction(hidden, title_ru="Тайнопись")
    make_contact(partners=[shown, hidden], surname_ru="Королева")
    return hidden


PAGES = [
    "",
    "partners/",
    "partners/shown/",
    "partners/inner/",
    "directions/",
    "events/",
    "events/e/",
    "events/?q=тайнограф",
    "contacts/",
]
FILES = ["partners.csv", "directions.csv", "events.csv", "contacts.csv"]


@pytest.mark.parametrize("language", ["ru", "en", "nl"])
@pytest.mark.parametrize("status", [Status.DRAFT, Status.IN_REVIEW, Status.ARCHIVED])
def test_a_partner_that_is_not_public_is_named_nowhere(client, secret, language, status):
    secret.status = status
    secret.save()
    asked = html.escape("“тайнограф”")
    for path in PAGES:
        page = client.get(f"/{language}/{path}").content.decode()
        page = page.replace("тайнограф", "").replace(asked, "")
        assert not re.findall(r"(?i)тайно|tajno|hidden/|value=.hidden", page), path
    for path in FILES:
        for query in ("", "?excel=1"):
            raw = b"".join(client.get(f"/{language}/{path}{query}").streaming_content)
            assert not re.findall(r"(?i)тайно|tajno|hidden", raw.decode()), path


def test_a_draft_partner_and_one_that_never_was_get_the_same_answer(client, secret):
    answers = {
        code: client.get(f"/ru/events.csv?partner={code}").content.decode().replace(code, "…")
        for code in ("hidden", "absent")
    }
    assert answers["hidden"] == answers["absent"]


def test_a_partner_includes_what_lies_inside_a_draft_inside_it(client, secret):
    inner = make_partner("innermost", parent=secret)
    make_event("deep", date="2014", partners=[inner])
    assert file_ids(client, "events", {"partner": ["shown"]}) == ["e", "deep"]


HEADERS = {
    "partners": "id,name,language,local_name,kind,kind_name,parent,country,country_name,"
    "subdivision,wikidata,introduction,url",
    "directions": "id,partners,partner_names,order,title,text,language,sectors,sector_names,"
    "valid,valid_first,valid_last,valid_text,source,url",
    "contacts": "id,name,surname,given,patronymic,language,position,department,phones,"
    "phones_text,email,partners,partner_names,sectors,sector_names,url",
}


@pytest.mark.parametrize("language", ["ru", "en", "nl"])
@pytest.mark.parametrize(("name", "header"), HEADERS.items())
def test_the_columns_of_a_file_have_the_same_names_in_every_language(
    client, secret, name, header, language
):
    raw = b"".join(client.get(f"/{language}/{name}.csv").streaming_content)
    assert raw.split(b"\r\n")[0].decode() == header
    assert raw.endswith(b"\r\n")
    assert b"\n" not in raw.replace(b"\r\n", b"")
