"""Every kind of public page, for the tests that look at all of them."""

from tests.factories import make_contact, make_direction, make_event, make_partner, make_tie

LANGUAGES = ["ru", "en", "nl"]

# path: status
PAGES = {
    "": 200,
    "partners/": 200,
    "partners/?q=zzz": 200,
    "partners/flanders/": 200,
    "partners/bare/": 200,
    "directions/": 200,
    "directions/?sector=culture": 200,
    "events/": 200,
    "events/?year=1990-2014&partner=flanders": 200,
    "events/?year=2014&sector=tourism": 200,
    "events/?year=abc": 200,
    "events/?page=99": 404,
    "events/?q=порта": 200,
    "events/antwerp-port-seminar/": 200,
    "events/bare/": 200,
    "contacts/": 200,
    "display/": 200,
    "display/?size=9000": 400,
    "accessibility/": 200,
    "search/": 200,
    "search/?q=семинар Антверпена": 200,
    "search/?q=антверпн": 200,
    "search/?q=zzzzz": 200,
    "data/": 200,
    "nothing-here/": 404,
}


def make_edge_cases():
    """Beside the demo content: records with next to nothing, in one language only, or very long."""
    bare = make_partner("bare", name_ru="Водоснабжение-на-Достопримечательностях", country="")
    make_direction(bare, valid="2014/2016")
    make_tie(bare, since="195X")
    make_event(
        "bare",
        title_ru="Высокопревосходительственное частнопредпринимательство",
        partners=[bare],
    )
    make_event("going-on", date="1977/..", partners=[bare], sector_codes=["culture", "science"])
    make_event("cancelled", date="2021-24", partners=[bare], event_status="cancelled")
    make_event("planned", date="202X", partners=[bare], event_status="planned", parts=["Часть"])
    make_contact(
        surname_ru="Преображенский-Рождественский",
        partners=[bare],
        phones=["+78125766833", "+3233387222"],
        email="konstantin.preobrazhensky-rozhdestvensky@committee.example.org",
    )
