from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

from cooperation.sectors import make_sectors


class CooperationConfig(AppConfig):
    name = "cooperation"
    verbose_name = _("cooperation")

    def ready(self):
        post_migrate.connect(make_sectors, sender=self, dispatch_uid="cooperation.make_sectors")
