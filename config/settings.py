"""All settings, read from the environment. docs/settings.md describes each variable."""

import os
import re
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import phonenumbers
from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key

from core import db

BASE_DIR = Path(__file__).resolve().parent.parent


def text(name, default=""):
    return os.environ.get(name, "").strip() or default


def flag(name):
    value = text(name, "0").lower()
    if value not in {"0", "1", "false", "true", "no", "yes", "off", "on"}:
        raise ImproperlyConfigured(f"{name} is “{value}”; write 1 for yes or 0 for no.")
    return value in {"1", "true", "yes", "on"}


def words(name):
    return [part for part in re.split(r"[,\s]+", text(name)) if part]


def time_zone(name, default):
    zone = text(name, default)
    try:
        ZoneInfo(zone)
    except (ValueError, OSError, ZoneInfoNotFoundError) as error:
        raise ImproperlyConfigured(
            f"{name} is “{zone}”; write a name such as Europe/Moscow."
        ) from error
    return zone


def phone_region(name, default):
    region = text(name, default).upper()
    if region not in phonenumbers.SUPPORTED_REGIONS:
        raise ImproperlyConfigured(
            f"{name} is “{region}”; write a country’s two letters (ISO 3166-1), such as RU."
        )
    return region


def digits(name, default="", *, number=None):
    """Digits only; just so many of them, where a number is given and they are set."""
    value = text(name, default)
    if value and not re.fullmatch(rf"[0-9]{{{number or '1,'}}}", value):
        raise ImproperlyConfigured(f"{name} is “{value}”; write {number or 'only'} digits.")
    return value


def in_languages(name, **defaults):
    """One variable a language: CITY_NAME_RU, CITY_NAME_EN, CITY_NAME_NL."""
    return {
        language: text(f"{name}_{language.upper()}", default)
        for language, default in defaults.items()
    }


# The deployment. Without SECRET_KEY commands work; config/wsgi.py refuses to serve.
DEBUG = flag("DEBUG")
HTTP = flag("HTTP") or DEBUG
SECRET_KEY = text("SECRET_KEY") or get_random_secret_key()
ALLOWED_HOSTS = words("ALLOWED_HOSTS")
CSRF_TRUSTED_ORIGINS = words("CSRF_TRUSTED_ORIGINS")
DATABASES = {
    "default": db.database(text("DATABASE_URL", f"sqlite:///{BASE_DIR / 'var/register.sqlite3'}"))
}
TIME_ZONE = time_zone("TIME_ZONE", "Europe/Moscow")
SITE_URL = text("SITE_URL").rstrip("/")

# Whose register it is.
SITE_NAME = in_languages(
    "SITE_NAME",
    ru="Реестр международного сотрудничества Санкт-Петербурга",
    en="Register of International Cooperation of Saint Petersburg",
    nl="Register van internationale samenwerking van Sint-Petersburg",
)
CITY_NAME = in_languages(
    "CITY_NAME", ru="Санкт-Петербург", en="Saint Petersburg", nl="Sint-Petersburg"
)
COMMITTEE_NAME = in_languages(
    "COMMITTEE_NAME",
    ru="Комитет по внешним связям Санкт-Петербурга",
    en="Committee for External Relations of Saint Petersburg",
    nl="Comité voor externe betrekkingen van Sint-Petersburg",
)
# What may be done with the data, and who answers for them.
LICENCE_NAME = text("LICENCE_NAME", "Creative Commons Attribution 4.0 International (CC BY 4.0)")
LICENCE_URL = text("LICENCE_URL", "https://creativecommons.org/licenses/by/4.0/")
DATA_CONTACT_NAME = text("DATA_CONTACT_NAME")
DATA_CONTACT_PHONE = text("DATA_CONTACT_PHONE")
DATA_CONTACT_EMAIL = text("DATA_CONTACT_EMAIL")
ORGANISATION_INN = digits("ORGANISATION_INN", number=10)
PHONE_REGION = phone_region("PHONE_REGION", "RU")
PHONE_AREA_CODE = digits("PHONE_AREA_CODE", "812")
ACCESSIBILITY_EMAIL = text("ACCESSIBILITY_EMAIL")
ACCESSIBILITY_PHONE = text("ACCESSIBILITY_PHONE")

INSTALLED_APPS = [
    # Before the admin, which reads the translated fields while it starts.
    "modeltranslation",
    "config.apps.RegisterAdminConfig",
    "portal",
    "briefings",
    "events",
    "contacts",
    "cooperation",
    "core",
    "django.forms",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "csp",
    "django_countries",
    "django_htmx",
    "django_prose_editor",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "core.languages.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "core.readiness.DatabaseMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "core.context.register",
                "csp.context_processors.nonce",
            ],
        },
    },
]

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "admin:login"

# Languages: the source is Russian, the others translate it.
LANGUAGE_CODE = "ru"
LANGUAGES = [("ru", "Русский"), ("en", "English"), ("nl", "Nederlands")]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
USE_TZ = True
MODELTRANSLATION_DEFAULT_LANGUAGE = LANGUAGE_CODE
MODELTRANSLATION_FALLBACK_LANGUAGES = (LANGUAGE_CODE,)

# Static files.
STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "var/static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": (
            "django.contrib.staticfiles.storage.StaticFilesStorage"
            if DEBUG
            else "config.static.FingerprintedStorage"
        )
    },
}
WHITENOISE_USE_FINDERS = DEBUG

# A partner's form holds all its ties and directions, some thirty values each; the review of a note
# of half a megabyte some thousand events of a dozen values.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 60_000
# A note may be pasted, and its review sends all its texts; the desk's own limits are lower.
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 2**20

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Templates of the desk stand in for those of Django's widgets.
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# Security. HTTP=1 is for a trial without TLS.
SECURE_SSL_REDIRECT = not HTTP
SECURE_HSTS_SECONDS = 0 if HTTP else 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = not HTTP
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SESSION_COOKIE_SECURE = not HTTP
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 12 * 3600
CSRF_COOKIE_SECURE = not HTTP
CSRF_FAILURE_VIEW = "core.errors.csrf_failure"
X_FRAME_OPTIONS = "DENY"
if flag("BEHIND_PROXY"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# Public pages need no nonce; the admin's import map is inline and gets one.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        # The one inline style of django-prose-editor 0.28; a browser test says when it is another.
        "style-src": [SELF, "'sha256-PlumsSlvJ7vvWzjqibGAYKq92O3y/4JTxWWsWJvyUYA='"],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
