"""The documents say what the code is: settings, columns, models, commands, links."""

import ast
import importlib
import re

import pytest
from babel.messages.pofile import read_po
from django.apps import apps
from django.conf import settings
from django.utils.translation import override

from core.dates import DateError, PartialDate
from core.tables import Column
from tools import start

ROOT = settings.BASE_DIR
APPS = ["cooperation", "events", "contacts", "briefings"]
CODE = ["config", "core", *APPS, "portal", "tools"]
DOCUMENTS = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]

READERS = {"text", "flag", "words", "time_zone", "phone_region", "digits", "in_languages"}
GETTERS = {"get", "setdefault"}
ENVIRONMENTS = {"environ", "environment", "given"}
MADE_BY_MAKE = {"MAKEFILE_LIST"}


def tables(document):
    """The tables of a document by the heading above them: rows of cells, without their heads."""
    found, heading, inside = {}, "", False
    for line in (ROOT / document).read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            heading = line.lstrip("# ").replace("`", "")
        if not line.startswith("|"):
            inside = False
        elif line.startswith("|---"):
            inside = True
        elif inside:
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            found.setdefault(heading, []).append(cells)
    return found


def code_of(cell):
    """What stands between the backticks of a cell."""
    return cell.strip("`")


# Settings


def is_environment(node):
    """Whether an expression is the environment, or what a function of tools/ calls so."""
    return getattr(node, "attr", getattr(node, "id", None)) in ENVIRONMENTS


def _is_text(node):
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def named_by(node):
    """The name of the variable that a call or a subscript reads, with how it is read; or None."""
    if isinstance(node, ast.Call) and node.args and _is_text(node.args[0]):
        called, name = node.func, node.args[0].value
        if isinstance(called, ast.Name) and called.id in READERS:
            return called.id, name
        if isinstance(called, ast.Attribute) and called.attr in GETTERS:
            return (called.attr, name) if is_environment(called.value) else None
        if isinstance(called, ast.Attribute) and called.attr == "getenv":
            return called.attr, name
    is_read = isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load)
    if is_read and is_environment(node.value) and _is_text(node.slice):
        return "[]", node.slice.value
    return None


def variables_of(source):
    """The environment variables that a Python source reads."""
    for node in ast.walk(ast.parse(source)):
        how, name = named_by(node) or (None, None)
        if how == "in_languages":
            yield from (f"{name}_{keyword.arg.upper()}" for keyword in node.keywords)
        elif how:
            yield name


def variables_of_make(makefile):
    """The variables that a Makefile takes from outside."""
    own = set(re.findall(r"^([A-Z_]+)\s*:?=", makefile, re.MULTILINE))
    used = set(re.findall(r"(?<!\$)\$[({]([A-Z_]+)[)}]", makefile))
    offered = set(re.findall(r"^([A-Z_]+)\s*\?=", makefile, re.MULTILINE))
    return (used - own | offered) - MADE_BY_MAKE


def variables_read():
    files = [ROOT / "manage.py", *(path for room in CODE for path in ROOT.glob(f"{room}/**/*.py"))]
    found = {name for path in files for name in variables_of(path.read_text(encoding="utf-8"))}
    return found | variables_of_make((ROOT / "Makefile").read_text(encoding="utf-8"))


def test_each_way_of_reading_a_variable_is_seen():
    source = """
text("A"), flag("B"), words("C"), in_languages("D", ru="x", nl="y")
os.environ.get("E"), os.environ["F"], os.getenv("G"), given.get("H"), environ.setdefault("I", "")
environment["SET"] = "1"
DATABASE["NAME"], request.META.get("HTTP_HOST")
"""
    assert "".join(sorted(variables_of(source))) == "ABCD_NLD_RUEFGHI"
    assert variables_of_make("A ?= 1\nB = $(A) $(C) $${D}\n\t$(B)\n") == {"A", "C"}


def test_settings_lists_the_variables_that_the_code_reads():
    rows = [row for table in tables("docs/settings.md").values() for row in table]
    listed = [code_of(row[0]) for row in rows]
    assert len(listed) == len(set(listed))
    assert set(listed) == variables_read()


# Columns


