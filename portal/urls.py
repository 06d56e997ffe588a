from django.urls import path

from portal import views
from portal.display import DisplayView

urlpatterns = [
    path("", views.Home.as_view(), name="home"),
    path("display/", DisplayView.as_view(), name="display"),
    path("accessibility/", views.Accessibility.as_view(), name="accessibility"),
    path("partners/<slug:slug>/", views.Dossier.as_view(), name="partner"),
]
