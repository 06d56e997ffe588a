"""What the site says while its database is not ready."""

import pytest
from django.db import OperationalError, ProgrammingError, connection
from django.db.migrations.executor import MigrationExecutor

from core import readiness
from core.readiness import BEHIND, DatabaseMiddleware, Gate, problem


@pytest.mark.django_db
def test_a_migrated_database_has_no_problem():
    assert problem() is None


@pytest.mark.django_db
def test_a_database_behind_the_code_is_told(monkeypatch):
    monkeypatch.setattr(MigrationExecutor, "migration_plan", lambda self, targets: ["one"])
    assert problem() == BEHIND


def test_a_database_that_is_away_is_told(monkeypatch):
    def away(connection):
        raise OperationalError("connection refused\nIs the server running?")

    monkeypatch.setattr(readiness, "MigrationExecutor", away)
    assert problem() == (
        "The database does not answer (connection refused). "
        "Check DATABASE_URL and that the server runs."
    )


class Site:
    """A WSGI application and what it answered."""

    def __init__(self):
        self.asked, self.status = 0, None

    def __call__(self, environ, start_response):
        self.asked += 1
        start_response("200 OK", [])
        return [b"site"]

    def start(self, status, headers):
        self.status, self.headers = status, dict(headers)


def test_the_gate_opens_once_the_database_is_ready(monkeypatch):
    site = Site()
    gate = Gate(site)
    answers = iter([BEHIND, None])
    monkeypatch.setattr(readiness, "problem", lambda: next(answers))
    monkeypatch.setattr(connection, "close", lambda: None)
    [page] = gate({}, site.start)
    assert site.status == "503 Service Unavailable"
    assert site.headers["Retry-After"] == "60"
    assert "Сайт временно недоступен" in page.decode()
    assert site.asked == 0
    assert gate({}, site.start) == [b"site"]
    assert gate({}, site.start) == [b"site"]
    assert site.asked == 2


def test_a_database_lost_on_the_way_gives_the_same_page(rf):
    middleware = DatabaseMiddleware(lambda request: None)
    response = middleware.process_exception(rf.get("/"), OperationalError("gone"))
    assert response.status_code == 503
    assert "The site is unavailable" in response.content.decode()
    assert middleware.process_exception(rf.get("/"), ValueError("ours")) is None
    assert middleware(rf.get("/")) is None


@pytest.mark.parametrize(("reason", "status"), [(BEHIND, 503), (None, None)])
def test_a_missing_table_is_told_where_the_database_is_behind(rf, monkeypatch, reason, status):
    monkeypatch.setattr(readiness, "problem", lambda: reason)
    middleware = DatabaseMiddleware(lambda request: None)
    response = middleware.process_exception(rf.get("/"), ProgrammingError("no such table"))
    assert getattr(response, "status_code", None) == status
