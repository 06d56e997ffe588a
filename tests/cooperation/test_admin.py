import csv
import io

import pytest

from cooperation.models import Direction, Partner, Sector, Tie
from cooperation.tables import (
    DIRECTION_STAFF_COLUMNS,
    PARTNER_STAFF_COLUMNS,
    TIE_STAFF_COLUMNS,
)
from core.dates import PartialDate
from core.publishing import Status
from tests.desk import act, add, address, change, errors, inline_errors, listed, staff, told
from tests.factories import make_direction, make_event, make_partner, make_tie

PARTNERS = "/admin/cooperation/partner/"
TIES = "/admin/cooperation/tie/"
DIRECTIONS = "/admin/cooperation/direction/"


@pytest.fixture
def flanders(db):
    return make_partner("flanders", name_ru="Фландрия", name_en="Flanders")


@pytest.fixture
def antwerp(flanders):
    return make_partner("antwerp", name_ru="Антверпен", parent=flanders)


def rows_of(response):
    text = b"".join(response.streaming_content).decode()
    return list(csv.DictReader(io.StringIO(text)))


# Partners


def test_a_new_partner_gets_an_address_of_its_name(desk):
    add(desk, Partner, name_ru="Гент", name_en="Ghent")
    partner = Partner.objects.get()
    assert (partner.slug, partner.status) == ("ghent", Status.DRAFT)


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("name_ru", "", "Обязательное поле"),
        ("slug", "flanders", "уже занят"),
        ("subdivision", "be-vlg", "BE-VLG"),
        ("wikidata", "9337", "Q9337"),
        ("local_name_language", "русский", "в виде nl"),
    ],
)
def test_bad_input_is_explained_and_kept(desk, flanders, field, typed, said):
    response = add(desk, Partner, **({"name_ru": "Гент"} | {field: typed}))
    assert said in " ".join(errors(response)[field])
    assert response.context["adminform"].form[field].value() == typed


def test_a_region_of_another_country_is_refused(desk):
    response = add(desk, Partner, name_ru="Гент", country="NL", subdivision="BE-VOV")
    assert "не относится к выбранной стране" in errors(response)["subdivision"][0]


def test_a_partner_lies_neither_in_itself_nor_in_its_part(desk, flanders, antwerp):
    for inside in (flanders, antwerp):
        response = change(desk, flanders, parent=inside.pk)
        assert "не может" in errors(response)["parent"][0]
    flanders.refresh_from_db()
    assert flanders.parent is None


def test_ties_and_directions_are_edited_with_their_partner(desk, flanders):
    make_tie(flanders, since="1958")
    make_direction(flanders, title_ru="Порты", sector_codes=["transport"])
    response = change(
        desk,
        flanders,
        **{
            "ties-0-until": "2022",
            "directions-0-title_en": "Ports",
            "directions-0-sectors": [str(Sector.objects.get(code="economy").pk)],
            "directions-0-status": "archived",
        },
    )
    assert response.status_code == 302
    assert Tie.objects.get().until == PartialDate.from_edtf("2022")
    direction = Direction.objects.get()
    assert (direction.title_en, direction.status) == ("Ports", Status.ARCHIVED)
    assert [sector.code for sector in direction.sectors.all()] == ["economy"]


def test_a_direction_is_added_with_its_partner(desk, flanders):
    values = {"directions-TOTAL_FORMS": "1", "directions-0-title_ru": "Порты"}
    change(desk, flanders, **values, **{"directions-0-status": "draft", "directions-0-order": "1"})
    assert Direction.objects.get().partner == flanders


def test_errors_inside_the_partner_s_form_are_said_there(desk, flanders):
    make_tie(flanders, since="1958")
    make_direction(flanders)
    response = change(
        desk, flanders, **{"ties-0-until": "1957", "directions-0-valid": "когда-нибудь"}
    )
    tie, direction = inline_errors(response)
    assert tie == {"until": ["Окончание связи раньше её начала."]}
    assert "не понятно" in direction["valid"][0]


