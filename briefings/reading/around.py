"""What stands around a note and is none of it: page numbers, letters, web pages, addressees."""

import re

from briefings.reading.cues import is_page_number
from briefings.reading.dating import find_dates
from briefings.reading.headings import WORD
from briefings.reading.morphology import may_be
from briefings.reading.titles import is_title

# What letters and web pages put around a note.
LETTER_HEAD = re.compile(
    r"(?:от|от кого|кому|отправлено|дата|тема|копия|from|to|sent|subject|cc|date)\s*:\s.*"
)
ROUND_ABOUT = re.compile(
    r"\W*(?:(?:исходное|пересылаемое|пересланное) сообщение|original message"
    r"|начало переадресованного.*"
    r"|(?:[а-я]+(?: [а-я]+)?, )?(?:добрый день|здравствуйте)|(?:fwd|fw|re): .*"
    r"|(?:высыла|посыла)\w+ .{0,60}|уважаем\w+ .{3,60}|с уважением(?:,? (?:[а-я]\. ?){0,2}[а-я]+)?"
    r"|направля\w+ .{0,40}справк\w+"
    r"|.{0,60}\bпрош(?:у|им) (?:учесть|принять|использовать|рассмотреть) .{0,120}"
    r"|для (?:служебного|внутреннего|внутр\.?) пользования"
    r"|к (?:письму|исх\w*|вх\w*|протоколу|приказу|распоряжению|служебной записке)\b"
    r"[^:;]{0,40}№.{1,40}"
    r"|последнее изменение страницы.*|главная\s*[/>»→|].*)\W*"
)
# Buttons and menus of web pages, with what stands behind them.
BUTTONS = re.compile(
    r"\W*(?:перейти к (?:основному )?содержанию|(?:версия|сайт) для (?:печати|слабовидящих)"
    r"|(?:поиск|войти|вход|меню|печать|распечатать|скачать|назад|вперед|наверх|вверх|подробнее"
    r"|читать (?:далее|полностью|еще)"
    r"|показать (?:еще|все)|свернуть|развернуть|отправить ссылку"
    r"|увеличить фото|карта сайта|обратная связь|все материалы|поделиться|pdf|rss|а а а"
    r"|ru|en|eng|рус"
    r"|англ|английский|русский|на главную|вернуться .{3,30}|поиск по сайту"
    r"|вконтакте|одноклассники|телеграм|telegram|twitter|facebook)\b\W*)+"
    r"|\W*(?:поделиться|просмотр(?:ов|ы)|количество просмотров|слайд|фото|источник фото|теги"
    r"|рубрика|содержание страницы|на этой странице|другие материалы|читайте также|см\. также"
    r"|была ли страница полезной|нашли ошибку|©|copyright|все права защищены)"
    r"(?:\s*[:?\d(]|\W*$|\s).*"
)
ADDRESSED = re.compile(r"кому\s*:")
TABLE = re.compile(r"\W*(?:таблица|табл\.)\s*(?:№\s*)?\d{1,2}\W*")
LONGEST_BUTTON = 100
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
# «05.06.2013 11:15, Нелли Асхатова пишет:»: what stands above is of another letter.
QUOTING = re.compile(r".*\b(?:пишет|писал[аи]?|написал[аи]?|wrote)\s*:")
# Who wrote the letter stands below it: «С уважением, / Нелли Асхатова».
FAREWELL, LONGEST_SIGNATURE = re.compile(r"\W*с уважением\W*"), 60
REMARK = re.compile(r"\[[^\[\]]*\]")
# Below these a web page goes on with other things.
BEYOND = re.compile(
    r"\W*(?:другие|похожие|последние) (?:материалы|новости|статьи)\b.*|\W*читайте также.*"
)
# What stands for a signature at the head of a document, up to its date.
APPROVED, DATE_LEFT_OPEN = re.compile(r"\W*(?:утверждаю|согласовано)\W*"), re.compile(r".*_{2,}.*")
MOST_APPROVING = 5
FEWEST_HEADS, MOST_GREETING = 2, 6
WIDEST_OPENING = 12


def reason_to_ignore(block):
    if block.zone in {"header", "footer", "footnote"}:
        return block.zone
    if not any(character.isalnum() for character in block.text):
        return "rule"
    if is_page_number(block.text) and not block.cells:
        return "page_number"
    if TABLE.fullmatch(block.read):
        return "label"
    if ROUND_ABOUT.fullmatch(block.read):
        return "letter"
    if len(block.text) < LONGEST_BUTTON and BUTTONS.fullmatch(block.read):
        return "other"
    if REMARK.fullmatch(block.text) and not find_dates(block.read):
        return "other"
    return ""


def is_addressee(block):
    words = WORD.findall(block.read.replace("вице-", ""))
    if ADDRESSED.match(block.read):
        return True
    if not words:
        return False
    first = words[0]
    forms = {parse for parse in POSTS if first.startswith(parse.replace("вице-", "")[:6])}
    return bool(forms) and may_be(first, "datv") and not may_be(first, "nomn")


def beyond(blocks):
    """The place behind which a web page is no longer of the note; the number of blocks if none."""
    places = [place for place, block in enumerate(blocks) if BEYOND.fullmatch(block.read)]
    return next((place for place in places if place > len(blocks) / 2), len(blocks))


def approval(blocks):
    """{start} of the lines from «УТВЕРЖДАЮ» to those that leave room for a hand and a date."""
    head = next(
        (n for n, b in enumerate(blocks[:WIDEST_OPENING]) if APPROVED.fullmatch(b.read)), None
    )
    if head is None:
        return set()
    near = range(head, min(head + MOST_APPROVING, len(blocks)))
    last = max((n for n in near if DATE_LEFT_OPEN.fullmatch(blocks[n].read)), default=head)
    return {blocks[place].start for place in range(head, last + 1)}


def letter_head(blocks, home):
    """{start} of what stands above the note in a letter: «От: …», «Тема: …», «Добрый день!» …"""
    opening = blocks[:WIDEST_OPENING]
    quoting = [place for place, block in enumerate(opening) if QUOTING.fullmatch(block.read)]
    if quoting and len(blocks) > WIDEST_OPENING:
        return {block.start for block in opening[: quoting[-1] + 1]}
    heads = [
        place
        for place, block in enumerate(opening)
        if LETTER_HEAD.fullmatch(block.read) and not block.cells
    ]
    if len(heads) < FEWEST_HEADS:
        return set()
    behind = range(heads[-1] + 1, min(heads[-1] + MOST_GREETING, len(blocks)))
    titled = [place for place in behind if is_title(0, blocks[place], None, home)]
    greeting = range(heads[-1] + 1, titled[0]) if titled else ()
    return {blocks[place].start for place in (*heads, *greeting)}
