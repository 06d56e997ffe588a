"""How a test run went: read from its JUnit report, told in a table."""

from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree


@dataclass
class Counts:
    """The number of tests by outcome, and how long they took."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0
    seconds: float = 0

    def add(self, case):
        """Count one test of a report."""
        if case.find("failure") is not None or case.find("error") is not None:
            self.failed += 1
        elif case.find("skipped") is not None:
            self.skipped += 1
        else:
            self.passed += 1
        self.seconds += float(case.get("time", 0))


@dataclass
class Run:
    """One run of all tests on one database."""

    name: str
    status: int
    seconds: float
    all: Counts
    browser: Counts


def read(name, status, seconds, report: Path):
    """What the JUnit report of a run says; no report, no counts."""
    everything, browser = Counts(), Counts()
    if report.exists():
        for case in ElementTree.parse(report).iter("testcase"):
            everything.add(case)
            if case.find("properties/property[@name='browser']") is not None:
                browser.add(case)
    return Run(name, status, seconds, everything, browser)


def table(runs):
    """The lines of the closing table."""
    lines = [f"{'':26}{'passed':>8}{'failed':>8}{'skipped':>9}{'seconds':>9}"]
    for run in runs:
        lines.append(row(run.name, run.all, run.seconds))
        if run.browser != Counts():
            lines.append(row("  of these in a browser", run.browser, run.browser.seconds))
        if run.status and not run.all.failed:
            lines.append(f"  ended with status {run.status}: see above")
    return lines


def row(name, counts, seconds):
    """One line of the table."""
    return f"{name:26}{counts.passed:8}{counts.failed:8}{counts.skipped:9}{seconds:9.1f}"
