"""The site as a WSGI application (PEP 3333)."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

from core.readiness import Gate

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

if not os.environ.get("SECRET_KEY", "").strip():
    sys.exit(
        "SECRET_KEY is not set: give the server a long random text in this environment variable, "
        "for example from: python -c 'import secrets; print(secrets.token_urlsafe(50))'"
    )

try:
    application = Gate(get_wsgi_application())
except ImproperlyConfigured as error:
    sys.exit(f"The configuration is not right: {error}")
