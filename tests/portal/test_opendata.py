"""The open data page and the descriptions of the data for programs."""

import csv
import io
import json
import re
from datetime import UTC, date, datetime, timedelta

import frictionless
import pytest
from django.core.exceptions import ImproperlyConfigured
from django.utils import timezone
from django.utils.translation import override

from config.settings import digits
from core.languages import CODES
from events.models import Event
from portal.opendata.datasets import LISTS
from tests.factories import (
    make_contact,
    make_department,
    make_direction,
    make_event,
    make_partner,
)

pytestmark = pytest.mark.django_db
# Eleven at night in UTC is the next day in Moscow.
CHANGED = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
TODAY = date(2026, 11, 30)
INN = "7800000000"


def body(response):
    assert response.status_code == 200
    return b"".join(response.streaming_content) if response.streaming else response.content


def rows(client, path):
    return list(csv.reader(io.StringIO(body(client.get(path)).decode(), newline=""), strict=True))


@pytest.fixture
def world(db):
    flanders = make_partner(
        "flanders", kind="region", subdivision="BE-VLG", wikidata="Q9337", introduction_ru="=1+1"
    )
    antwerp = make_partner("antwerp", parent=flanders, country="")
    for edtf in ("1958", "2013-02", "2011-21", "199X", "2005/..", "2015-11-12/2015-11-14", None):
        make_event(
            date=edtf,
            partners=[flanders, antwerp],
            sector_codes=["culture", "tourism"],
            title_ru='+7 "странное";\nназвание,',
            title_en="-",
            persons_ru="А\nБ",
            source_url="https://ru.wikipedia.org/wiki/Антверпен",
        )
    make_direction(antwerp, valid="2014/2016", sector_codes=["culture"])
    make_direction(antwerp)
    make_contact(
        partners=[antwerp],
        phones=["+78125766833", "+3233387222"],
        department=make_department("Отдел"),
        email="o@example.org",
    )


@pytest.fixture
def settled(world, monkeypatch):
    """The world as it was last changed in the night to the 24th, looked at on the 30th."""
    for of_list in LISTS:
        of_list.model.objects.update(created_at=CHANGED - timedelta(days=30), changed_at=CHANGED)
    localdate = timezone.localdate
    monkeypatch.setattr(
        timezone, "localdate", lambda moment=None: localdate(moment) if moment else TODAY
    )


@pytest.fixture
def organisation(settings):
    settings.ORGANISATION_INN = INN


# The page


@pytest.mark.parametrize("language", CODES)
def test_the_page_tells_terms_dates_files_and_columns(client, settled, language):
    page = client.get(f"/{language}/data/").content.decode()
    assert 'href="https://creativecommons.org/licenses/by/4.0/" rel="license"' in page
    assert page.count('<time datetime="2026-11-24">') == 4
    for of_list in LISTS:
        for code in CODES:
            for known in of_list.formats:
                assert f'href="/{code}/{of_list.name}.{known.suffix}"' in page
    assert f'href="/{language}/data/datapackage.json"' in page
    assert 'href="/api/openapi.json"' in page


def test_every_column_is_described_in_three_languages():
    for of_list in LISTS:
        for column in of_list.columns:
            said = []
            for code in CODES:
                with override(code):
                    said.append(str(column.description))
            assert all(said), column.name
            assert re.search("[а-я]", said[0]), column.name
            assert said[0] not in said[1:], column.name


def test_the_page_shows_these_descriptions(client, world):
    page = client.get("/en/data/").content.decode()
    assert page.count("<dt><code>") == sum(len(of_list.columns) for of_list in LISTS)
    for said in (
        '<dd lang="ru">Первый день, который может означать дата, а не сам день</dd>',
        "<dd>The first day that the date may mean, not the day itself</dd>",
        '<dd lang="nl">De eerste dag die de datum kan betekenen, niet de dag zelf</dd>',
    ):
        assert said in page


def test_every_page_leads_to_it(client, world):
    for path in ("", "events/", "contacts/", "partners/flanders/", "nope/"):
        assert 'href="/nl/data/"' in client.get(f"/nl/{path}").content.decode()


def test_who_answers_for_the_data_is_told_when_it_is_set(client, settings):
    assert "Ответственный" not in client.get("/ru/data/").content.decode()
    settings.DATA_CONTACT_NAME = "О. В. Королева"
    settings.DATA_CONTACT_EMAIL = "data@example.org"
    page = client.get("/ru/data/").content.decode()
    assert "Ответственный за данные: О. В. Королева." in page
    assert '<a href="mailto:data@example.org">' in page


