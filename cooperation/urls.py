from django.urls import path, re_path

from cooperation import views

urlpatterns = [
    path("partners/", views.PartnerList.as_view(), name="partners"),
    re_path(r"^partners\.(?P<format>[a-z]+)$", views.PartnerList.as_view(), name="partners-file"),
    path("directions/", views.DirectionList.as_view(), name="directions"),
    re_path(
        r"^directions\.(?P<format>[a-z]+)$", views.DirectionList.as_view(), name="directions-file"
    ),
]