@pytest.mark.parametrize("records", [1, 3])
def test_the_form_reads_the_sectors_once(desk, flanders, records, assert_queries):
    for _ in range(records):
        make_direction(flanders, sector_codes=["transport", "culture"])
        make_tie(flanders)
    page = address(Partner, "change", flanders.pk)
    desk.get(page)
    # Session, account, partner, its ties, directions and their sectors, all the sectors.
    with assert_queries(8):
        desk.get(page)


def test_a_partner_with_others_inside_stays(desk, flanders, antwerp):
    page = address(Partner, "delete", flanders.pk)
    assert "Антверпен" in desk.get(page).content.decode()
    desk.post(page, {"post": "yes"})
    assert Partner.objects.count() == 2


@pytest.mark.parametrize("of_many", [True, False])
def test_a_partner_with_events_stays(desk, flanders, of_many):
    make_event(partners=[flanders])
    if of_many:
        data = {"action": "delete_selected", "_selected_action": [flanders.pk], "post": "yes"}
        response = desk.post(PARTNERS, data)
    else:
        response = desk.post(address(Partner, "delete", flanders.pk), {"post": "yes"})
    assert "Фландрия: мероприятия — 1" in response.content.decode()
    assert Partner.objects.get() == flanders


def test_a_deletion_names_records_and_no_linking_tables(desk, flanders):
    direction = make_direction(flanders, title_ru="Порты", sector_codes=["transport"])
    page = desk.get(address(Partner, "delete", flanders.pk)).content.decode()
    assert "Порты" in page
    assert "object (" not in page
    assert "direction-sector" not in page
    desk.post(address(Partner, "delete", flanders.pk), {"post": "yes"})
    assert not Direction.objects.filter(pk=direction.pk).exists()


def test_a_draft_partner_is_seen_on_the_site_by_staff(desk, flanders):
    flanders.status = Status.DRAFT
    flanders.save()
    link = desk.get(address(Partner, "change", flanders.pk)).context["absolute_url"]
    assert link == "/ru/partners/flanders/?preview=1"
    assert desk.get(link).status_code == 200


def test_publishing_a_partner_needs_no_other(desk, flanders):
    flanders.status = Status.DRAFT
    flanders.save()
    assert told(act(desk, Partner, "publish", [flanders])) == [
        "Опубликовано: 1\N{NO-BREAK SPACE}запись."
    ]


def test_the_partners_stand_in_the_order_of_the_alphabet(desk, flanders, antwerp):
    make_partner("ore", name_ru="Ёршик")
    make_partner("elk", name_ru="Ельск")
    assert [str(p) for p in listed(desk.get(PARTNERS))] == [
        "Антверпен",
        "Ельск",
        "Ёршик",
        "Фландрия",
    ]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("partner=flanders", ["antwerp", "flanders"]),
        ("partner=antwerp", ["antwerp"]),
        ("lang=en", ["antwerp"]),
        ("q=ФЛАНДРИЯ", ["flanders"]),
        ("status=draft", []),
    ],
)
def test_partners_are_filtered(desk, flanders, antwerp, query, found):
    assert [p.slug for p in listed(desk.get(f"{PARTNERS}?{query}"))] == found


def test_partners_as_a_file(desk, flanders, antwerp):
    flanders.status = Status.DRAFT
    flanders.save()
    rows = rows_of(desk.get(f"{PARTNERS}export.csv"))
    assert list(rows[0]) == [column.name for column in PARTNER_STAFF_COLUMNS]
    assert [(row["id"], row["parent"], row["status"]) for row in rows] == [
        ("antwerp", "flanders", "published"),
        ("flanders", "", "draft"),
    ]


@pytest.mark.parametrize("records", [1, 3])
def test_the_lists_ask_the_same_few_questions(desk, flanders, records, assert_queries):
    for _ in range(records):
        make_partner(parent=flanders)
        make_tie(flanders, since="1958")
        make_direction(flanders, sector_codes=["transport", "culture"])
    # Session, account, partners for the filter, count, rows; directions have sectors twice more.
    for page, number in ((PARTNERS, 5), (TIES, 5), (DIRECTIONS, 7)):
        desk.get(page)
        with assert_queries(number):
            desk.get(page)


