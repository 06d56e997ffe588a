from django.urls import path

from portal import views

urlpatterns = [
    path("", views.Home.as_view(), name="home"),
    path("partners/<slug:slug>/", views.Dossier.as_view(), name="partner"),
]
