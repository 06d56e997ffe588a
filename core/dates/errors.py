"""What is wrong with a date, in the words of the person who typed it."""

FALLBACK = "en"
SHOWN_TEXT = 40

UNDERSTOOD = {
    "ru": "1958 · февраль 2013 · 12.11.2015 · 15–17 мая 2014 · весна 2011 · зима 2014–2015 · "
    "1-й квартал 2013 · 1-е полугодие 2013 · 1990-е · с 2005 по 2008 · с 2005",
    "en": "1958 · February 2013 · 12 November 2015 · 15–17 May 2014 · spring 2011 · "
    "winter 2014–2015 · 1st quarter 2013 · first half of 2013 · 1990s · from 2005 to 2008 · "
    "since 2005",
    "nl": "1958 · februari 2013 · 12 november 2015 · 15–17 mei 2014 · voorjaar 2011 · "
    "winter 2014–2015 · 1e kwartaal 2013 · eerste helft van 2013 · jaren 1990 · "
    "van 2005 tot 2008 · sinds 2005",
}

MESSAGES = {
    "unreadable": {
        "ru": "«{text}» — не понятно, какая это дата. Можно написать так: {understood}.",
        "en": "“{text}” cannot be read as a date. It can be written like this: {understood}.",
        "nl": "“{text}” is niet als datum te lezen. Schrijf bijvoorbeeld: {understood}.",
    },
    "no_such_day": {
        "ru": "Такого дня нет: {day}.{month:02}.{year}.",
        "en": "There is no such day: {day}.{month:02}.{year}.",
        "nl": "Die dag bestaat niet: {day}.{month:02}.{year}.",
    },
    "no_such_month": {
        "ru": "Месяца с номером {month} нет. Промежуток лет пишите полностью: 2005–2008.",
        "en": "There is no month {month}. Write a range of years in full: 2005–2008.",
        "nl": "Maand {month} bestaat niet. Schrijf een reeks jaren voluit: 2005–2008.",
    },
    "end_before_start": {
        "ru": "Конец раньше начала: начало {start}, конец {end}.",
        "en": "The end is before the start: the start is {start}, the end is {end}.",
        "nl": "Het einde ligt vóór het begin: het begin is {start}, het einde is {end}.",
    },
    "year_out_of_range": {
        "ru": "Год {year} похож на опечатку: возможны годы с {lowest} по {highest}.",
        "en": "The year {year} looks like a typing error: years from {lowest} to {highest} only.",
        "nl": "Het jaar {year} lijkt een tikfout: alleen de jaren {lowest} tot en met {highest}.",
    },
    "year_missing": {
        "ru": "В «{text}» не хватает года из четырёх цифр.",
        "en": "“{text}” lacks a year of four digits.",
        "nl": "In “{text}” ontbreekt een jaartal van vier cijfers.",
    },
    "two_digit_year": {
        "ru": "В «{text}» век не указан: напишите год четырьмя цифрами.",
        "en": "“{text}” does not tell the century: write the year with four digits.",
        "nl": "“{text}” noemt de eeuw niet: schrijf het jaar met vier cijfers.",
    },
    "ambiguous_winter": {
        "ru": "Зима приходится на два года: напишите, например, «зима 2014–2015».",
        "en": "A winter falls in two years: write, for instance, “winter 2014–2015”.",
        "nl": "Een winter valt in twee jaren: schrijf bijvoorbeeld “winter 2014–2015”.",
    },
    "ambiguous_slashes": {
        "ru": "«{text}» можно понять по-разному: где день, где месяц? Напишите с точками "
        "(день.месяц.год) или словами: 12.11.2015, 12 ноября 2015.",
        "en": "“{text}” can be read in several ways: which is the day, which the month? Write it "
        "with full stops (day.month.year) or in words: 12.11.2015, 12 November 2015.",
        "nl": "“{text}” is op meer manieren te lezen: wat is de dag, wat de maand? Schrijf met "
        "punten (dag.maand.jaar) of in woorden: 12.11.2015, 12 november 2015.",
    },
    "ambiguous_range": {
        "ru": "«{text}» — это годы или месяц? Напишите годы полностью (2005–2008) "
        "или месяц с годом (08.2005).",
        "en": "“{text}”: are these years or a month? Write the years in full (2005–2008) "
        "or the month and the year (08.2005).",
        "nl": "“{text}”: zijn dit jaren of een maand? Schrijf de jaren voluit (2005–2008) "
        "of de maand met het jaar (08.2005).",
    },
    "ambiguous_decade": {
        "ru": "«{text}» — это год или десятилетие? Напишите «1990-е – 2000-е» или «1990 г. – "
        "2000-е».",
        "en": "“{text}”: a year or a decade? Write “1990s – 2000s” or “the year 1990 – 2000s”.",
        "nl": "“{text}”: een jaar of een decennium? Schrijf “jaren 1990 – jaren 2000” of “het "
        "jaar 1990 – jaren 2000”.",
    },
}
# Hyphens between numbers are refused for the same reason as slashes: 12-11 is read both ways.
MESSAGES["ambiguous_hyphens"] = MESSAGES["ambiguous_slashes"]


class DateError(ValueError):
    """A text that is no date, or that may be several.

    ``code`` is one of MESSAGES and stable; ``params`` are the values its message names.
    """

    def __init__(self, code, params):
        super().__init__(code, params)
        self.code = code
        self.params = params

    def message(self, language):
        """What is wrong and what to write instead, in "ru", "en" or "nl"; English otherwise."""
        base = language.partition("-")[0]
        language = base if base in UNDERSTOOD else FALLBACK
        template = MESSAGES[self.code][language]
        return template.format(understood=UNDERSTOOD[language], **self.params)

    def __str__(self):
        return self.message(FALLBACK)


def refusal(code, text):
    """The DateError about a whole text, quoted in short and without control characters."""
    quoted = "".join(character for character in text[:SHOWN_TEXT] if character.isprintable())
    return DateError(code, {"text": quoted + "…" if len(text) > SHOWN_TEXT else quoted})
