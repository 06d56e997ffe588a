"""Records by year, as a chart shows them."""

from collections import Counter
from dataclasses import dataclass

from django.utils import timezone

from core.filters import FIRST_YEAR, LAST_YEAR

FOLDED = 3
# More bars than these become decades, and more decades centuries.
MOST_BARS = 100
STEPS = (1, 10, 100)
# More bars than these stand on upright labels; the long names of decades do so anyway.
LEVEL_LABELS = 16
# So that one record beside hundreds still shows: em, per cent.
LOWEST_BAR, LEAST_SHARE = 0.4, 4


def count_by_year(spans, years=(), step=1):
    """How many records overlap each year, as a Counter.

    spans: rows (first year, last year, count); without years they belong to every year that the
    others name, and to the given years. What goes on ends, here, this year: it makes no bar of a
    later one, but counts in such a bar, as it is found there. step: 10 or 100 counts the same by
    decade or century, under its first year.
    """
    this_year, going_on = timezone.localdate().year, []
    counts, always = Counter(), 0
    for first, last, count in spans:
        if first is None:
            always += count
            continue
        end = last
        if last > LAST_YEAR:
            end = max(first, this_year)
            going_on.append((end // step * step, count))
        for period in range(max(first, FIRST_YEAR) // step, end // step + 1):
            counts[period * step] += count
    for year in counts.keys() | set(years):
        counts[year] += sum(count for end, count in going_on if end < year)
    return Counter({year: counts[year] + always for year in counts.keys() | set(years)})


@dataclass(frozen=True)
class Bar:
    """One year, decade or century, or several empty ones folded into one gap.

    total: records of the year; hit: those that the other filters keep; height: of the bar, in em;
    share: the hit part of the bar in per cent; query: the link's query string; current: the year
    chosen is just this one; within: it lies in the chosen span of years.
    """

    first: int
    last: int
    total: int = 0
    hit: int = 0
    height: float = 0
    share: int = 0
    query: str = ""
    current: bool = False
    within: bool = False
    is_gap: bool = False

    @property
    def label(self):
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"

    @property
    def rest(self):
        return 100 - self.share


@dataclass(frozen=True)
class YearChart:
    """Bars in order of time. narrowed: other filters than the year keep only a part. step: the
    years of a bar. dated: the distinct records that have years. window: the hundred years that
    alone are shown, the pair (first, last), or None.
    """

    bars: list
    total: int
    found: int
    narrowed: bool
    step: int = 1
    dated: int = 0
    window: tuple | None = None

    @property
    def sum(self):
        return sum(bar.total for bar in self.bars)

    @property
    def undated(self):
        return self.total - self.dated

    @property
    def filled(self):
        return [bar for bar in self.bars if bar.total]

    @property
    def is_dense(self):
        return self.step > 1 or len(self.bars) > LEVEL_LABELS


def _empty(first, last, step):
    """The periods without records: folded when there are many, else one by one."""
    if last - first + 1 >= FOLDED * step:
        return [Bar(first, last, is_gap=True)]
    return [Bar(year, year + step - 1) for year in range(first, last + 1, step)]


def _bar(year, step, total, hit, highest, height, form):
    """The bar of the period that begins with this year."""
    last = year + step - 1
    value = str(year) if step == 1 else f"{year}-{last}"
    chosen = form.cleaned_data.get("year")
    current = chosen == (year, last)
    share = round(100 * hit / total)
    return Bar(
        first=year,
        last=last,
        total=total,
        hit=hit,
        height=max(round(height * total / highest, 2), LOWEST_BAR),
        share=max(share, LEAST_SHARE) if hit else 0,
        query=form.query(without=("year", value)) if current else form.query_with("year", value),
        current=current,
        within=bool(chosen) and chosen[0] <= last and year <= chosen[1],
    )


def _totals(spans, chosen):
    """The years of a bar, the records of each bar, and the chart's window.

    Where the years are too many for a bar each, those of the chosen century get one again.
    """
    for step in STEPS:
        totals = count_by_year(spans, step=step)
        if len(totals) <= MOST_BARS:
            break
    if step == 1 or not chosen or chosen[0] // STEPS[-1] != chosen[1] // STEPS[-1]:
        return step, totals, None
    first = chosen[0] // STEPS[-1] * STEPS[-1]
    window = first, first + STEPS[-1] - 1
    by_year = count_by_year(spans)
    near = Counter({y: n for y, n in by_year.items() if window[0] <= y <= window[1]})
    return (1, near, window) if near else (step, totals, None)


def year_chart(spans, kept, form, *, total, found, height):
    """The chart of a list.

    spans, kept: rows (first year, last year, count) of all records and of those the other filters
    keep. form: the FilterForm whose ``year`` a bar sets. total, found: the same as numbers of
    records. height: of the highest bar, in em.
    """
    chosen = form.cleaned_data.get("year")
    step, totals, window = _totals(spans, chosen)
    if not totals:
        return YearChart([], total, found, False)
    hits = count_by_year(kept, totals, step)
    narrowed = any(value for name, value in form.cleaned_data.items() if name != "year")
    highest, previous, bars = max(totals.values()), None, []
    for year in sorted(totals):
        if previous is not None:
            bars += _empty(previous + step, year - 1, step)
        shown = narrowed or (chosen and chosen[0] < year + step and year <= chosen[1])
        hit = hits[year] if shown else 0
        bars.append(_bar(year, step, totals[year], hit, highest, height, form))
        previous = year
    end = timezone.localdate().year
    bars += _empty(previous + step, min(end, window[1]) if window else end, step)
    dated = sum(count for _first, _last, count in spans)
    return YearChart(bars, total, found, narrowed, step, dated, window)
