"""The open data in the form that Russian authorities publish theirs in.

«Методические рекомендации по публикации открытых данных государственными органами и органами
местного самоуправления», version 3.0, of 29 May 2014: the register of data sets (list), the
passport of each (meta), its structure and its data, each a CSV.
"""

from django.conf import settings
from django.db.models import Min
from django.utils import timezone
from django.utils.translation import override

STANDARD = "http://opendata.gosmonitor.ru/standard/3.0"
DATE = "%Y%m%d"


def identifier(dataset):
    return f"{settings.ORGANISATION_INN}-{dataset.name}"


def structure_name(dataset):
    return f"structure-{dataset.list.structure:{DATE}}"


def data_name(dataset):
    return f"data-{dataset.day:{DATE}}-{structure_name(dataset)}"


def registry(datasets, root):
    """Rows of list.csv: every data set with the address of its passport."""
    yield ["property", "title", "value", "format"]
    yield ["standardversion", "Версия методических рекомендаций", STANDARD, ""]
    for dataset in datasets:
        address = f"{root}/opendata/{identifier(dataset)}/meta.csv"
        yield [identifier(dataset), str(dataset.list.title), address, "csv"]


def _created(dataset):
    records = dataset.list.model.objects.public().order_by()
    first = records.aggregate(first=Min("created_at"))["first"]
    return timezone.localdate(first) if first else dataset.list.structure


def passport(dataset, root):
    """Rows of meta.csv: what the data set is, who answers for it, and where its files are.

    The files are made when they are asked for, so they are true today (valid).
    """
    folder = f"{root}/opendata/{identifier(dataset)}"
    committee = settings.COMMITTEE_NAME["ru"]
    data, structure = data_name(dataset), structure_name(dataset)
    return [
        ["property", "value"],
        ["standardversion", STANDARD],
        ["identifier", identifier(dataset)],
        ["title", str(dataset.list.title)],
        ["description", str(dataset.list.about)],
        ["creator", committee],
        ["created", f"{_created(dataset):{DATE}}"],
        ["modified", f"{dataset.day:{DATE}}"],
        ["subject", f"международное сотрудничество, города-побратимы, {dataset.list.title}"],
        ["format", "csv"],
        ["provenance", "Добавлены или изменены записи реестра"],
        ["valid", f"{timezone.localdate():{DATE}}"],
        ["publishername", settings.DATA_CONTACT_NAME or committee],
        ["publisherphone", settings.DATA_CONTACT_PHONE],
        ["publishermbox", settings.DATA_CONTACT_EMAIL],
        [data, f"{folder}/{data}.csv"],
        [structure, f"{folder}/{structure}.csv"],
    ]


def structure(dataset):
    """Rows of the structure: what each column is, in English and in Russian."""
    yield ["field name", "english description", "russian description", "format"]
    for column in dataset.list.columns:
        with override("en"):
            english = str(column.description)
        yield [column.name, english, str(column.description), column.type]
