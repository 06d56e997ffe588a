"""What stands around a note and is none of it: page numbers, letters, web pages, addressees."""

import re

from briefings.reading.cues import is_page_number
from briefings.reading.headings import WORD
from briefings.reading.morphology import may_be

# What letters and web pages put around a note.
LETTER_HEAD = re.compile(
    r"(?:от|кому|отправлено|дата|тема|копия|from|to|sent|subject|cc|date)\s*:\s.*"
)
ROUND_ABOUT = re.compile(
    r"\W*(?:исходное сообщение|пересылаемое сообщение|original message|начало переадресованного.*"
    r"|добрый день|здравствуйте|уважаем\w+ .{3,60}|с уважением|направля\w+ .{0,40}справк\w+"
    r"|версия для печати|наверх|вернуться .{3,30}|назад|поделиться|последнее изменение страницы.*"
    r"|главная\s*[/>»→|].*)\W*"
)
POSTS = [
    "председатель",
    "губернатор",
    "вице-губернатор",
    "заместитель",
    "глава",
    "начальник",
    "директор",
    "министр",
    "руководитель",
    "мэр",
    "консул",
]
FEWEST_HEADS = 2
WIDEST_OPENING = 12


def reason_to_ignore(block):
    if block.zone in {"header", "footer", "footnote"}:
        return block.zone
    if not any(character.isalnum() for character in block.text):
        return "rule"
    if is_page_number(block.text) and not block.cells:
        return "page_number"
    if ROUND_ABOUT.fullmatch(block.read):
        return "letter"
    return ""


def is_addressee(block):
    words = WORD.findall(block.read.replace("вице-", ""))
    if not words:
        return False
    first = words[0]
    forms = {parse for parse in POSTS if first.startswith(parse.replace("вице-", "")[:6])}
    return bool(forms) and may_be(first, "datv") and not may_be(first, "nomn")


def letter_head(blocks):
    """{start} of the lines that head a letter: «От: …», «Тема: …», two or more of them."""
    heads = [block.start for block in blocks[:WIDEST_OPENING] if LETTER_HEAD.fullmatch(block.read)]
    return set(heads) if len(heads) >= FEWEST_HEADS else set()
