"""Where in a sentence the clause of a date begins, behind the date before it."""

import re
from bisect import bisect_left

from briefings.reading.morphology import is_predicate, is_told, may_be

WORD = re.compile(r"[^\W\d_]+")
CONJUNCTION = re.compile(
    r"[;,]\s*(?:(?:а также|а затем|а потом|а|и|но|затем|потом|тогда же|впоследствии|позднее"
    r"|позже|ежегодно|каждый год)[\s,]+)*(?:\d{1,2}[.)]\s*|[а-я]\)\s*)?$"
)
EARLIER = re.compile(
    r"[;,]\s*(?:а\s+)?(?:до этого|до того|ранее|еще раньше|перед этим|вновь|повторно|снова|еще раз"
    r"|в\w* второй раз|в\w* третий раз)[\s,–—-]*$"
)
BEHIND_BRACKET = re.compile(
    r"(?:[^();]{0,200}(;)|[^();]{0,40}(\)\s*;))\s*[^;()]*[а-я]{3}[^;()]*\((?:[^();]{1,40}[\s,:–-])?$"
    r"|[^()]{0,40}(\)\s*[,;]?)\s*(?:[а-я]\)\s*)?(?:и\s+|а также\s+)?"
    r"[^,;()]*[а-я]{3}[^,;()]*\((?:[^()]{1,40}[\s,:–-])?$"
)
# «… показали (8 декабря), художники, в свою очередь, представили эскизы (осень)»
TOLD_BEHIND = re.compile(r"[^()]{0,40}\)\s*(,)\s*([^()]+)\((?:[^()]{1,40}[\s,:–-])?")
# «подписано 12 декабря 2005 г. и продлено в 2011 г.», but not «… и завершилось 20 мая».
TOLD_AGAIN = re.compile(
    r"(?:,|\s(?:а|и))\s+(?:[а-я]+\s+)?(?!заверш|законч|закр|продолж|длил|проработал"
    r"|перенес|отлож|отмен)([а-я]+)\s*$"
)
ENDED = re.compile(r"[;,]\s+(?:и\s+)?(?:(?:заверш|законч|закры)[а-я]+|вступил[а-я]* в силу)\s*$")
ELLIPSIS = re.compile(r"\s[–—-]\s|:\s")
BEHIND_DASH, DASH_LAST = re.compile(r"\s*[–—-]\s+[а-я]"), re.compile(r"\s[–—-]\s*$")
LIST_SIGN, IN_BRACKETS = re.compile(r"\s*(?:,|и)\s*"), re.compile(r"\([^()]*\)")
# A clause is seldom longer; so time stays linear in the length of a sentence.
LOOKED_AT, MOST_BREAKS = 400, 8
BREAK = re.compile(r";\s+|,\s+(?:а|но|и)\s+(?!также)|(?<!\b\w)\.\s+|,\s+")
DEPENDENT = re.compile(
    r"(?:котор|где|что|чтобы|когда|если|как|так|при|в|на|с|со|по|из|за|для|до|от|к|о|об|под|над|у)\b"
    r"|котор"
)
# «…, IV – намечено на май 2013 г.»
NUMERAL = re.compile(r"[ivxіх]{1,4}\s[–—-]\s")
AND_THEY = re.compile(r",\s+а\s+(?!также)")
AND = re.compile(r"\s(?:а|и)\s+(?:затем\s+|потом\s+|уже\s+)?$")


def boundary(sentence, before, date, dates):
    """Where the clause of a date begins, behind the date before it; None if it has none."""
    begin = max(before.end, date.start - LOOKED_AT)
    between = sentence.read[begin : date.start]
    own = _own_part(sentence.read, date, dates)
    if _is_of_list(before, date, between):
        return None
    if not WORD.search(re.sub(r"\b(?:а|и|но|также)\b", "", between)):
        told = is_told(sentence.read[max(0, before.start - LOOKED_AT) : before.end])
        if between.strip(" )") == "," and told and is_told(own):
            # «Встреча состоялась 18 апреля, 19 апреля подписан план.»
            return date.start
        if between.strip(" )") == "," and BEHIND_DASH.match(own) and _names(sentence, before):
            # «Визит мэра 14 июня, 15 июня – приём в Смольном.»
            return date.start
        contrast = re.search(r"[;,]\s+(?:а|но)\s+$|;\s*$", between)
        return begin + contrast.start() + 1 if contrast and is_told(own) else None
    if ENDED.search(between):
        # «…; завершилась 8 ноября»: it is still the same.
        return None
    earlier = EARLIER.search(between)
    if earlier:
        return begin + earlier.start() + 1
    bracketed = BEHIND_BRACKET.fullmatch(between)
    if bracketed and sentence.read[date.end : date.end + 1] == ")":
        # «семинар (май), форум (июнь) и выставка (сентябрь)»
        return begin + bracketed.end(bracketed.lastindex)
    told = TOLD_BEHIND.fullmatch(between)
    if told and is_told(told[2]) and not DEPENDENT.match(told[2]):
        return begin + told.end(1)
    if "(" in between and in_brackets(sentence.read, date.start):
        return _contrast(begin, between)
    adjacent = CONJUNCTION.search(between)
    said = own.split(";")[0] if ";" in between else own
    if adjacent and (_says(said) or between[adjacent.start()] == ";"):
        return begin + adjacent.start() + 1
    joined = AND.search(between)
    is_elliptic = own.lstrip().startswith(("–", "—", "-"))
    if joined and is_elliptic and is_told(sentence.read[: before.end]):
        # «Консультации прошли в марте 2017 г. в Туле и в октябре – в Орле.»
        return begin + joined.start()
    if joined and is_told(between) and (is_told(own) or is_elliptic):
        return begin + joined.start()
    again = None if in_brackets(sentence.read, date.start) else TOLD_AGAIN.search(between)
    above = sentence.read[: begin + again.start()] if again else ""
    if again and is_predicate(again[1]) and (is_told(above) or ELLIPSIS.search(above)):
        return begin + again.start() + between[again.start()].count(",")
    return _earlier_break(sentence, before, begin, between, own)


def _names(sentence, before):
    """Whether something is named in front of a date."""
    return bool(WORD.search(sentence.read, max(0, before.start - LOOKED_AT), before.start))


def _contrast(begin, between):
    """«…, а студенты провели телемост (17 ноября)»: where that begins, or None."""
    breaks = [
        match for match in AND_THEY.finditer(between) if not in_brackets(between, match.end())
    ]
    last = breaks[-1] if breaks else None
    if last is None or not is_told(between[last.end() : between.rfind("(")]):
        return None
    return begin + last.start() + 1


def _is_of_list(before, date, between):
    """«в 2001 (Милан), 2003 (Санкт-Петербург) и 2006 годах»: years of one thing."""
    bare = not date.preposition and before.is_year_only and date.is_year_only
    return bare and "(" in between and bool(LIST_SIGN.fullmatch(IN_BRACKETS.sub("", between)))


def in_brackets(read, place):
    return read.rfind("(", 0, place) > read.rfind(")", 0, place)


def _earlier_break(sentence, before, begin, between, own):
    """A break further in front: «…, а ответный визит состоялся в июне 2014 года»."""
    for match in reversed(list(BREAK.finditer(between))[-MOST_BREAKS:]):
        if match[0].strip() == "," and not _is_clause(between[match.end() :]):
            continue
        end = begin + match.start()
        above = sentence.read[max(0, end - LOOKED_AT) : end]
        counted = NUMERAL.match(between, match.end()) or _is_next_one(between[match.end() :])
        elliptic = (match[0].strip() == ";" or counted) and ELLIPSIS.search(above)
        # «Визит мэра – 14.06.2013, приём – 15.06.2013»
        near = sentence.read[max(0, before.start - len(" – ")) : before.start]
        alike = match.start() == 0 and DASH_LAST.search(between) and DASH_LAST.search(near)
        elliptic = elliptic or alike
        if (elliptic or is_told(above)) and (
            is_told(between[match.end() :])
            or is_told(own)
            or match[0].strip() in ",;"
            or between.rstrip().endswith(("–", "—"))
        ):
            return begin + match.start() + 1
    return None


def _is_clause(text):
    """Whether a text in front of a date is a clause of its own: «протокол подписан в», «план –»."""
    words = WORD.findall(text)
    if NUMERAL.match(text):
        return True
    if _is_next_one(text):
        # «Седьмое заседание прошло 3 марта 2004 г., восьмое – 16 мая 2005 г.»
        return True
    if len(words) < 2 or DEPENDENT.match(text) or "," in text:
        return False
    named = next((n for n, word in enumerate(words) if may_be(word, "NOUN", "nomn")), None)
    told = any(map(is_predicate, words)) or text.rstrip().endswith(("–", "—", " -"))
    return named is not None and named < 3 and told


def _is_next_one(text):
    """Whether a text but counts on: «вторая –»."""
    words = WORD.findall(text)
    return len(words) == 1 and may_be(words[0], "Anum") and text.rstrip().endswith(("–", "—"))


def _own_part(read, date, dates):
    """What is said behind a date, up to the next date."""
    following = bisect_left(dates, date.end, key=lambda each: each.start)
    return read[date.end : dates[following].start if following < len(dates) else len(read)]


def _says(text):
    """Whether a text says something: a predicate, or a dash or noun that names a happening."""
    words = WORD.findall(text)
    if not words:
        return False
    return (
        text.lstrip().startswith(("–", "—", "-", ":"))
        or any(is_predicate(word) for word in words)
        or any(may_be(word, "NOUN", "nomn") for word in words[:6])
    )
