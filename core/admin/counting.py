"""Russian numerals: the desk speaks Russian only."""


def counted(number, one, few, many):
    """``3, "запись", "записи", "записей"`` -> ``3 записи``."""
    if number % 10 == 1 and number % 100 != 11:
        word = one
    elif number % 10 in {2, 3, 4} and number % 100 not in {12, 13, 14}:
        word = few
    else:
        word = many
    return f"{number}\N{NO-BREAK SPACE}{word}"


def records(number):
    return counted(number, "запись", "записи", "записей")


def fields(number):
    return counted(number, "поле", "поля", "полей")
