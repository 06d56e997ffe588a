"""Records by year, as a chart shows them."""

from collections import Counter
from dataclasses import dataclass

from django.utils import timezone

from core.listing import FIRST_YEAR, LAST_YEAR

FOLDED = 3


def count_by_year(spans, years=()):
    """How many records overlap each year, as a Counter.

    spans: rows (first year, last year, count); without years they belong to every year that the
    others name, and to the given years. What goes on ends, here, this year: nothing is known of
    later ones.
    """
    this_year = timezone.localdate().year
    counts, always = Counter(), 0
    for first, last, count in spans:
        if first is None:
            always += count
            continue
        end = max(first, this_year) if last > LAST_YEAR else last
        for year in range(max(first, FIRST_YEAR), end + 1):
            counts[year] += count
    return Counter({year: counts[year] + always for year in counts.keys() | set(years)})


@dataclass(frozen=True)
class Bar:
    """One year, or several empty ones folded into one gap.

    total: records of the year; hit: those that the other filters keep; height: of the bar, in em;
    share: the hit part of the bar in per cent; query: the link's query string.
    """

    first: int
    last: int
    total: int = 0
    hit: int = 0
    height: float = 0
    share: int = 0
    query: str = ""
    current: bool = False

    @property
    def is_gap(self):
        return self.last - self.first + 1 >= FOLDED

    @property
    def rest(self):
        return 100 - self.share


@dataclass(frozen=True)
class YearChart:
    """Bars in order of time. narrowed: other filters than the year keep only a part."""

    bars: list
    total: int
    found: int
    narrowed: bool

    @property
    def sum(self):
        return sum(bar.total for bar in self.bars)

    @property
    def filled(self):
        return [bar for bar in self.bars if bar.total]


def _empty(first, last):
    """The years without records: folded when there are many, else one by one."""
    if last - first + 1 >= FOLDED:
        return [Bar(first, last)]
    return [Bar(year, year) for year in range(first, last + 1)]


def year_chart(totals, hits, form, *, total, found, height):
    """The chart of a list.

    totals, hits: Counters by year of all records and of those the other filters keep. form: the
    FilterForm whose ``year`` a bar sets. total, found: the same as numbers of records. height: of
    the highest bar, in em.
    """
    if not totals:
        return YearChart([], total, found, False)
    chosen = form.cleaned_data.get("year")
    narrowed = any(value for name, value in form.cleaned_data.items() if name != "year")
    highest, previous, bars = max(totals.values()), None, []
    for year in sorted(totals):
        if previous is not None:
            bars += _empty(previous + 1, year - 1)
        current = chosen == (year, year)
        within = bool(chosen) and chosen[0] <= year <= chosen[1]
        hit = hits[year] if narrowed or within else 0
        bars.append(
            Bar(
                first=year,
                last=year,
                total=totals[year],
                hit=hit,
                height=round(height * totals[year] / highest, 2),
                share=round(100 * hit / totals[year]),
                query=(
                    form.query(without=("year", str(year)))
                    if current
                    else form.query_with("year", str(year))
                ),
                current=current,
            )
        )
        previous = year
    bars += _empty(previous + 1, timezone.localdate().year)
    return YearChart(bars, total, found, narrowed)
