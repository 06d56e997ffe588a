from django.urls import path

from portal import views
from portal.opendata.views import DataPackage, DataPage

urlpatterns = [
    path("", views.Home.as_view(), name="home"),
    path("data/", DataPage.as_view(), name="data"),
    path("data/datapackage.json", DataPackage.as_view(), name="datapackage"),
    path("partners/<slug:slug>/", views.Dossier.as_view(), name="partner"),
]
