"""Everything that differs between SQLite and PostgreSQL. No other file names a vendor."""

import re
from functools import lru_cache
from pathlib import Path

import dj_database_url
from django.core.exceptions import ImproperlyConfigured
from django.db import connections, transaction
from django.db.models import (
    Aggregate,
    CharField,
    F,
    Func,
    Lookup,
    OuterRef,
    Subquery,
    TextField,
    Value,
)
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
    if engine == "postgresql" and not settings["NAME"]:
        raise ImproperlyConfigured(
            "DATABASE_URL names no database; write postgres://user:password@host:5432/name."
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


def plan_plainly(connection, **kwargs):
    """PostgreSQL would compile each search, as it looks costly; receiver of connection_created.

    Compiling takes longer than the search itself.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET jit = off")


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


class HoldsAny(Lookup):
    """``search__holds_any=["порт", …]``: the column, tokens set apart by spaces, has one of them.

    Tokens are letters, digits and dots in the middle of the line; one that ends with ``*`` stands
    for all that begin so. PostgreSQL looks into a GIN index, SQLite into an FTS5 table that
    triggers keep; both are made by ``install_token_index``. Neither says anything of the order.
    """

    lookup_name = "holds_any"
    prepare_rhs = False

    def as_sql(self, compiler, connection):
        quote = connection.ops.quote_name
        table, key = (quote(part) for part in _table_and_key(self.lhs.target.model))
        of_row = f"{compiler.quote_name_unless_alias(self.lhs.alias)}.{key}"
        if connection.vendor == "postgresql":
            column = _token_vector(quote(self.lhs.target.column))
            sql = f"{of_row} IN (SELECT {key} FROM {table} WHERE {column} @@ %s::tsquery)"
            return sql, [" | ".join(_quoted(token, "'", ":*") for token in self.rhs)]
        index = quote(_token_table(self.lhs.target))
        sql = f"{of_row} IN (SELECT rowid FROM {index} WHERE {index} MATCH %s)"
        return sql, [" OR ".join(_quoted(token, '"', "*") for token in self.rhs)]


def _quoted(token, quote, prefix):
    return f"{quote}{token[:-1]}{quote}{prefix}" if token[-1] == "*" else quote + token + quote


def _token_vector(column):
    return f"search_tokens({column})"


# Not in SQL, which would be put in its place: the planner is to know that reading a column costs
# far more than looking into the index, even where half of the records hold the word.
_SEARCH_TOKENS = """
CREATE OR REPLACE FUNCTION search_tokens(tokens text) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 100000
AS $$ BEGIN RETURN array_to_tsvector(string_to_array(tokens, ' ')); END $$
"""


def _table_and_key(model):
    return model._meta.db_table, model._meta.pk.column


def _token_table(field):
    return f"{field.model._meta.db_table}_{field.column}"


def install_token_index(connection, field):
    """Make the index that ``HoldsAny`` looks into, if it is not there; said again, it does nothing.

    A migration that alters a table on SQLite drops its triggers: they are made again here, and what
    they missed is read anew.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            _install_gin(connection, cursor, field)
        else:
            _install_fts5(connection, cursor, field)


def _install_gin(connection, cursor, field):
    quote = connection.ops.quote_name
    table, _key = _table_and_key(field.model)
    cursor.execute(_SEARCH_TOKENS)
    cursor.execute(
        f"CREATE INDEX IF NOT EXISTS {quote(_token_table(field))} ON {quote(table)} "
        f"USING gin ({_token_vector(quote(field.column))})"
    )


def _install_fts5(connection, cursor, field):
    quote = connection.ops.quote_name
    name = _token_table(field)
    table, key = _table_and_key(field.model)
    index, rows, column, rowid = (quote(part) for part in (name, table, field.column, key))
    into = f"INSERT INTO {index}"
    old = f"{into}({index}, rowid, {column}) VALUES ('delete', old.{rowid}, old.{column})"
    new = f"{into}(rowid, {column}) VALUES (new.{rowid}, new.{column})"
    triggers = {
        f"{name}_insert": f"AFTER INSERT ON {rows} BEGIN {new}; END",
        f"{name}_delete": f"AFTER DELETE ON {rows} BEGIN {old}; END",
        f"{name}_update": f"AFTER UPDATE OF {rowid}, {column} ON {rows} "
        f"WHEN old.{column} IS NOT new.{column} OR old.{rowid} <> new.{rowid} "
        f"BEGIN {old}; {new}; END",
    }
    wanted = [name, *triggers]
    cursor.execute(
        f"SELECT name FROM sqlite_master WHERE name IN ({','.join(['%s'] * len(wanted))})", wanted
    )
    there = {row[0] for row in cursor.fetchall()}
    if there == set(wanted):
        return
    # The ascii tokenizer splits at spaces and leaves every other letter as it is.
    cursor.execute(
        f"CREATE VIRTUAL TABLE IF NOT EXISTS {index} USING fts5({column}, content={rows}, "
        f"content_rowid={rowid}, tokenize='ascii', detail='none', columnsize=0)"
    )
    for trigger, what in triggers.items():
        cursor.execute(f"CREATE TRIGGER IF NOT EXISTS {quote(trigger)} {what}")
    cursor.execute(f"{into}({index}) VALUES ('rebuild')")
