"""Departments and the people who answer for partners and sectors."""

from django.contrib import admin
from django.db.models import F, Prefetch

from contacts.forms import PhoneForm
from contacts.models import ContactPerson, Department, Phone
from contacts.tables import CONTACT_STAFF_COLUMNS
from cooperation.admin_filters import OfPartnersFilter, SectorFilter
from cooperation.links import with_links
from cooperation.models import Partner, Sector
from core.admin import (
    DeskAdmin,
    OpenFormSet,
    PublishableAdmin,
    StatusFilter,
    TranslationsFilter,
    row,
    rows,
)
from core.admin.cells import names_cell
from core.db import alphabetical
from core.languages import SOURCE, field_names


@admin.register(Department)
class DepartmentAdmin(DeskAdmin):
    list_display = ["name", "order", "shown_translations"]
    search_fields = field_names("name")
    titles = ["name"]
    ordering = ["order", "id"]
    fieldsets = [
        (None, {"classes": ["sides", "switch"], "fields": [row("name")]}),
        (None, {"fields": ["order"]}),
    ]


class PhoneInline(admin.TabularInline):
    model = Phone
    form = PhoneForm
    formset = OpenFormSet
    fields = ["number", "extension", "kind", "may_be_published", "order"]
    extra = 1


@admin.register(ContactPerson)
class ContactPersonAdmin(PublishableAdmin):
    list_display = [
        "shown_name",
        "position",
        "department",
        "shown_partners",
        "shown_phones",
        "shown_status",
        "shown_translations",
    ]
    list_filter = [SectorFilter, OfPartnersFilter, StatusFilter, TranslationsFilter]
    list_select_related = ["department"]
    search_fields = ["search"]
    autocomplete_fields = ["department", "partners"]
    titles = ["position"]
    fieldsets = [
        (
            "Имя и должность",
            {
                "classes": ["sides", "switch"],
                "fields": rows("surname", "given", "patronymic", "position"),
            },
        ),
        ("За что отвечает", {"fields": ["department", "partners", "sectors"]}),
        ("Связь", {"fields": ["email", "may_be_published"]}),
    ]
    inlines = [PhoneInline]
    export_columns = CONTACT_STAFF_COLUMNS
    export_name = "contacts"

    ordering = [
        F("department__order").asc(nulls_last=True),
        "department_id",
        alphabetical(f"surname_{SOURCE}"),
        "id",
    ]

    def for_list(self, queryset):
        return queryset.prefetch_related(
            "phones",
            Prefetch("partners", Partner.objects.in_order(SOURCE), to_attr="listed_partners"),
            Prefetch("sectors", Sector.objects.in_order(), to_attr="listed_sectors"),
        )

    def why_hidden(self, record):
        if not record.may_be_published:
            return "нет согласия на публикацию"
        return super().why_hidden(record)

    def view_on_site(self, contact):
        """The list of contacts; before the contact is public, the dossier of its first partner."""
        if contact.is_public():
            return contact.get_absolute_url()
        partner = contact.partners.in_order(SOURCE).first()
        if partner is None:
            return None
        return f"{partner.get_absolute_url()}?preview=1#contact-{contact.pk}"

    def export_rows(self, queryset):
        return with_links(queryset.with_all_phones(), Partner.objects.all())

    @admin.display(description="Имя", ordering=alphabetical(f"surname_{SOURCE}"))
    def shown_name(self, contact):
        return contact.full_name()

    @admin.display(description="Партнёры")
    def shown_partners(self, contact):
        return names_cell(contact.listed_partners, "не указан")

    @admin.display(description="Телефоны")
    def shown_phones(self, contact):
        return "; ".join(str(phone.shown()) for phone in contact.phones.all())
