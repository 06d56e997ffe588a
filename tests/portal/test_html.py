"""The HTML of every kind of page, as the Nu HTML checker sees it."""

import json
import subprocess

import pytest

from tests.pages import LANGUAGES, PAGES, make_edge_cases
from tools import html_checker

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.pages,
    pytest.mark.skipif(html_checker.find() is None, reason=html_checker.HOW_TO_GET_IT),
]


def checked(folder):
    """What the checker says of the files of a folder: rows (file, line, message), errors only."""
    command = [*html_checker.find(), "--format", "json", "--exit-zero-always", str(folder)]
    output = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    return [
        (message["url"].rpartition("/")[2], message.get("lastLine"), message["message"])
        for message in json.loads(output)["messages"]
        if message["type"] != "info"
    ]


def test_every_page_is_valid_html(client, demo, tmp_path):
    make_edge_cases()
    for language in LANGUAGES:
        for number, (path, status) in enumerate(PAGES.items()):
            response = client.get(f"/{language}/{path}")
            assert (path, response.status_code) == (path, status)
            (tmp_path / f"{language}-{number}.html").write_bytes(response.content)
    assert checked(tmp_path) == []


def test_the_checker_finds_a_fault(tmp_path):
    page = '<!doctype html><html lang="en"><title>x</title><p><div>text</div></p></html>'
    (tmp_path / "page.html").write_text(page)
    assert [(file, line) for file, line, _ in checked(tmp_path)] == [("page.html", 1)]
