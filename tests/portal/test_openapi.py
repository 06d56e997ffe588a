"""The description of the data addresses is true: a third party asks what it says, and more."""

import json
import re

import jsonschema
import pytest
import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode

from core.spans import YEARS
from portal.opendata.datasets import LISTS
from tests.factories import make_contact, make_direction, make_event, make_partner

pytestmark = pytest.mark.django_db
INN = "7800000000"
bounded = settings(
    max_examples=8,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture
def world(db):
    for slug in ("city", "town"):
        partner = make_partner(slug)
        make_event(date="2013-05-06", partners=[partner], sector_codes=["culture"])
        make_event(date="1958", partners=[partner], title_ru="=1+1")
        make_direction(partner, valid="2014/2016", sector_codes=["tourism"])
        make_contact(partners=[partner], phones=["+78125766833"])


def described(client):
    response = client.get("/api/openapi.json")
    assert response["Content-Type"] == "application/json; charset=utf-8"
    return json.loads(response.content)


@pytest.fixture
def schema(world, settings):
    """The description of this very process, which keeps the connection of the test open."""
    settings.ORGANISATION_INN = INN
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield schemathesis.openapi.from_wsgi("/api/openapi.json", WSGIHandler())
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
def test_every_address_answers_as_it_is_described(schema, mode):
    """mode: values as they are described, or such as are not and must be refused."""
    asked = 0
    for found in schema.get_all_operations():
        operation = found.ok()
        if mode == GenerationMode.NEGATIVE and not operation.query:
            continue

        @bounded
        @given(case=operation.as_strategy(generation_mode=mode))
        def answers(case):
            nonlocal asked
            asked += 1
            # The test transport does not unpack what comes packed.
            case.call_and_validate(headers={"Accept-Encoding": "identity"})

        answers()
    assert asked > 50


def test_every_address_of_the_data_is_described(client, world, settings):
    lists = [
        f"/{{language}}/{of_list.name}.{known.suffix}"
        for of_list in LISTS
        for known in of_list.formats
    ]
    own = ["/{language}/data/datapackage.json", "/api/openapi.json"]
    assert list(described(client)["paths"]) == [*lists, *own]
    settings.ORGANISATION_INN = INN
    folder = "/opendata/{set}"
    assert list(described(client)["paths"])[len(lists) + 2 :] == [
        "/opendata/list.csv",
        f"{folder}/meta.csv",
        f"{folder}/structure-{{structure}}.csv",
        f"{folder}/data-{{data}}-structure-{{structure}}.csv",
    ]


def test_the_filters_are_described_with_their_values(client, world):
    operation = described(client)["paths"]["/{language}/events.csv"]["get"]
    parameters = {known["name"]: known for known in operation["parameters"]}
    assert list(parameters) == ["language", "q", "year", "sector", "partner", "excel"]
    assert parameters["partner"]["schema"]["items"]["enum"] == ["", "city", "town"]
    assert "culture" in parameters["sector"]["schema"]["items"]["enum"]
    assert parameters["excel"]["schema"]["enum"] == ["", "0", "1"]
    assert list(operation["responses"]) == ["200", "400", "404", "405", "503"]


@pytest.mark.parametrize("of_list", LISTS, ids=lambda of_list: of_list.name)
def test_the_json_is_as_its_schema_says_and_nothing_besides(client, world, of_list):
    document = described(client)
    page = json.loads(client.get(f"/ru/{of_list.name}.json").content)
    assert page["records"]
    whole = {"$ref": f"#/components/schemas/{of_list.name.title()}", **document}
    jsonschema.validate(page, whole, cls=jsonschema.Draft202012Validator)
    for spoilt in (page | {"more": 1}, page | {"records": [{}]}, page | {"count": "1"}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(spoilt, whole, cls=jsonschema.Draft202012Validator)


def test_properties_are_described_by_the_columns(client, world):
    record = described(client)["components"]["schemas"]["EventsRecord"]["properties"]
    assert record["date"]["description"] == "when, in EDTF"
    assert record["partners"]["description"] == "codes of the partners, with ; between them"


@given(first=st.integers(1000, 2999), last=st.integers(1000, 2999))
def test_a_span_of_years_is_described_as_ascending(first, last):
    found = re.search(YEARS, f"{first}-{last}") is not None
    assert found == (first <= last)
    assert re.search(YEARS, str(first))
    assert not re.search(YEARS, f"{last}-")


@pytest.mark.parametrize("text", ["999", "0999", "3000", "20133", "2013-", "2013-99", "x2013"])
def test_no_other_text_is_described_as_years(text):
    assert not re.search(YEARS, text)
