"""The pattern of one year or an ascending span of years from 1000 to 2999, for JSON Schema."""


def _ascending():
    """Patterns (ECMA-262) of “year-year” by the first digit in which the two years differ."""
    dash = " ?[-–—] ?"
    yield rf"([12][0-9]{{3}})(?:{dash}\1)?"
    yield rf"1[0-9]{{3}}{dash}2[0-9]{{3}}"
    group = 2
    for place in (1, 2, 3):
        rest = f"[0-9]{{{3 - place}}}" if place < 3 else ""
        for digit in range(9):
            same = rf"([12][0-9]{{{place - 1}}})"
            yield rf"{same}{digit}{rest}{dash}\{group}[{digit + 1}-9]{rest}"
            group += 1


YEARS = f"^(?:{'|'.join(_ascending())})?$"
