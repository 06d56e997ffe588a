import sys

import pytest

from tools import build, port, serve

STEPS = ["translations", "static files", "database"]


@pytest.fixture
def steps(monkeypatch):
    """What was done, in order, instead of doing it."""
    done = []
    monkeypatch.setattr(port, "free_port", lambda: 8000)
    monkeypatch.setattr(build, "translations", lambda: done.append("translations"))
    monkeypatch.setattr(build, "static_files", lambda environment: done.append("static files"))
    monkeypatch.setattr(serve, "prepare_database", lambda environment: done.append("database"))
    monkeypatch.setattr(serve.os, "execve", lambda path, command, given: done.append(command[2]))
    for name in ("HOST", "WORKERS", "ALLOWED_HOSTS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SECRET_KEY", "given")
    return done


def test_the_steps(steps, monkeypatch, capsys):
    monkeypatch.setenv("HTTP", "1")
    serve.main()
    assert steps == [*STEPS, "granian"]
    assert "http://localhost:8000/" in capsys.readouterr().out


def test_nothing_is_done_without_a_key(steps, monkeypatch):
    monkeypatch.delenv("SECRET_KEY")
    with pytest.raises(SystemExit, match="SECRET_KEY is not set"):
        serve.main()
    assert steps == []


@pytest.mark.parametrize("text", ["0", "two", "-1"])
def test_what_is_no_number_of_workers_is_told(text):
    with pytest.raises(SystemExit, match=f"WORKERS={text} is not a number"):
        serve.worker_count(text)


def test_a_trial_without_tls_knows_this_machine():
    environment = serve.production_environment({"HTTP": "1", "DEBUG": "1"})
    assert environment == {
        "ALLOWED_HOSTS": "localhost,127.0.0.1,[::1]",
        "DEBUG": "0",
        "HTTP": "1",
    }


def test_in_earnest_the_names_must_be_given():
    with pytest.raises(SystemExit, match="ALLOWED_HOSTS is not set"):
        serve.production_environment({"HTTP": "0"})
    given = {"ALLOWED_HOSTS": "register.example"}
    assert serve.production_environment(given) == {**given, "DEBUG": "0"}


@pytest.fixture
def database(monkeypatch):
    """What was done to the database."""
    done = []
    monkeypatch.setattr(build, "database", lambda given, demo: done.append(("migrate", demo)))
    monkeypatch.setattr(build, "manage", lambda command, *rest, environment: done.append(command))
    monkeypatch.setattr(serve, "unready", lambda environment: done.append("look"))
    return done


@pytest.mark.parametrize("url", ["", "sqlite:////srv/register.sqlite3"])
def test_sqlite_is_migrated(database, url):
    serve.prepare_database({"DATABASE_URL": url, "DEMO": "1"})
    assert database == ["check", ("migrate", True)]


@pytest.mark.parametrize(("demo", "expected"), [("0", ["look"]), ("1", ["look", "load_demo"])])
def test_another_database_is_only_looked_at(database, demo, expected):
    serve.prepare_database({"DATABASE_URL": "postgres://db/register", "DEMO": demo})
    assert database == ["check", *expected]


def test_a_database_that_is_not_ready_keeps_nothing_from_starting(database, monkeypatch, capsys):
    monkeypatch.setattr(serve, "unready", lambda environment: "The database is behind.")
    serve.prepare_database({"DATABASE_URL": "postgres://db/register", "DEMO": "1"})
    assert database == ["check"]
    assert "The database is behind." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("program", "sentence"),
    [
        ("", ""),
        ("sys.exit(1)", "The database is behind the code: back it up, run make migrate."),
        ("sys.exit('The database does not answer.')", "The database does not answer."),
    ],
)
def test_a_database_that_will_not_do_is_told(tmp_path, monkeypatch, program, sentence):
    monkeypatch.setattr(serve, "ROOT", tmp_path)
    monkeypatch.setattr(serve, "PYTHON", sys.executable)
    (tmp_path / "manage.py").write_text(f"import sys; {program}")
    assert serve.unready({}) == sentence
