import os
import signal
import socket
import sys

import pytest

from tools import build, port, run, secret_key, server

ANSWERING = """
import http.server, signal, sys
signal.signal(signal.SIGTERM, lambda *received: sys.exit(0))
class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *words): pass
http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), Quiet).serve_forever()
"""


@pytest.fixture
def free(monkeypatch):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number = probe.getsockname()[1]
    monkeypatch.setenv("PORT", str(number))
    monkeypatch.delenv("HOST", raising=False)
    return number


@pytest.fixture
def signals():
    """Put the handlers back that a test replaces."""
    kept = {n: signal.getsignal(n) for n in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    yield
    for number, handler in kept.items():
        signal.signal(number, handler)


def use_server(monkeypatch, program):
    monkeypatch.setattr(
        server,
        "command",
        lambda host, number, workers, patience: [sys.executable, "-S", "-c", program, str(number)],
    )


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_addresses_are_told_when_the_server_answers(monkeypatch, free, signals, number):
    told = []

    def stop(text):
        told.append(text)
        assert run.answers(free)
        os.kill(os.getpid(), number)

    use_server(monkeypatch, ANSWERING)
    monkeypatch.setattr(run, "say", stop)
    assert run.serve(free, dict(os.environ)) == 0
    assert f"http://localhost:{free}/\n" in told[0]
    assert f"http://localhost:{free}/admin/" in told[0]
    assert not port.is_taken("127.0.0.1", free)


def test_a_second_signal_insists(monkeypatch, free, signals):
    stubborn = ANSWERING.replace("lambda *received: sys.exit(0)", "signal.SIG_IGN")

    def stop(text):
        os.kill(os.getpid(), signal.SIGINT)
        os.kill(os.getpid(), signal.SIGINT)

    use_server(monkeypatch, stubborn)
    monkeypatch.setattr(run, "say", stop)
    assert run.serve(free, dict(os.environ)) == 0


def test_a_server_that_ends_by_itself_is_a_failure(monkeypatch, free, signals, capsys):
    use_server(monkeypatch, "import sys; sys.exit(3)")
    assert run.serve(free, dict(os.environ)) == 3
    assert capsys.readouterr().out == ""


def test_the_settings_of_a_trial(monkeypatch, tmp_path):
    monkeypatch.setattr(run, "ROOT", tmp_path)
    environment = run.trial_environment({"ALLOWED_HOSTS": "", "LANG": "C"})
    assert environment == {
        "ALLOWED_HOSTS": "localhost,127.0.0.1,[::1]",
        "HTTP": "1",
        "LANG": "C",
        "SECRET_KEY": secret_key.kept(tmp_path / "var/secret_key"),
    }


def test_what_is_given_stays(monkeypatch, tmp_path):
    given = {"ALLOWED_HOSTS": "example.org", "SECRET_KEY": "given"}
    assert run.trial_environment(given) == {**given, "HTTP": "1"}


@pytest.fixture
def steps(monkeypatch):
    """What was done, in order, instead of doing it."""
    done = []
    monkeypatch.setattr(build, "translations", lambda: done.append("translations"))
    monkeypatch.setattr(build, "static_files", lambda environment: done.append("static files"))
    monkeypatch.setattr(build, "database", lambda environment, demo: done.append("database"))
    monkeypatch.setattr(build, "manage", lambda command, environment: done.append(command))
    monkeypatch.setattr(run, "serve", lambda number, environment: done.append("serve"))
    monkeypatch.setattr(run.os, "execve", lambda path, command, given: done.append(command[2:]))
    monkeypatch.setenv("SECRET_KEY", "given")
    monkeypatch.delenv("DEBUG", raising=False)
    return done


def test_the_steps(steps, free):
    with pytest.raises(SystemExit):
        run.main()
    assert steps == ["translations", "static files", "database", "first_account", "serve"]


def test_debug_is_django_s_own_server(steps, free, monkeypatch, capsys):
    monkeypatch.setenv("DEBUG", "1")
    with pytest.raises(SystemExit):
        run.main()
    assert steps[:4] == [
        "translations",
        "database",
        "first_account",
        ["runserver", f"127.0.0.1:{free}"],
    ]
    assert f"http://localhost:{free}/admin/" in capsys.readouterr().out


def test_the_server_s_command():
    command = server.command("127.0.0.1", 8000, workers=2, patience=5)
    assert command[1:4] == ["-m", "granian", "config.wsgi:application"]
    assert command[command.index("--workers") + 1] == "2"
