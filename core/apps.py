from django.apps import AppConfig
from django.db.backends.signals import connection_created

from core.db import plan_plainly, teach_cyrillic


class CoreConfig(AppConfig):
    name = "core"

    def ready(self):
        # No model may be defined before now, and this defines an abstract one.
        from core.search.writing import connect

        connection_created.connect(teach_cyrillic, dispatch_uid="core.db.teach_cyrillic")
        connection_created.connect(plan_plainly, dispatch_uid="core.db.plan_plainly")
        connect()