def test_an_empty_register_has_open_data(client, organisation):
    assert "0 записей" in client.get("/ru/data/").content.decode()
    [header] = rows(client, f"/opendata/{INN}-events/data-20261125-structure-20261125.csv")
    assert header[0] == "id"


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(
    ("path", "queries"),
    [("ru/data/", 11), ("ru/data/datapackage.json", 7), ("api/openapi.json", 6)],
)
def test_queries_do_not_grow_with_the_records(client, assert_queries, number, path, queries):
    for _ in range(number):
        make_event(partners=[make_partner()])
    with assert_queries(queries):
        client.get(f"/{path}")


# The Data Package


def test_the_tables_are_valid_by_their_own_schemas(client, world, tmp_path):
    descriptor = json.loads(body(client.get("/ru/data/datapackage.json")))
    assert len(descriptor["resources"]) == 12
    for resource in descriptor["resources"]:
        path = resource["path"].removeprefix("http://testserver")
        # The file is laid beside the description, as the test has no network.
        resource["path"] = f"{resource['name']}.csv"
        (tmp_path / resource["path"]).write_bytes(body(client.get(path)))
    package = frictionless.Package.from_descriptor(descriptor, basepath=str(tmp_path))
    report = package.validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])
    assert [task.stats["rows"] for task in report.tasks] == [7] * 3 + [2] * 3 + [1] * 3 + [2] * 3


def test_the_package_says_what_where_and_under_which_licence(client, settled):
    package = json.loads(body(client.get("/nl/data/datapackage.json")))
    assert package["title"] == "Register van internationale samenwerking van Sint-Petersburg"
    assert package["licenses"] == [
        {
            "title": "Creative Commons Attribution 4.0 International (CC BY 4.0)",
            "path": "https://creativecommons.org/licenses/by/4.0/",
        }
    ]
    [events] = [r for r in package["resources"] if r["name"] == "events-en"]
    assert events["path"] == "http://testserver/en/events.csv"
    assert events["updated"] == "2026-11-23T23:30:00+00:00"
    fields = {field["name"]: field for field in events["schema"]["fields"]}
    assert fields["date_first"] == {
        "name": "date_first",
        "type": "date",
        "format": "default",
        "title": "First day it may mean",
        "description": "the first day that the date may mean, not the day itself",
    }
    assert fields["event_status"]["constraints"] == {
        "required": True,
        "enum": ["held", "planned", "cancelled", "postponed"],
    }


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("1958-01-01", "1958"), ("other", "ball"), ("http://testserver", ""), ("2013-02,", "2,")],
)
def test_the_schema_would_notice_a_wrong_table(client, world, tmp_path, right, wrong):
    [resource, *_] = json.loads(body(client.get("/ru/data/datapackage.json")))["resources"]
    text = body(client.get("/ru/events.csv")).decode()
    assert right in text
    (tmp_path / "events.csv").write_text(text.replace(right, wrong), encoding="utf-8")
    table = frictionless.Resource.from_descriptor(
        resource | {"path": "events.csv"}, basepath=str(tmp_path)
    )
    assert not table.validate().valid


# The Russian form


def test_the_registry_names_every_passport(client, organisation):
    assert rows(client, "/opendata/list.csv") == [
        ["property", "title", "value", "format"],
        [
            "standardversion",
            "Версия методических рекомендаций",
            "http://opendata.gosmonitor.ru/standard/3.0",
            "",
        ],
        *[
            [f"{INN}-{name}", title, f"http://testserver/opendata/{INN}-{name}/meta.csv", "csv"]
            for name, title in [
                ("events", "Мероприятия"),
                ("directions", "Направления"),
                ("contacts", "Контакты"),
                ("partners", "Партнёры"),
            ]
        ],
    ]


def test_a_passport(client, settled, organisation, settings):
    settings.DATA_CONTACT_NAME = "О. В. Королева"
    settings.DATA_CONTACT_PHONE = "+78125766833"
    folder = f"http://testserver/opendata/{INN}-events"
    assert rows(client, f"/opendata/{INN}-events/meta.csv") == [
        ["property", "value"],
        ["standardversion", "http://opendata.gosmonitor.ru/standard/3.0"],
        ["identifier", f"{INN}-events"],
        ["title", "Мероприятия"],
        ["description", "Визиты, встречи, семинары и соглашения города и его партнёров по годам."],
        ["creator", "Комитет по внешним связям Санкт-Петербурга"],
        ["created", "20261025"],
        ["modified", "20261124"],
        ["subject", "международное сотрудничество, города-побратимы, Мероприятия"],
        ["format", "csv"],
        ["provenance", "Добавлены или изменены записи реестра"],
        ["valid", "20261130"],
        ["publishername", "О. В. Королева"],
        ["publisherphone", "+78125766833"],
        ["publishermbox", ""],
        [
            "data-20261124-structure-20261125",
            f"{folder}/data-20261124-structure-20261125.csv",
        ],
        ["structure-20261125", f"{folder}/structure-20261125.csv"],
    ]


