"""Everything that differs between SQLite and PostgreSQL. No other file names a vendor."""

import re
from functools import lru_cache
from pathlib import Path

import dj_database_url
from django.core.exceptions import ImproperlyConfigured
from django.db import connections, transaction
from django.db.models import Aggregate, CharField, F, Func, OuterRef, Subquery, TextField, Value
from django.db.models.functions import Cast, Coalesce, Lower, NullIf, Replace

SQLITE = {
    # A reader must never make a writer fail: WAL, a write lock taken at the start, a wait.
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
}


def database(url):
    """Django's settings of one database from an address such as ``postgres://user:pw@host/name``.

    Raises ImproperlyConfigured with one sentence when the address is not understood.
    """
    try:
        settings = dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True)
    except (ValueError, KeyError) as error:
        raise ImproperlyConfigured(
            "DATABASE_URL is not understood; write sqlite:////path/to/file "
            "or postgres://user:password@host:5432/name."
        ) from error
    engine = settings["ENGINE"].rpartition(".")[2]
    if engine not in {"sqlite3", "postgresql"}:
        raise ImproperlyConfigured(
            f"DATABASE_URL names {engine}; the register runs on sqlite:// or postgres://."
        )
    if engine == "sqlite3":
        try:
            Path(settings["NAME"]).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ImproperlyConfigured(
                f"DATABASE_URL names a folder that cannot be made: {error.strerror}."
            ) from error
        settings["OPTIONS"] = SQLITE
        settings["TEST"] = {"NAME": settings["NAME"] + ".test"}
    return settings


@lru_cache(maxsize=256)
def _like_pattern(pattern, escape):
    """The regular expression that means the same as an SQL LIKE pattern."""
    out, escaped = [], False
    for char in pattern:
        if escaped or char not in {"%", "_", escape}:
            out.append(re.escape(char))
            escaped = False
        elif char == escape:
            escaped = True
        else:
            out.append("." if char == "_" else ".*")
    return re.compile("".join(out), re.DOTALL | re.IGNORECASE)


def _like(pattern, text, escape=None):
    if pattern is None or text is None:
        return None
    return _like_pattern(str(pattern), escape).fullmatch(str(text)) is not None


def _lower(text):
    return text.lower() if isinstance(text, str) else text


def _upper(text):
    return text.upper() if isinstance(text, str) else text


def is_there(connection):
    """Whether a database may be asked: to ask for an SQLite file that is not there makes it."""
    return connection.vendor != "sqlite" or Path(connection.settings_dict["NAME"]).exists()


def teach_cyrillic(connection, **kwargs):
    """SQLite's LIKE, LOWER and UPPER know ASCII letters only; receiver of connection_created."""
    if connection.vendor != "sqlite":
        return
    create = connection.connection.create_function
    create("like", 2, _like, deterministic=True)
    create("like", 3, _like, deterministic=True)
    create("lower", 1, _lower, deterministic=True)
    create("upper", 1, _upper, deterministic=True)


class _ByteOrder(Func):
    """Compares by code point, as SQLite does by itself, whatever the database's locale."""

    template = "%(expressions)s"

    def as_postgresql(self, compiler, connection, **context):
        return self.as_sql(compiler, connection, template='%(expressions)s COLLATE "C"', **context)


def alphabetical(*fields):
    """An expression that orders Russian, English and Dutch names alike on both databases.

    fields: the first of them that is filled counts. By code point «ё» stands after «я»; here it
    stands with «е».
    """
    filled = Coalesce(*[NullIf(F(field), Value("")) for field in fields], Value(""))
    return _ByteOrder(Replace(Lower(filled), Value("ё"), Value("е")), output_field=CharField())


class _Joined(Aggregate):
    output_field = TextField()

    def as_sqlite(self, compiler, connection, **context):
        return self.as_sql(compiler, connection, function="GROUP_CONCAT", **context)

    def as_postgresql(self, compiler, connection, **context):
        return self.as_sql(compiler, connection, function="STRING_AGG", **context)


def joined_ids(relation):
    """An annotation: the ids that a many-to-many field points at, as text such as ``12,7``.

    relation: the field's descriptor, ``Event.partners``. NULL where it points at none.
    The order within the text is not defined.
    """
    field = relation.field
    through = relation.through
    source, target = field.m2m_field_name(), field.m2m_reverse_field_name()
    rows = (
        through.objects.filter(**{source: OuterRef("pk")})
        .order_by()
        .values(source)
        .annotate(joined=_Joined(Cast(f"{target}_id", TextField()), Value(",")))
    )
    return Subquery(rows.values("joined"), output_field=TextField())


def streamed(queryset, chunk_size=2000):
    """The rows of a queryset one by one, from one query, in constant memory.

    PostgreSQL keeps a cursor open only inside a transaction: outside one it first materialises
    everything. SQLite must not be in one: it would hold the write lock until the last row is sent.
    """
    if connections[queryset.db].vendor == "postgresql":
        with transaction.atomic(using=queryset.db):
            yield from queryset.iterator(chunk_size=chunk_size)
    else:
        yield from queryset.iterator(chunk_size=chunk_size)
