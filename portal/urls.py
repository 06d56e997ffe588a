from django.urls import path

from portal import search, views
from portal.display import DisplayView
from portal.opendata.views import DataPackage, DataPage

urlpatterns = [
    path("", views.Home.as_view(), name="home"),
    path("display/", DisplayView.as_view(), name="display"),
    path("accessibility/", views.Accessibility.as_view(), name="accessibility"),
    path("search/", search.Search.as_view(), name="search"),
    path("data/", DataPage.as_view(), name="data"),
    path("data/datapackage.json", DataPackage.as_view(), name="datapackage"),
    path("partners/<slug:slug>/", views.Dossier.as_view(), name="partner"),
]