@pytest.mark.parametrize("name", [of_list.name for of_list in LISTS])
def test_a_passport_leads_to_its_files(client, settled, organisation, name):
    files = dict(rows(client, f"/opendata/{INN}-{name}/meta.csv")[-2:])
    (data, structure) = (value.removeprefix("http://testserver") for value in files.values())
    header, *records = rows(client, data)
    described = rows(client, structure)
    assert described[0] == ["field name", "english description", "russian description", "format"]
    assert [row[0] for row in described[1:]] == header
    assert all(all(row) for row in described)
    # The same table as the Russian list.
    assert [header, *records] == rows(client, f"/ru/{name}.csv")
    response = client.get(data)
    assert body(response)
    named = f'attachment; filename="{data.rpartition("/")[2]}"'
    assert response["Content-Disposition"] == named


def test_an_earlier_day_leads_to_the_data_of_today(client, settled, organisation):
    folder = f"/opendata/{INN}-events"
    response = client.get(f"{folder}/data-20260101-structure-20261125.csv")
    assert (response.status_code, response.url) == (
        302,
        f"{folder}/data-20261124-structure-20261125.csv",
    )


@pytest.mark.parametrize(
    "path",
    [
        f"{INN}-events/data-20261125-structure-20261125.csv",
        f"{INN}-events/data-20260101-structure-20200101.csv",
        f"{INN}-events/data-20269999-structure-20261125.csv",
        f"{INN}-events/structure-20200101.csv",
        f"{INN}-nothing/meta.csv",
        "7700000000-events/meta.csv",
        f"{INN}-events/list.csv",
        f"{INN}/meta.csv",
        "meta.csv",
    ],
)
def test_what_was_never_published_is_not_found(client, settled, organisation, path):
    assert client.get(f"/opendata/{path}").status_code == 404


def test_without_the_organisation_s_number_there_is_none_and_the_page_says_so(client, settled):
    for path in ("list.csv", f"{INN}-events/meta.csv", "-events/meta.csv"):
        assert client.get(f"/opendata/{path}").status_code == 404
    page = client.get("/ru/data/").content.decode()
    assert "не задан ИНН организации" in page
    assert "/opendata/" not in page


def test_the_page_links_the_russian_form(client, settled, organisation):
    page = client.get("/en/data/").content.decode()
    for path in re.findall(r'href="(/opendata/[^"]+)"', page):
        body(client.get(path))
    assert page.count(f'href="/opendata/{INN}-') == 12


def test_the_sections_of_the_form_lead_to_the_page(client):
    assert client.get("/opendata/").url == "/ru/data/"
    assert client.get(f"/opendata/{INN}-events/").url == "/ru/data/#events"


@pytest.mark.parametrize("given", ["78000000", "780000000a", "78000000001", "ИНН"])
def test_a_number_that_is_none_is_refused_in_a_sentence(monkeypatch, given):
    monkeypatch.setenv("ORGANISATION_INN", given)
    with pytest.raises(ImproperlyConfigured, match=r"ORGANISATION_INN .* write 10 digits"):
        digits("ORGANISATION_INN", number=10)


# A change of the columns is a new structure: give the list's view its day, and tell it here.
STRUCTURES = {
    ("events", date(2026, 11, 25)): "id date date_first:date date_last:date date_text title summary"
    " body language kind kind_name event_status event_status_name place partners partner_names"
    " sectors sector_names persons organisations source source_url url",
    ("directions", date(2026, 11, 25)): "id:integer partners partner_names order:integer title text"
    " language sectors sector_names valid valid_first:date valid_last:date valid_text source url",
    ("contacts", date(2026, 11, 25)): "id:integer name surname given patronymic language position"
    " department phones phones_text email partners partner_names sectors sector_names url",
    ("partners", date(2026, 11, 25)): "id name language local_name kind kind_name parent country"
    " country_name subdivision wikidata introduction url",
}


def test_other_columns_have_another_day():
    now = {
        (of_list.name, of_list.structure): " ".join(
            column.name if column.type == "string" else f"{column.name}:{column.type}"
            for column in of_list.columns
        )
        for of_list in LISTS
    }
    assert now == {key: STRUCTURES.get(key) for key in now}


def test_the_update_counts_the_partners_that_a_list_names(client, settled):
    partner = Event.objects.first().partners.first()
    type(partner).objects.filter(pk=partner.pk).update(changed_at=CHANGED + timedelta(days=1))
    page = client.get("/en/data/").content.decode()
    assert page.count('<time datetime="2026-11-25">') == 4
