"""Briefings made by hand: what a reader would understand of a note, without a reader."""

from dataclasses import replace

from briefings.reading.briefing import (
    Background,
    Briefing,
    Caution,
    Contact,
    Dating,
    Direction,
    Event,
    Heading,
    NotePartner,
    Part,
    Person,
    PhoneNumber,
    Piece,
    Relation,
)
from core.dates import PartialDate

TEXT = """I. Перспективные направления сотрудничества:

· обмен опытом портов Фландрии и Петербурга;
· туризм.

II. Основные события.

Связи Петербурга и Фландрии крепнут.

Дружественные связи с Антверпеном установлены в 1958 г.

В марте 2013 г. прошёл семинар торгового представительства для инвесторов. В нём участвовали тридцать компаний. Перед его началом гости осмотрели верфь.

В ноябре 2015 г. в крепости состоялась встреча о контейнерных перевозках через порт. Её провёл Ян Дегриз.

III. Контактное лицо:
Главный специалист отдела стран Европы Королева О.В., тел: 576-68-33.
"""  # noqa: E501


class Maker:
    """Cuts items out of a text by their own words, in the order of the text."""

    def __init__(self, text):
        self.text, self.place, self.counts = text, 0, {}

    def piece(self, words, place=None):
        start = self.text.index(words, self.place if place is None else place)
        return Piece(start, start + len(words), words)

    def item(self, kind, words, /, **values):
        piece = self.piece(words)
        self.place = piece.end
        self.counts[kind] = self.counts.get(kind, 0) + 1
        return kind(
            n=self.counts[kind],
            pieces=(piece,),
            paragraph=self.text.count("\n", 0, piece.start) + 1,
            **{"text": " ".join(words.split()).rstrip(";")} | values,
        )

    def event(self, words, edtf, parts=(), persons=(), **values):
        event = self.item(Event, words, dating=None, title=words, **values)
        start = event.pieces[0].start
        changes = {}
        if edtf:
            changes["dating"] = Dating(date=PartialDate(edtf), text=edtf, pieces=())
        changes["parts"] = tuple(Part(text=p, pieces=(self.piece(p, start),)) for p in parts)
        changes["persons"] = tuple(
            Person(name=p, as_written=p, piece=self.piece(p, start)) for p in persons
        )
        return replace(event, **changes)


def flanders(**changes):
    """The Briefing of TEXT: two directions, three events, a tie, a background, a contact."""
    make = Maker(TEXT)
    values = {
        "file": "flanders.txt",
        "format": "txt",
        "text": TEXT,
        "partner": NotePartner(name="Фландрия", as_written="Фландрии", kind="region", country="BE"),
    }
    heads = [
        make.item(Heading, "I. Перспективные направления сотрудничества:", section="directions")
    ]
    directions = [
        make.item(Direction, "обмен опытом портов Фландрии и Петербурга;", sectors=("transport",)),
        make.item(Direction, "туризм", sectors=("tourism",)),
    ]
    heads.append(make.item(Heading, "II. Основные события.", section="events"))
    background = [make.item(Background, "Связи Петербурга и Фландрии крепнут.")]
    events = [
        make.event(
            "Дружественные связи с Антверпеном установлены в 1958 г.",
            "1958",
            kind="ties_established",
            sectors=("official",),
        ),
        make.event(
            "В марте 2013 г. прошёл семинар торгового представительства для инвесторов. В нём"
            " участвовали тридцать компаний. Перед его началом гости осмотрели верфь.",
            "2013-03",
            kind="seminar",
            sectors=("economy",),
            parts=["Перед его началом гости осмотрели верфь."],
        ),
        make.event(
            "В ноябре 2015 г. в крепости состоялась встреча о контейнерных перевозках через порт."
            " Её провёл Ян Дегриз.",
            "2015-11",
            kind="meeting",
            sectors=("transport",),
            place="крепость",
            persons=["Ян Дегриз"],
        ),
    ]
    heads.append(make.item(Heading, "III. Контактное лицо:", section="contacts"))
    words = "Главный специалист отдела стран Европы Королева О.В., тел: 576-68-33."
    start = TEXT.index("576-68-33")
    contact = make.item(
        Contact,
        words,
        as_written="Королева О.В.",
        surname="Королева",
        initials="О. В.",
        position="главный специалист",
        department="отдел стран Европы",
        phones=(
            PhoneNumber(
                as_written="576-68-33",
                e164="+78125766833",
                piece=Piece(start, start + 9, "576-68-33"),
                area_code_inferred=True,
            ),
        ),
    )
    items = {
        "headings": tuple(heads),
        "directions": tuple(directions),
        "events": tuple(events),
        "background": tuple(background),
        "contacts": (contact,),
        "relations": (
            Relation(kind="friendly_ties", with_="Антверпен", since=PartialDate("1958"), event=1),
        ),
        "warnings": (
            Caution(code="partner_not_stated", message="Заголовок партнёра не называет."),
            Caution(
                code="area_code_inferred",
                message="Телефон без кода города: добавлен код 812.",
                about="contact",
                n=1,
            ),
        ),
    }
    return Briefing(**values | items | changes)
