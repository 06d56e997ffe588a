"""What two texts have in common: the letters of the same text, the words of a similar one."""

import hashlib
import re
import unicodedata

from briefings.reading.morphology import lemmas

WORD = re.compile(r"[^\W\d_]{3,}|\d{4}")
YEAR = re.compile(r"\d{4}")
LETTERS = re.compile(r"[\W_]+")
# Words that nearly every sentence of a note has: they say nothing of what happened.
EMPTY_WORDS = """
    для при под над без или что как это был были быть его она они ему тот эта этот который также
    год месяц день январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь
    пройти состояться провести проводиться стать являться принять участие организовать город санкт
    между рамка ход вопрос область сфера российский россия представитель сотрудничество развитие
    запланировать планироваться отменить перенести
"""
EMPTY = frozenset(EMPTY_WORDS.split())


def folded(text):
    """NFC, small letters, «е» for «ё»."""
    return unicodedata.normalize("NFC", text).casefold().replace("ё", "е")


def letters(text):
    """The letters and digits of the text and nothing else: what stays of it however it is typed."""
    return LETTERS.sub("", folded(text.replace("\N{SOFT HYPHEN}", "")))


def digest(text):
    """By which the same text is known again, whatever its spaces, marks and letter cases."""
    return hashlib.sha256(letters(text).encode()).hexdigest()


def content(text, common=frozenset()):
    """The words of the text that say something: each a set of the lemmas it may be a form of.

    common: lemmas left out, such as those of the partner's name.
    """
    found = {lemmas(word) for word in WORD.findall(folded(text)) if not YEAR.fullmatch(word)}
    return frozenset(forms for forms in found if forms.isdisjoint(EMPTY | common))


def shared(one, other):
    """How many words of the smaller text the other has in some form."""
    one, other = sorted((one, other), key=len)
    forms = frozenset().union(*other)
    return sum(not word.isdisjoint(forms) for word in one)


def likeness(one, other):
    """The pair (share of the smaller text's words that the other has, their number)."""
    smaller = min(len(one), len(other))
    common = shared(one, other)
    return (common / smaller if smaller else 0.0), common
