"""What the site says while its database is not to be had or is behind the code."""

import logging

from django.db import DatabaseError, InterfaceError, OperationalError, ProgrammingError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpResponse
from django.template.loader import render_to_string

log = logging.getLogger(__name__)

RETRY_AFTER = "60"
BEHIND = "The database is behind the code. Run: python manage.py migrate"
UNREACHABLE = "The database does not answer (%s). Check DATABASE_URL and that the server runs."


def problem():
    """One sentence about what keeps the database from serving the site, or None."""
    try:
        executor = MigrationExecutor(connection)
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except (DatabaseError, InterfaceError) as error:
        return UNREACHABLE % str(error).strip().partition("\n")[0]
    return BEHIND if plan else None


def unavailable():
    """The page of a site that is not ready (503), in all languages, made without the database."""
    response = HttpResponse(render_to_string("503.html"), status=503)
    response["Retry-After"] = RETRY_AFTER
    response["Cache-Control"] = "no-store"
    return response


class Gate:
    """A WSGI application that lets requests through once the database is ready.

    Until then each request looks again and gets the page that says so; the reason is logged.
    """

    def __init__(self, application):
        self.application = application
        self.is_ready = False

    def __call__(self, environ, start_response):
        if not self.is_ready:
            reason = problem()
            connection.close()
            if reason:
                log.error(reason)
                response = unavailable()
                start_response("503 Service Unavailable", list(response.items()))
                return [response.content]
            self.is_ready = True
        return self.application(environ, start_response)


class DatabaseMiddleware:
    """Answers with the same page when the database goes away while the site runs."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if isinstance(exception, OperationalError | InterfaceError):
            reason = UNREACHABLE % str(exception).strip().partition("\n")[0]
        elif isinstance(exception, ProgrammingError):
            # A table or a column that is not there; or else a fault of ours.
            reason = problem()
        else:
            reason = None
        if reason is None:
            return None
        log.error(reason)
        return unavailable()
