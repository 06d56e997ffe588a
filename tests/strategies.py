"""Hypothesis strategies that several tests share."""

from hypothesis import strategies as st

from core.dates import PartialDate

YEARS = st.integers(1000, 2999)
# Few years far apart and many close together: intervals within one year are where words are shared.
_NEAR_YEARS = st.integers(1989, 2011)


def _forms(years):
    def parts(lowest, highest):
        return st.builds("{}-{:02}".format, years, st.integers(lowest, highest))

    day = st.builds(
        lambda date, year: f"{year}-{date.month:02}-{date.day:02}",
        st.dates().filter(lambda date: (date.month, date.day) != (2, 29)),
        years,
    )
    return st.one_of(
        day,
        st.sampled_from(["1904-02-29", "2000-02-29"]),
        parts(1, 12),
        parts(21, 24),
        parts(33, 36),
        parts(40, 41),
        years.map(str),
        years.map(lambda year: f"{year // 10}X"),
    )


def single_forms():
    """Texts of EDTF for single forms: days, months, seasons, quarters, halves, years, decades."""
    return _forms(_NEAR_YEARS) | _forms(YEARS)


@st.composite
def _intervals(draw, forms):
    start, end = sorted([draw(forms), draw(forms)], key=lambda form: PartialDate(form).first)
    return PartialDate(f"{start}/{end}")


def closed_intervals():
    """Intervals of any two forms; one in which both are the same is that form."""
    same_year = _NEAR_YEARS.flatmap(lambda year: _intervals(_forms(st.just(year))))
    return _intervals(single_forms()) | _intervals(_forms(_NEAR_YEARS)) | same_year


def partial_dates():
    """Any PartialDate: single forms, intervals of any two forms, open ends."""
    open_ends = single_forms().map(lambda form: PartialDate(f"{form}/.."))
    return single_forms().map(PartialDate) | closed_intervals() | open_ends
