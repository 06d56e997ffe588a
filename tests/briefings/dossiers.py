"""Hypothesis: dossiers of a partner as a committee's register might hold them."""

from hypothesis import strategies as st

from cooperation.models import Partner, Tie
from events.models import Event
from tests.strategies import partial_dates

PARTNERS = [
    ("Фландрия", Partner.Kind.REGION, "BE"),
    ("Минск", Partner.Kind.CITY, "BY"),
    ("Мельбурн", Partner.Kind.CITY, "AU"),
    ("Нижняя Саксония", Partner.Kind.REGION, "DE"),
    ("Осло", Partner.Kind.CITY, "NO"),
    ("Республика Сербская", Partner.Kind.REGION, "BA"),
    ("Финляндия", Partner.Kind.COUNTRY, "FI"),
]
# A topic with the sector that the table of lemmas gives for it.
TOPICS = {
    "городского транспорта": "transport",
    "туризма": "tourism",
    "библиотечного дела и музеев": "culture",
    "школьного образования": "education",
    "медицины": "health",
    "энергетики": "utilities",
    "архитектуры": "urban",
    "судостроения": "industry",
    "охраны окружающей среды": "environment",
    "молодёжной политики": "youth",
}
topics = st.sampled_from(sorted(TOPICS))
HAPPENINGS = [
    ("Семинар по вопросам {}", Event.Kind.SEMINAR),
    ("Визит делегации специалистов в области {}", Event.Kind.VISIT),
    ("Международная конференция по проблемам {}", Event.Kind.CONFERENCE),
    ("Открытие выставки, посвящённой достижениям {}", Event.Kind.EXHIBITION),
    ("Стажировка специалистов в сфере {}", Event.Kind.TRAINING),
    ("Состоялась встреча представителей учреждений {}", Event.Kind.MEETING),
    ("Прошёл круглый стол по вопросам {}", Event.Kind.OTHER),
    ("Подписано Соглашение о сотрудничестве в области {}", Event.Kind.AGREEMENT),
    ("Подписание соглашения о побратимских связях и развитии {}", Event.Kind.TIES_ESTABLISHED),
]
# Titles with a year or day in them, which are names and documents, no dates of an event.
NAMED = [
    ("Выставка «Город-2014» о достижениях {}", Event.Kind.EXHIBITION),
    ("Конгресс по вопросам {} «Балтика–2010»", Event.Kind.CONFERENCE),
]
PLAIN = [
    "В работе приняли участие более 40 специалистов.",
    "Стороны договорились продолжить обмен опытом.",
    "Участники осмотрели исторический центр города",
    "Делегацию возглавил вице-мэр И. П. Смирнов.",
    "Организаторами выступили университет им. И.И. Мечникова и городская администрация.",
    "Обсуждены вопросы обмена опытом, подготовки кадров и совместных проектов!",
    "По итогам принято совместное заявление.",
]
# Sentences with a date of their own, which a reader would take for further events.
DATED = [
    "В марте 2012 г. прошла подготовительная встреча.",
    "Ответный визит состоялся 5 июня 2016 года.",
    "В том же году подписан протокол.",
    "Летом группа побывала в Петергофе.",
    "Первая такая встреча прошла в 1998 г. в Выборге.",
    "Договор от 12.11.2009 г. продлён.",
]
bodies = st.lists(st.sampled_from(PLAIN + DATED), max_size=4, unique=True)
PLACES = ["", "Смольный", "Таврический дворец, Санкт-Петербург"]
DIRECTIONS = [
    "развитие сотрудничества в области {}",
    "Обмен опытом в сфере {}",
    "Совместные проекты в области {};",
]
DEPARTMENTS = [None, "Отдел стран Азии", "Управление международных связей", "Сектор протокола"]
POSITIONS = ["Начальник отдела", "Главный специалист", "ведущий специалист", "консультант"]
SURNAMES = ["Королева", "Смирнов", "Белых", "Гончаренко", "Мамин-Сибиряк", "О’Нил", "ван дер Берг"]
PHONES = ["+78125766833", "+78125761140", "+74959570000"]
STATUSES = st.sampled_from([Event.EventStatus.HELD] * 6 + Event.EventStatus.values)


