"""The static files as production serves them."""

import gzip
import json
import re

import pytest
from django.conf import settings as configured
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command
from django.test import override_settings

TEMPLATES = configured.BASE_DIR / "templates"
NAMED = re.compile(r"""{%\s*static\s+['"]([^'"]+)['"]""")


@pytest.fixture(scope="module")
def collected(tmp_path_factory):
    root = tmp_path_factory.mktemp("static")
    production = {"BACKEND": "config.static.FingerprintedStorage"}
    with override_settings(
        STATIC_ROOT=root, STORAGES=configured.STORAGES | {"staticfiles": production}
    ):
        call_command("collectstatic", interactive=False, verbosity=0)
        yield root


def test_every_file_that_a_template_names_is_there(collected):
    manifest = json.loads((collected / "staticfiles.json").read_text())["paths"]
    named = {
        name
        for template in TEMPLATES.rglob("*.html")
        for name in NAMED.findall(template.read_text(encoding="utf-8"))
    }
    assert named - manifest.keys() == set()
    assert "css/site.css" in named


def test_files_are_fingerprinted_and_compressed(collected):
    name = staticfiles_storage.stored_name("css/site.css")
    assert re.fullmatch(r"css/site\.[0-9a-f]{12}\.css", name)
    assert (collected / f"{name}.br").exists()


def test_django_s_form_styles_import_nothing(collected):
    style = (collected / staticfiles_storage.stored_name("admin/css/forms.css")).read_text()
    assert "@import" not in style
    assert ".form-row" in style


def test_the_site_s_style_sheet_holds_those_it_imports(collected):
    style = (collected / staticfiles_storage.stored_name("css/site.css")).read_text()
    assert "@import" not in style
    ours = configured.BASE_DIR / "static/css"
    # The sheet of a written note stands alone: in the note's page, and inside the file of a PDF.
    alone = {"site.css", "note.css"}
    sheets = [path for path in ours.rglob("*.css") if path.name not in alone]
    assert {path.name for path in sheets if path.read_text() not in style} == set()


@pytest.mark.django_db
def test_the_first_view_of_the_event_list_is_light(collected, client, demo):
    """At most 60 KB over the wire, compressed, and at most 8 requests, none to another host."""
    page = client.get("/ru/events/", headers={"accept-encoding": "gzip"})
    assert page["Content-Encoding"] == "gzip"
    html = gzip.decompress(page.content).decode()
    wanted = re.findall(r'<(?:link rel="(?:icon|stylesheet)"|script|img)[^>]*?"(/[^"]+)"', html)
    assert "/display.css" in wanted
    sizes = [len(page.content)]
    for address in wanted:
        file = collected / address.removeprefix("/static/")
        packed = file.with_name(f"{file.name}.br")
        if address == "/display.css":
            sizes.append(len(client.get(address).content))
        else:
            sizes.append((packed if packed.exists() else file).stat().st_size)
    assert len(sizes) <= 8
    assert sum(sizes) <= 60 * 1024
    assert re.findall(r'(?:src|stylesheet" href)="(?:https?:)?//', html) == []