@pytest.mark.parametrize("records", [1, 3])
def test_the_files_ask_the_same_few_questions(desk, flanders, records, assert_queries):
    for _ in range(records):
        make_tie(make_partner(parent=flanders), since="1958")
        make_direction(flanders, sector_codes=["transport"])
    # Session, account, the filters' choices, count, rows; directions' partners and sectors besides.
    for page, number in ((PARTNERS, 5), (TIES, 5), (DIRECTIONS, 8)):
        rows_of(desk.get(f"{page}export.csv"))
        with assert_queries(number):
            rows_of(desk.get(f"{page}export.csv"))


# Ties


def test_a_tie_ends_after_it_begins(desk, flanders):
    values = {"partner": flanders.pk, "kind": "twinning", "since": "2013", "until": "2012"}
    response = add(desk, Tie, **values)
    assert errors(response) == {"until": ["Окончание связи раньше её начала."]}
    assert response.context["adminform"].form["until"].value() == "2012"
    add(desk, Tie, **values | {"until": "2013"})
    assert Tie.objects.get().until == PartialDate.from_edtf("2013")


@pytest.mark.parametrize(
    ("since", "until", "year", "found"),
    [
        ("1958", None, "1957", False),
        ("1958", None, "1958", True),
        ("1958", None, "2020", True),
        ("1958", "1991", "1991", True),
        ("1958", "1991", "1992-2020", False),
        (None, "1991", "1900", True),
        (None, "1991", "1992", False),
        (None, None, "1991", False),
        ("198X", None, "1980", True),
    ],
)
def test_ties_are_filtered_by_the_years_in_which_they_stood(
    desk, flanders, since, until, year, found
):
    make_tie(flanders, since=since, until=until)
    assert len(listed(desk.get(f"{TIES}?year={year}"))) == found


def test_ties_are_found_by_partner_and_note(desk, flanders, antwerp):
    make_tie(flanders, note_nl="Vriendschap")
    assert len(listed(desk.get(f"{TIES}?q=vriendschap"))) == 1
    assert len(listed(desk.get(f"{TIES}?q=фландрия"))) == 1
    assert len(listed(desk.get(f"{TIES}?q=антверпен"))) == 0
    assert len(listed(desk.get(f"{TIES}?partner=flanders"))) == 1
    assert len(listed(desk.get(f"{TIES}?partner=antwerp"))) == 0


def test_ties_as_a_file(desk, flanders):
    make_tie(flanders, since="1958", note_ru="Побратимы")
    (row,) = rows_of(desk.get(f"{TIES}export.csv"))
    assert list(row) == [column.name for column in TIE_STAFF_COLUMNS]
    assert (row["partners"], row["since"], row["note_ru"]) == ("flanders", "1958", "Побратимы")


def test_a_tie_without_texts_needs_no_translation(desk, flanders):
    make_tie(flanders)
    page = desk.get(f"{TIES}?lang=ready").content.decode()
    assert '<span class="tr"><b>en</b> не нужно</span>' in page


def test_a_tie_is_shown_at_its_place_in_the_dossier(desk, flanders):
    tie = make_tie(flanders, status=Status.DRAFT)
    link = desk.get(address(Tie, "change", tie.pk)).context["absolute_url"]
    assert link == f"/ru/partners/flanders/?preview=1#tie-{tie.pk}"
    path, _, anchor = link.partition("#")
    assert f'id="{anchor}"' in desk.get(path).content.decode()


# Directions


def test_a_direction_is_published_and_shown(desk, flanders):
    direction = make_direction(flanders, status=Status.DRAFT)
    link = desk.get(address(Direction, "change", direction.pk)).context["absolute_url"]
    assert link == f"/ru/partners/flanders/?preview=1#direction-{direction.pk}"
    path, _, anchor = link.partition("#")
    assert f'id="{anchor}"' in desk.get(path).content.decode()
    change(desk, direction, _publish="1")
    assert Direction.objects.public().get() == direction


