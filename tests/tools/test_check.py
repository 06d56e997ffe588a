import signal
import sys

import pytest

from tools import browser, build, check, counts, junit_browser, pango, postgres


def went(name, status=0, failed=0):
    return counts.Run(name, status, 1.0, counts.Counts(10, failed, 0, 1.0), counts.Counts())


@pytest.fixture
def stage(monkeypatch, tmp_path):
    """All around the runs replaced; gives what each run was called with."""
    calls = []

    def run_tests(name, database, session):
        calls.append((name, database))
        return went(name)

    monkeypatch.setattr(check, "RESULTS", tmp_path / "test")
    monkeypatch.setattr(check, "COVERAGE", tmp_path / "coverage")
    monkeypatch.setattr(check, "run_tests", run_tests)
    monkeypatch.setattr(check, "combined_coverage", lambda: 97.5)
    monkeypatch.setattr(build, "translations", lambda: None)
    monkeypatch.setattr(browser, "find_or_install", lambda: "/bin/chromium")
    monkeypatch.setattr(pango, "find_or_install", lambda: True)
    for name in ("ARGS", "CI"):
        monkeypatch.delenv(name, raising=False)
    before = signal.getsignal(signal.SIGTERM)
    yield calls
    signal.signal(signal.SIGTERM, before)


def test_everything_ran_and_passed(stage, capsys):
    status = check.main()
    told = capsys.readouterr().out
    assert status == 0 or "Could not be had" in told
    assert stage[0][0] == "SQLite"
    assert stage[0][1].startswith("sqlite:///")
    assert "Coverage of all runs together: 97.5 % (limit 95)" in told
    assert told.endswith("PASSED\n")


@pytest.fixture
def nothing_to_be_had(monkeypatch):
    def missing():
        raise postgres.MissingPostgresError("no programs")

    monkeypatch.setattr(browser, "find_or_install", lambda: None)
    monkeypatch.setattr(pango, "find_or_install", lambda: False)
    monkeypatch.setattr(postgres, "find_binaries", missing)


@pytest.mark.parametrize(("variable", "status"), [("", 0), ("true", 1)])
def test_a_missing_part_is_told_and_fails_in_ci(
    stage, nothing_to_be_had, monkeypatch, capsys, variable, status
):
    monkeypatch.setenv("CI", variable)
    assert check.main() == status
    told = capsys.readouterr().out
    assert "Could not be had: The browser tests: install Chromium" in told
    assert "Could not be had: The tests of PDF files: install Pango" in told
    assert "Could not be had: The tests on PostgreSQL (no programs): install PostgreSQL" in told
    assert "no limit, as a part is missing" in told


def test_arguments_mean_no_coverage(stage, nothing_to_be_had, monkeypatch, capsys):
    monkeypatch.setenv("ARGS", "tests/core -k 'date or year'")
    check.main()
    assert "Coverage" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("session", "failed"),
    [
        (check.Session([], runs=[went("SQLite")], coverage=95.0), False),
        (check.Session([], runs=[went("SQLite")], coverage=94.9), True),
        (check.Session([], runs=[went("SQLite")], coverage=94.9, missing=["a part"]), False),
        (check.Session([], runs=[went("SQLite"), went("PostgreSQL", 1, 2)]), True),
    ],
)
def test_what_counts_as_failed(session, failed):
    assert session.failed(strict=False) == failed
    assert check.closing(session, strict=False)[-1] == ("FAILED" if failed else "PASSED")


def test_the_command_of_a_whole_run(tmp_path):
    command = check.pytest_command(tmp_path / "a.xml", check.Session([], "/bin/chromium"))
    assert "--cov" in command
    assert "not browser" not in command


def test_the_command_of_a_part_without_a_browser(tmp_path):
    command = check.pytest_command(tmp_path / "a.xml", check.Session(["-k", "date"]))
    assert "--cov" not in command
    assert command[-4:] == ["-m", "not browser", "-k", "date"]


def test_a_run_has_the_site_s_own_defaults():
    given = {"DATABASE_URL": "postgres://real", "DEBUG": "1", "LANG": "C"}
    environment = check.test_environment(given, "SQLite", "sqlite:////tmp/x", None)
    assert environment.pop("COVERAGE_FILE").endswith("var/coverage/.coverage.sqlite")
    assert environment == {"DATABASE_URL": "sqlite:////tmp/x", "CHROMIUM": "", "LANG": "C"}


def test_a_run_is_counted(monkeypatch, tmp_path, capfd):
    program = "import os; print(os.environ['DATABASE_URL']); raise SystemExit(2)"
    monkeypatch.setattr(check, "RESULTS", tmp_path)
    monkeypatch.setattr(
        check, "pytest_command", lambda report, session: [sys.executable, "-S", "-c", program]
    )
    run = check.run_tests("SQLite", "sqlite:////tmp/x", check.Session([]))
    assert (run.name, run.status, run.all) == ("SQLite", 2, counts.Counts())
    assert "sqlite:////tmp/x" in capfd.readouterr().out


def test_coverage_of_several_runs(monkeypatch, tmp_path, capfd):
    (tmp_path / "pyproject.toml").write_text("[tool.coverage.run]\nbranch = true\n")
    (tmp_path / "half.py").write_text(
        "import sys\nif 'a' in sys.argv:\n    a = 1\nelse:\n    b = 2\n"
    )
    (tmp_path / "var").mkdir()
    monkeypatch.setattr(check, "ROOT", tmp_path)
    monkeypatch.setattr(check, "COVERAGE", tmp_path / "var")
    assert check.combined_coverage() == 0.0
    for run in ("a", "b"):
        data = f"--data-file={tmp_path}/var/.coverage.{run}"
        check.subprocess.run(
            [check.PYTHON, "-m", "coverage", "run", data, "half.py", run], cwd=tmp_path, check=True
        )
    assert check.combined_coverage() == 100.0
    assert "Not covered by any run" in capfd.readouterr().out


class Item:
    """A collected test with these markers."""

    def __init__(self, *markers):
        self.markers, self.user_properties = markers, []

    def get_closest_marker(self, name):
        return name if name in self.markers else None


def test_browser_tests_are_noted_in_the_report():
    items = [Item("browser"), Item("slow")]
    junit_browser.pytest_collection_modifyitems(items)
    assert [item.user_properties for item in items] == [[("browser", "yes")], []]
