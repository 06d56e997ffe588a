"""make test: every test on SQLite and on PostgreSQL, in a browser too, and one closing table."""

import os
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field

from tools import browser, build, counts, html_checker, pango, postgres
from tools.environment import PYTHON, ROOT, say

LIMIT = 95
RESULTS = ROOT / "var/test"
COVERAGE = ROOT / "var/coverage"
# What would make the site under test another one than the tests expect.
SETTINGS = {
    "ACCESSIBILITY_EMAIL",
    "ACCESSIBILITY_PHONE",
    "ALLOWED_HOSTS",
    "BEHIND_PROXY",
    "CSRF_TRUSTED_ORIGINS",
    "DATABASE_URL",
    "DEBUG",
    "DJANGO_SETTINGS_MODULE",
    "HTTP",
    "PHONE_AREA_CODE",
    "PHONE_REGION",
    "SECRET_KEY",
    "TIME_ZONE",
}


@dataclass
class Session:
    """What was asked for, what could be had and how the runs went."""

    arguments: list
    chromium: str | None = None
    runs: list = field(default_factory=list)
    missing: list = field(default_factory=list)
    coverage: float | None = None

    def failed(self, strict):
        """Whether anything failed; a missing part counts when `strict`."""
        below = self.coverage is not None and self.coverage < LIMIT and not self.missing
        return below or any(run.status for run in self.runs) or (strict and bool(self.missing))


def main():
    """Run everything that can be run here; exit 1 if anything failed."""
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    session = Session(shlex.split(os.environ.get("ARGS", "")))
    for folder in (RESULTS, COVERAGE):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    build.translations()
    session.chromium = browser.find_or_install()
    if not session.chromium:
        session.missing.append(f"The browser tests: {browser.HOW_TO_GET_IT}.")
    if not html_checker.find():
        session.missing.append(f"The check of the HTML: {html_checker.HOW_TO_GET_IT}.")
    if not pango.find_or_install():
        session.missing.append(f"The tests of PDF files: {pango.HOW_TO_GET_IT}.")
    on_sqlite(session)
    on_postgresql(session)
    if not session.arguments:
        session.coverage = combined_coverage()
    strict = os.environ.get("CI") == "true"
    say("\n".join(closing(session, strict)))
    return 1 if session.failed(strict) else 0


def on_sqlite(session):
    """The tests on an SQLite file of their own."""
    with tempfile.TemporaryDirectory(prefix="sqlite-") as folder:
        session.runs.append(run_tests("SQLite", f"sqlite:///{folder}/register.sqlite3", session))


def on_postgresql(session):
    """The same tests on a PostgreSQL of their own."""
    try:
        with postgres.throwaway() as url:
            session.runs.append(run_tests("PostgreSQL", url, session))
    except postgres.MissingPostgresError as reason:
        session.missing.append(f"The tests on PostgreSQL ({reason}): {postgres.HOW_TO_GET_IT}.")


def run_tests(name, database, session):
    """Run pytest on one database; return how it went."""
    report = RESULTS / f"{name.lower()}.xml"
    say(f"\nTests on {name}")
    start = time.monotonic()
    command = pytest_command(report, session)
    environment = test_environment(os.environ, name, database, session.chromium)
    status = subprocess.run(command, cwd=ROOT, env=environment).returncode
    return counts.read(name, status, time.monotonic() - start, report)


def pytest_command(report, session):
    """The command line of pytest for one run."""
    command = [PYTHON, "-m", "pytest", "-n", str(max(2, os.cpu_count() or 2))]
    command += ["-p", "tools.junit_browser", f"--junit-xml={report}"]
    if not session.arguments:
        command += ["--cov", "--cov-branch", "--cov-report="]
    if not session.chromium:
        command += ["-m", "not browser"]
    return command + session.arguments


def test_environment(given, name, database, chromium):
    """The environment of one run: the site's own defaults, whatever the shell has set."""
    environment = {key: value for key, value in given.items() if key not in SETTINGS}
    environment["DATABASE_URL"] = database
    environment["COVERAGE_FILE"] = str(COVERAGE / f".coverage.{name.lower()}")
    environment["CHROMIUM"] = chromium or ""
    return environment


def combined_coverage():
    """Show what no run covered; return the share that was covered, in per cent."""
    environment = {**os.environ, "COVERAGE_FILE": str(COVERAGE / ".coverage")}
    coverage = [PYTHON, "-m", "coverage"]
    combine = [*coverage, "combine", "--quiet", COVERAGE]
    if subprocess.run(combine, cwd=ROOT, env=environment).returncode:
        return 0.0
    say("\nNot covered by any run")
    subprocess.run([*coverage, "report"], cwd=ROOT, env=environment)
    total = [*coverage, "report", "--format=total", "--precision=1"]
    done = subprocess.run(total, cwd=ROOT, env=environment, capture_output=True, text=True)
    return float(done.stdout or 0)


def closing(session, strict):
    """The closing table: what ran where, how it went, and what could not be had."""
    lines = ["", *counts.table(session.runs)]
    if session.coverage is not None:
        limit = "no limit, as a part is missing" if session.missing else f"limit {LIMIT}"
        lines.append(f"Coverage of all runs together: {session.coverage:.1f} % ({limit})")
    lines += [f"Could not be had: {part}" for part in session.missing]
    lines.append("FAILED" if session.failed(strict) else "PASSED")
    return lines


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