def test_a_direction_of_a_draft_partner_is_said_to_be_invisible(desk):
    direction = make_direction(make_partner(status=Status.DRAFT), status=Status.DRAFT)
    response = change(desk, direction, _publish="1")
    assert "нет опубликованного партнёра" in told(response)[0]


def test_a_direction_needs_a_partner(desk):
    response = add(desk, Direction, title_ru="Порты")
    assert errors(response) == {"partner": ["Обязательное поле."]}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("year=2015", ["Порты", "Туризм"]),
        ("year=2020", ["Туризм"]),
        ("sector=transport", ["Порты"]),
        ("sector=-", ["Туризм"]),
        ("partner=flanders", ["Порты", "Туризм"]),
        ("q=порт", ["Порты"]),
    ],
)
def test_directions_are_filtered(desk, antwerp, query, found):
    make_direction(antwerp, title_ru="Порты", valid="2014/2016", sector_codes=["transport"])
    make_direction(antwerp, title_ru="Туризм")
    assert [d.title_ru for d in listed(desk.get(f"{DIRECTIONS}?{query}"))] == found


def test_directions_as_a_file(desk, flanders):
    make_direction(flanders, title_ru="Порты", title_nl="Havens", sector_codes=["transport"])
    (row,) = rows_of(act(desk, Direction, "export_csv", Direction.objects.all()))
    assert list(row) == [column.name for column in DIRECTION_STAFF_COLUMNS]
    assert (row["partners"], row["sectors"], row["title_nl"]) == ("flanders", "transport", "Havens")


# Sectors


def test_a_built_in_sector_keeps_its_code_and_stays(desk, db):
    sector = Sector.objects.get(code="tourism")
    change(desk, sector, code="travel", name_ru="путешествия")
    sector.refresh_from_db()
    assert (sector.code, sector.name_ru) == ("tourism", "путешествия")
    assert desk.post(address(Sector, "delete", sector.pk), {"post": "yes"}).status_code == 403
    act(desk, Sector, "delete_selected", [sector])
    desk.post(
        "/admin/cooperation/sector/",
        {"action": "delete_selected", "_selected_action": [sector.pk], "post": "yes"},
    )
    assert Sector.objects.filter(code="tourism").exists()


def test_staff_add_and_remove_sectors_of_their_own(desk, db):
    add(desk, Sector, code="space", name_ru="космос")
    sector = Sector.objects.get(code="space")
    assert sector.name_ru == "космос"
    desk.post(address(Sector, "delete", sector.pk), {"post": "yes"})
    assert not Sector.objects.filter(code="space").exists()


def test_a_sector_s_code_is_taken_once(desk, db):
    assert "уже занят" in errors(add(desk, Sector, code="tourism", name_ru="т"))["code"][0]


def test_sectors_have_no_file(desk, db):
    actions = desk.get("/admin/cooperation/sector/").context["action_form"].fields["action"]
    assert [value for value, _ in actions.choices] == ["", "delete_selected"]
    assert desk.get("/admin/cooperation/sector/export.csv").status_code == 403


# Rights


def test_who_may_only_look_can_open_every_page(client, flanders, antwerp):
    tie, direction = make_tie(flanders), make_direction(flanders, sector_codes=["culture"])
    models = ("partner", "tie", "direction", "sector")
    clerk = staff(client, *(f"cooperation.view_{model}" for model in models))
    for record in (flanders, tie, direction, Sector.objects.get(code="culture")):
        page = clerk.get(address(type(record), "change", record.pk))
        assert page.status_code == 200
        assert 'name="_save"' not in page.content.decode()
        assert 'name="_archive"' not in page.content.decode()
        assert clerk.get(address(type(record))).status_code == 200


def test_who_may_not_see_the_directions_sees_the_partner(client, flanders):
    make_direction(flanders, title_ru="Порты")
    clerk = staff(client, "cooperation.change_partner", "cooperation.view_partner")
    page = clerk.get(address(Partner, "change", flanders.pk)).content.decode()
    assert "Фландрия" in page
    assert "Порты" not in page
