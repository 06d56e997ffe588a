import pytest

from tools import secret_key


def test_the_key_is_made_once(tmp_path):
    path = tmp_path / "var/secret_key"
    key = secret_key.kept(path)
    assert len(key) >= 50
    assert secret_key.kept(path) == key


def test_nobody_else_can_read_it(tmp_path):
    path = tmp_path / "secret_key"
    secret_key.kept(path)
    assert path.stat().st_mode & 0o777 == 0o600


def test_an_interrupted_beginning_does_not_matter(tmp_path):
    path = tmp_path / "secret_key"
    path.write_text("\n")
    path.with_name("secret_key.new").write_text("half")
    assert len(secret_key.kept(path)) >= 50


@pytest.mark.parametrize("value", [None, "", "  "])
def test_serving_without_a_key_says_how_to_make_one(monkeypatch, value):
    if value is None:
        monkeypatch.delenv("SECRET_KEY", raising=False)
    else:
        monkeypatch.setenv("SECRET_KEY", value)
    with pytest.raises(SystemExit, match="token_urlsafe"):
        secret_key.require()


def test_a_given_key_is_enough(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "given")
    secret_key.require()
