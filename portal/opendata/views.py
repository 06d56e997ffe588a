"""The open data page and the descriptions of the data for programs."""

import csv
import datetime
import io
import re

from django.conf import settings
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import override
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import TemplateView, View

from core.formats import offers
from core.head import site_root
from core.languages import SOURCE
from core.structured import dataset as structured_dataset
from core.tables import cell, csv_response
from core.tables.properties import in_languages
from portal.opendata.datasets import dataset, datasets
from portal.opendata.openapi import openapi
from portal.opendata.package import package
from portal.opendata.passport import (
    data_name,
    identifier,
    passport,
    registry,
    structure,
    structure_name,
)

JSON = "application/json; charset=utf-8"


class DataPage(TemplateView):
    """Terms of use, what there is and since when, and every column in three languages."""

    template_name = "portal/data.html"
    extra_context = {"section": "data"}

    def get_context_data(self, **kwargs):
        known = datasets()
        return super().get_context_data(
            datasets=[self.described(dataset) for dataset in known],
            structured=[self.structured(dataset) for dataset in known],
            licence={"name": settings.LICENCE_NAME, "url": settings.LICENCE_URL},
            contact={
                "name": settings.DATA_CONTACT_NAME,
                "phone": settings.DATA_CONTACT_PHONE,
                "email": settings.DATA_CONTACT_EMAIL,
            },
            organisation=settings.ORGANISATION_INN,
            **kwargs,
        )

    def structured(self, dataset):
        """The data set for search engines (schema.org/Dataset)."""
        files = offers(self.request, dataset.name, dataset.list.formats, "")
        changed = {"dateModified": dataset.day.isoformat()} if dataset.changed else {}
        return structured_dataset(
            site_root(self.request),
            name=dataset.list.title,
            description=dataset.list.about,
            path=reverse(dataset.name),
            files=[(offer.format.media_type, offer.path) for offer in files],
            license=settings.LICENCE_URL,
            **changed,
        )

    def described(self, dataset):
        return {
            "dataset": dataset,
            "files": in_languages(
                lambda: list(offers(self.request, dataset.name, dataset.list.formats, ""))
            ),
            "columns": [
                (column, in_languages(lambda column=column: str(column.description)))
                for column in dataset.list.columns
            ],
            "identifier": identifier(dataset),
            "passport": ["meta", structure_name(dataset), data_name(dataset)],
        }


@method_decorator(csrf_exempt, name="dispatch")
class DataView(View):
    """Something for programs: open to scripts of other sites, in one language (None: the page's).

    A form sent to it is refused for its method (405), not for its token (403).
    """

    language = None

    def dispatch(self, request, *args, **kwargs):
        with override(self.language or request.LANGUAGE_CODE):
            response = super().dispatch(request, *args, **kwargs)
        response["Access-Control-Allow-Origin"] = "*"
        response["Content-Language"] = self.language or request.LANGUAGE_CODE
        return response


class DataPackage(DataView):
    def get(self, request):
        return JsonResponse(
            package(site_root(request)),
            json_dumps_params={"ensure_ascii": False},
            content_type=JSON,
        )


class OpenAPI(DataView):
    language = "en"

    def get(self, request):
        return JsonResponse(openapi(), json_dumps_params={"ensure_ascii": False}, content_type=JSON)


class OpenDataView(DataView):
    """A file of the Russian form. Without the organisation's number there is none."""

    language = SOURCE

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        if not settings.ORGANISATION_INN:
            raise Http404("ORGANISATION_INN")

    def found(self, name):
        """The data set named as in ``7800000000-events``; 404 if there is none."""
        number, _dash, name = name.partition("-")
        found = dataset(name) if number == settings.ORGANISATION_INN else None
        if found is None:
            raise Http404(name)
        return found

    def table(self, name, rows):
        text = io.StringIO(newline="")
        csv.writer(text, lineterminator="\r\n").writerows([map(cell, row) for row in rows])
        response = HttpResponse(text.getvalue(), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
        return response


class Registry(OpenDataView):
    def get(self, request):
        return self.table("list", registry(datasets(), site_root(request)))


class Passport(OpenDataView):
    def get(self, request, name):
        return self.table("meta", passport(self.found(name), site_root(request)))


class Structure(OpenDataView):
    def get(self, request, name, file):
        found = self.found(name)
        if file != structure_name(found):
            raise Http404(file)
        return self.table(file, structure(found))


class Data(OpenDataView):
    """The data of today. An earlier day leads to them: the passport was read before a change."""

    def get(self, request, name, file):
        found = self.found(name)
        current = data_name(found)
        if file == current:
            response = csv_response(
                found.name,
                found.list.columns,
                found.list.rows(found.list.records()),
                root=site_root(request),
            )
            response["Content-Disposition"] = f'attachment; filename="{file}.csv"'
            return response
        day = re.fullmatch(rf"data-([0-9]{{8}})-{structure_name(found)}", file)
        if not (day and _is_before(day[1], found.day)):
            raise Http404(file)
        return redirect(f"/opendata/{name}/{current}.csv")


def _is_before(text, day):
    try:
        return datetime.datetime.strptime(text, "%Y%m%d").date() < day
    except ValueError:
        return False
