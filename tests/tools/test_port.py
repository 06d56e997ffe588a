import socket

import pytest

from tools import port


@pytest.fixture
def taken():
    """A port of this machine that a program listens at."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


@pytest.fixture
def free():
    """A port of this machine that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch):
    monkeypatch.delenv("PORT", raising=False)
    monkeypatch.delenv("HOST", raising=False)


def test_a_free_port_is_given(monkeypatch, free):
    monkeypatch.setenv("PORT", str(free))
    assert port.free_port() == free


@pytest.mark.parametrize("text", ["abc", "0", "65536", "-1", "80.5", "8000 8001"])
def test_what_is_no_port_is_told(monkeypatch, text):
    monkeypatch.setenv("PORT", text)
    with pytest.raises(SystemExit, match=f"PORT={text} is not a port"):
        port.free_port()


def test_a_taken_port_is_told_with_a_free_one(monkeypatch, taken):
    monkeypatch.setenv("PORT", str(taken))
    with pytest.raises(SystemExit) as stop:
        port.free_port()
    sentence = str(stop.value)
    assert sentence.startswith(f"Port {taken} is in use")
    other = int(sentence.rstrip(".").rpartition("=")[2])
    assert other > taken
    assert port.why_not("127.0.0.1", other) is None


def test_a_port_bound_but_not_listened_at_is_taken():
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        assert port.is_taken("127.0.0.1", bound.getsockname()[1])


def test_a_port_that_needs_rights_is_told(monkeypatch):
    monkeypatch.setattr(port, "bind", lambda address, number: raise_(PermissionError()))
    assert "Port 80 needs special rights" in port.why_not("127.0.0.1", 80)


def test_an_address_of_another_machine_is_told(free):
    assert "HOST=192.0.2.1 is no address of this machine" in port.why_not("192.0.2.1", free)


@pytest.mark.parametrize(
    ("address", "url"),
    [
        ("127.0.0.1", "http://localhost:8000/"),
        ("0.0.0.0", "http://localhost:8000/"),
        ("::", "http://localhost:8000/"),
        ("::1", "http://[::1]:8000/"),
        ("192.0.2.1", "http://192.0.2.1:8000/"),
    ],
)
def test_the_url_is_one_a_browser_finds(address, url):
    assert port.url(address, 8000) == url


def raise_(error):
    raise error
