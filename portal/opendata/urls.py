"""Addresses that are the same in every language."""

from django.urls import path, re_path
from django.views.generic import RedirectView

from portal.opendata import views

SET = r"^opendata/(?P<name>[0-9]+-[a-z]+)"

urlpatterns = [
    path("api/openapi.json", views.OpenAPI.as_view(), name="openapi"),
    path("opendata/", RedirectView.as_view(url="/ru/data/"), name="opendata"),
    path("opendata/list.csv", views.Registry.as_view(), name="opendata-list"),
    re_path(r"^opendata/[0-9]+-(?P<name>[a-z]+)/$", RedirectView.as_view(url="/ru/data/#%(name)s")),
    re_path(rf"{SET}/meta\.csv$", views.Passport.as_view(), name="opendata-meta"),
    re_path(rf"{SET}/(?P<file>structure-[0-9]{{8}})\.csv$", views.Structure.as_view()),
    re_path(rf"{SET}/(?P<file>data-[0-9]{{8}}-structure-[0-9]{{8}})\.csv$", views.Data.as_view()),
]
