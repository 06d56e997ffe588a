import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tools import postgres


@pytest.fixture
def server():
    """The DATABASE_URL of a throw-away server."""
    try:
        with postgres.throwaway() as url:
            yield url
    except postgres.MissingPostgresError as reason:
        pytest.skip(f"no PostgreSQL: {reason}")


def folder_of(url):
    return Path(unquote(urlsplit(url).hostname))


def test_it_knows_cyrillic_letters_and_is_gone_afterwards(capfd):
    program = "import os; print(os.environ['DATABASE_URL'])"
    status = postgres.main(["--", sys.executable, "-S", "-c", program])
    if status != 0:
        pytest.skip(str(status))
    url = capfd.readouterr().out.strip()
    assert url.startswith("postgres://postgres@%2F")
    assert not folder_of(url).exists()


def test_it_answers_on_its_socket_only(server):
    folder = folder_of(server)
    options = ["--host", folder, "--username", "postgres", "-Atc"]
    ask = [postgres.find_binaries() / "psql", *options]
    query = "SELECT upper('событие'), current_setting('listen_addresses')"
    answer = subprocess.run([*ask, query], capture_output=True, text=True).stdout
    assert answer.strip() == "СОБЫТИЕ|"
    assert folder.stat().st_mode & 0o777 == 0o700


def test_it_is_gone_after_a_failure(monkeypatch):
    seen = []
    with pytest.raises(ZeroDivisionError), postgres.throwaway() as url:  # noqa: PT012
        seen.append(folder_of(url))
        raise ZeroDivisionError
    assert not seen[0].exists()


def test_the_status_of_the_command_is_ours():
    status = postgres.main([sys.executable, "-S", "-c", "raise SystemExit(3)"])
    assert status == 3 or "No PostgreSQL" in status


def test_errors_on_the_command_line(monkeypatch):
    assert "Say what to run" in postgres.main(["--"])
    assert "check the command" in postgres.main(["--", "/nowhere/at/all"])
    monkeypatch.setattr(postgres, "find_binaries", lambda: missing())
    assert postgres.main(["--", "true"]).startswith("No PostgreSQL: none here; install")


def missing():
    raise postgres.MissingPostgresError("none here")


def test_no_programs_anywhere(monkeypatch):
    monkeypatch.setattr(postgres, "wheel_folders", list)
    monkeypatch.setattr(postgres, "system_folders", list)
    with pytest.raises(postgres.MissingPostgresError, match="no PostgreSQL programs"):
        postgres.find_binaries()


def test_the_newest_of_the_system(monkeypatch, tmp_path):
    for version in ("9.6", "13", "15"):
        (tmp_path / version / "bin").mkdir(parents=True)
    monkeypatch.setattr(postgres, "SYSTEM", tmp_path)
    monkeypatch.setattr(postgres.shutil, "which", lambda name: None)
    assert [path.parent.name for path in postgres.system_folders()] == ["15", "13", "9.6"]
    monkeypatch.setattr(postgres.shutil, "which", lambda name: str(tmp_path / "own" / name))
    assert postgres.system_folders()[0] == tmp_path / "own"


def test_no_locale_that_knows_cyrillic(monkeypatch, tmp_path):
    problems = {"C.UTF-8": "invalid locale name"}
    server = postgres.Server(tmp_path, tmp_path, {})
    monkeypatch.setattr(server, "initialise", problems.get)
    monkeypatch.setattr(server, "launch", lambda: None)
    monkeypatch.setattr(server, "ask", lambda query: "событие")
    with pytest.raises(postgres.MissingPostgresError, match="no locale"):
        server.start()


def test_a_server_that_does_not_start_says_why(tmp_path):
    program = tmp_path / "postgres"
    program.write_text("#!/bin/sh\necho 'FATAL:  no space left'\nexit 1\n")
    program.chmod(0o755)
    (tmp_path / "psql").symlink_to("/bin/false")
    server = postgres.Server(tmp_path, tmp_path, {})
    with pytest.raises(postgres.MissingPostgresError, match="no space left"):
        server.launch()
    server.stop()


def test_only_root_needs_another_account(monkeypatch):
    monkeypatch.setattr(postgres.os, "geteuid", lambda: 1000)
    assert postgres.unprivileged_account() == {}
    monkeypatch.setattr(postgres.os, "geteuid", lambda: 0)
    assert postgres.unprivileged_account()["user"] != 0


def test_programs_out_of_reach_are_copied_with_their_libraries(tmp_path):
    (tmp_path / "wheel/install/bin").mkdir(parents=True)
    (tmp_path / "wheel/install/bin/postgres").write_text("not allowed to run")
    (tmp_path / "wheel/install/include").mkdir()
    (tmp_path / "wheel.libs").mkdir()
    work = tmp_path / "work"
    account = {"user": os.geteuid(), "group": os.getegid()}
    copy = postgres.reachable(tmp_path / "wheel/install/bin", work, account)
    assert copy == work / "programs/wheel/install/bin"
    assert [path.name for path in copy.parent.iterdir()] == ["bin"]
    assert (work / "programs/wheel.libs").is_dir()


def test_what_went_wrong_is_in_the_last_line():
    assert postgres.last_line("one\ninitdb: error: two\n") == "initdb: error: two"
    assert postgres.last_line("") == "no reason given"


def test_the_server_s_environment_sends_no_program_elsewhere(monkeypatch, tmp_path):
    monkeypatch.setenv("PGHOST", "db.example")
    server = postgres.Server(tmp_path, tmp_path, {})
    assert "PGHOST" not in server.circumstances()["env"]
    assert "PGHOST" in os.environ
