import os
import sys

import pytest

from tools import build


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """An empty checkout; manage.py is not there, so its commands are only noted."""
    monkeypatch.setattr(build, "ROOT", tmp_path)
    monkeypatch.setattr(build, "LOCALE", tmp_path / "locale")
    monkeypatch.setattr(build, "STATIC", tmp_path / "var/static")
    monkeypatch.setattr(build, "STAMP", tmp_path / "var/static.collected")
    for folder in ("static/css", "core/static/js", "var/static", "config", ".venv"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "static/css/site.css").write_text("a {}")
    (tmp_path / "config/settings.py").write_text("")
    return tmp_path


@pytest.fixture
def managed(monkeypatch):
    """The commands given to manage.py, noted instead of run."""
    commands = []
    monkeypatch.setattr(build, "manage", lambda *command, environment: commands.append(command[0]))
    return commands


@pytest.fixture
def catalogue(checkout):
    """A Russian catalogue with one message."""
    source = checkout / "locale/ru/LC_MESSAGES/django.po"
    source.parent.mkdir(parents=True)
    source.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
        'msgid "Event"\nmsgstr "Событие"\n'
    )
    return source


def test_no_catalogues_nothing_to_compile(checkout, capsys):
    build.translations()
    assert capsys.readouterr().out == ""


def test_a_catalogue_is_compiled_once_and_when_it_changes(catalogue, capsys, monkeypatch):
    monkeypatch.setattr(build, "PYTHON", sys.executable)
    build.translations()
    compiled = catalogue.with_suffix(".mo")
    assert "Событие".encode() in compiled.read_bytes()
    assert not build.is_stale(catalogue)
    os.utime(compiled, (0, 0))
    assert build.is_stale(catalogue)


def test_a_catalogue_that_does_not_compile_is_told(catalogue, monkeypatch):
    monkeypatch.setattr(build, "run", lambda command: (1, "django.po:5: no closing quote"))
    with pytest.raises(SystemExit, match=r"no closing quote\n.*mend the catalogue"):
        build.translations()


def test_a_catalogue_that_is_skipped_is_told(catalogue, monkeypatch):
    monkeypatch.setattr(build, "PYTHON", sys.executable)
    catalogue.write_text("#, fuzzy\n" + catalogue.read_text())
    with pytest.raises(SystemExit, match=r"marked as fuzzy, skipping\n.*mend the catalogue"):
        build.translations()


def test_static_files_are_collected_when_they_change(checkout, managed):
    def collect():
        build.static_files({})
        (checkout / "var/static/staticfiles.json").write_text("{}")
        return len(managed)

    assert collect() == 1
    assert collect() == 1
    (checkout / "core/static/js/site.js").write_text("1")
    assert collect() == 2
    (checkout / ".venv/requirements.txt.installed").write_text("another list")
    assert collect() == 3
    (checkout / "var/static/staticfiles.json").unlink()
    assert collect() == 4


def test_what_was_collected_is_no_source(checkout):
    (checkout / "var/static/site.css").write_text("a {}")
    names = [path.name for path in build.static_sources(checkout)]
    assert names == ["settings.py", "site.css"]


@pytest.mark.parametrize(
    ("demo", "expected"), [(True, ["migrate", "load_demo"]), (False, ["migrate"])]
)
def test_the_database(managed, demo, expected):
    build.database({}, demo)
    assert managed == expected


def test_a_failed_command_ends_everything(checkout, monkeypatch):
    monkeypatch.setattr(build, "PYTHON", sys.executable)
    (checkout / "manage.py").write_text("import sys; sys.exit('One sentence.')")
    with pytest.raises(SystemExit) as stop:
        build.manage("migrate", environment={})
    assert stop.value.code == 1
    (checkout / "manage.py").write_text("")
    build.manage("migrate", environment={})