def dates():
    """What a register holds of the past: what is to come would be read as planned.

    The ends of an interval are alike: «с 1-го полугодия 1991 г. по 1991 г.» is in no register.
    """
    return partial_dates().filter(
        lambda date: (
            date.start.year >= 1800
            and (date.end or date.start).year <= 2025
            and (date.is_open or date.start.precision == date.end.precision)
        )
    )


@st.composite
def events(draw):
    date = draw(st.none() | dates() | dates() | dates())
    words, kind = draw(st.sampled_from(HAPPENINGS + NAMED if date else HAPPENINGS))
    topic = draw(topics)
    if kind == Event.Kind.TIES_ESTABLISHED and date and date.is_open:
        # Ties are established once: «с 1961 года» among them tells when, not how long.
        date = None
    if date and draw(st.integers(0, 3)) == 0:
        return _read_in(draw, date, topic)
    return {
        "title_ru": words.format(topic),
        "kind": kind,
        "event_status": draw(STATUSES),
        "date": date,
        "summary_ru": " ".join(draw(bodies)),
        "body_ru": "".join(f"<p>{sentence}</p>" for sentence in draw(bodies)),
        "place_ru": draw(st.sampled_from(PLACES)),
        "parts": draw(st.lists(st.sampled_from(PLAIN), max_size=1)),
        "sector_codes": [TOPICS[topic]],
    }


def _read_in(draw, date, topic):
    """An event that came from a note: its summary is the paragraph as it was written."""
    title = f"прошёл семинар по вопросам {topic}"
    following = " ".join(draw(st.lists(st.sampled_from(PLAIN), max_size=2, unique=True)))
    return {
        "title_ru": title.capitalize(),
        "kind": Event.Kind.SEMINAR,
        "date": date,
        "event_status": Event.EventStatus.HELD,
        "summary_ru": f"{date.opening('ru')} {title}. {following}",
        "sector_codes": [TOPICS[topic]],
    }


@st.composite
def directions(draw):
    topic = draw(topics)
    title = draw(st.sampled_from(DIRECTIONS)).format(topic)
    text = draw(st.sampled_from(["", "подготовка кадров", "Обмен делегациями и студентами."]))
    valid = draw(st.sampled_from([None, "2014/2016"]))
    return {"title_ru": title, "text_ru": text, "sector_codes": [TOPICS[topic]], "valid": valid}


@st.composite
def contacts(draw):
    full = draw(st.booleans())
    position = draw(st.sampled_from(POSITIONS))
    heads = position.endswith("отдела")
    return {
        "surname_ru": draw(st.sampled_from(SURNAMES)),
        "given_ru": "Вера" if full else "В.",
        "patronymic_ru": "Павловна" if full else "П.",
        "position_ru": position,
        "department": DEPARTMENTS[1] if heads else draw(st.sampled_from(DEPARTMENTS)),
        "phones": draw(st.lists(st.sampled_from(PHONES), min_size=1, max_size=2, unique=True)),
        "email": draw(st.sampled_from(["", "vera@example.org"])),
    }


@st.composite
def ties(draw):
    return {
        "kind": draw(st.sampled_from(Tie.Kind.values)),
        "since": draw(st.sampled_from([None, "1961", "2003-10-21"])),
    }


@st.composite
def dossiers(draw):
    """(partner's values, directions, events, ties, contacts), each the values of its records."""
    name, kind, country = draw(st.sampled_from(PARTNERS))
    return (
        {"name_ru": name, "kind": kind, "country": country},
        draw(
            st.lists(directions(), min_size=1, max_size=3, unique_by=lambda d: d["sector_codes"][0])
        ),
        draw(st.lists(events(), max_size=4)),
        draw(st.lists(ties(), max_size=1)),
        draw(st.lists(contacts(), min_size=1, max_size=2, unique_by=lambda c: c["surname_ru"])),
    )