def column_lists():
    """Every list of columns in a tables.py, by its name: ``EVENT_COLUMNS``."""
    found = {}
    for path in ROOT.glob("*/tables.py"):
        if path.parent.name != "core":
            module = importlib.import_module(f"{path.parent.name}.tables")
            own = {name: value for name, value in vars(module).items() if name.endswith("_COLUMNS")}
            found |= own
    return found


def documented_as():
    """The heading in docs/data.md of each list of columns, with the names that stand there.

    What the desk adds to a public file stands alone, under a heading of its own.
    """
    lists = column_lists()
    for name, columns in lists.items():
        assert all(isinstance(column, Column) for column in columns)
        names = [column.name for column in columns]
        file = f"{name.partition('_')[0].lower()}s.csv"
        if not name.endswith("_STAFF_COLUMNS"):
            yield file, names
            continue
        public = [c.name for c in lists.get(name.replace("_STAFF", ""), [])]
        assert names[: len(public)] == public
        yield f"{file} of the desk", names[len(public) :]


def test_data_lists_the_columns_of_each_file_in_their_order():
    listed = {
        heading: [code_of(row[0]) for row in rows]
        for heading, rows in tables("docs/data.md").items()
        if ".csv" in heading
    }
    assert listed == dict(documented_as())


def meaning(column):
    """What the document says of a public column: its description, and the codes it may hold."""
    codes = ", ".join(f"`{code}`" for code in column.constraints.get("enum", ()))
    return f"{column.description}: {codes}" if codes else str(column.description)


def test_data_says_of_each_public_column_what_the_site_says():
    documented = tables("docs/data.md")
    for name, columns in column_lists().items():
        if not name.endswith("_STAFF_COLUMNS"):
            rows = documented[f"{name.partition('_')[0].lower()}s.csv"]
            with override("en"):
                assert [row[1] for row in rows] == [meaning(column) for column in columns]


def test_each_column_has_a_meaning():
    for heading, rows in tables("docs/data.md").items():
        assert all(row[1] for row in rows if ".csv" in heading)


def test_data_says_that_the_bounds_are_not_the_day():
    text = " ".join((ROOT / "docs/data.md").read_text(encoding="utf-8").split())
    assert "the first and the last day that the date may mean, never the day itself" in text


# Words


def records():
    return {code_of(row[0]): row for row in tables("docs/glossary.md")["Records"]}


def models():
    return {
        model.__name__: model
        for app in [*APPS, "briefings"]
        for model in apps.get_app_config(app).get_models()
    }


def test_the_glossary_lists_the_models_and_none_besides():
    assert set(records()) == set(models())


@pytest.mark.parametrize(("language", "column"), [("ru", 1), ("nl", 3)])
def test_the_glossary_calls_models_as_the_pages_do(language, column):
    catalogue = ROOT / f"locale/{language}/LC_MESSAGES/django.po"
    with catalogue.open("rb") as file:
        words = read_po(file)
    for name, row in records().items():
        with override("en"):
            label = str(models()[name]._meta.verbose_name)
        assert row[2] == label
        assert row[column] == words.get(label).string


# Dates


def dates(heading_row):
    """The dates between backticks in a table of docs/desk.md, by column."""
    rows = tables("docs/desk.md")["Какие даты понимает поле"]
    rows = [row for row in rows if len(row) == len(heading_row)]
    return {
        head: [date for row in rows for date in re.findall(r"`([^`]+)`", row[place])]
        for place, head in enumerate(heading_row)
    }


def test_the_desk_understands_the_dates_that_its_guide_names():
    understood = dates(["write", "means"])["write"] + dates(["not", "why", "write"])["write"]
    assert [str(PartialDate.parse(text)) for text in understood]


@pytest.mark.parametrize("text", dates(["not", "why", "write"])["not"])
def test_the_desk_refuses_the_dates_that_its_guide_warns_of(text):
    with pytest.raises(DateError):
        PartialDate.parse(text)


# Commands and links


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_each_make_command_exists(document):
    code = re.findall(
        r"`[^`]+`|^```$.+?^```$", document.read_text("utf-8"), re.DOTALL | re.MULTILINE
    )
    named = {
        target
        for part in code
        for target in re.findall(r"(?:^|`)make ([a-z]+)", part, re.MULTILINE)
    }
    assert named <= {"help", *start.TARGETS}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_each_link_leads_to_a_file(document):
    links = re.findall(r"\]\((?!https?:)([^)#]+)[^)]*\)", document.read_text("utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []
