"""Years written out: «тысяча девятьсот девяностого», «в две тысячи третьем году»."""

import re

from briefings.reading.dating.words import DAY_STEMS, ORDINAL_STEMS

CENTURIES = {"тысяча девятьсот": 1900, "две тысячи": 2000}
TENS = dict(
    zip(
        [
            "двадцать",
            "тридцать",
            "сорок",
            "пятьдесят",
            "шестьдесят",
            "семьдесят",
            "восемьдесят",
            "девяносто",
        ],
        range(20, 100, 10),
        strict=True,
    )
)
STEMS = {
    **ORDINAL_STEMS,
    **DAY_STEMS,
    40: "сороков",
    50: "пятидесят",
    60: "шестидесят",
    70: "семидесят",
    80: "восьмидесят",
    90: "девяност",
}
ENDING = r"(?:ый|ой|ий|ого|ьего|ом|ьем|ому|ьему|ым|ьим)"
TWO_THOUSAND = rf"двухтысячн{ENDING}"
# Without a plain space, which a pattern laid out over lines leaves out.
HEADS = "|".join(CENTURIES).replace(" ", r"\s")
WORDED_YEAR = (
    rf"(?:{HEADS})\s(?:(?:{'|'.join(TENS)})\s)?(?:{'|'.join(STEMS.values())}){ENDING}"
    rf"|{TWO_THOUSAND}"
)


def year_of(words):
    """The year that words matching WORDED_YEAR are."""
    if re.fullmatch(TWO_THOUSAND, words):
        return 2000
    head = next(each for each in CENTURIES if words.startswith(each))
    *tens, last = words[len(head) :].split()
    unit = next(number for number, stem in STEMS.items() if re.fullmatch(stem + ENDING, last))
    return CENTURIES[head] + sum(TENS[each] for each in tens) + unit
