from django.urls import path

from portal import search, views

urlpatterns = [
    path("", views.Home.as_view(), name="home"),
    path("search/", search.Search.as_view(), name="search"),
    path("partners/<slug:slug>/", views.Dossier.as_view(), name="partner"),
]
