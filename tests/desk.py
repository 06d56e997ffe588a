"""Works the desk's forms as a browser without script would."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.contrib.messages import get_messages
from django.forms import ModelMultipleChoiceField
from django.urls import reverse


def address(model, page="changelist", *args):
    """The address of one of a model's pages at the desk."""
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


def filled(response, **values):
    """What the form of the page would send, with these values typed over it; None unticks."""
    context = response.context
    inlines = [inline.formset for inline in context["inline_admin_formsets"]]
    forms = [context["adminform"].form]
    for formset in inlines:
        forms += [formset.management_form, *formset.forms]
    sent = {box.html_name: _sent(box) for form in forms for box in form}
    sent |= values
    return {name: value for name, value in sent.items() if value is not None}


def _sent(box):
    value = box.value()
    if value is False or (not value and isinstance(box.field, ModelMultipleChoiceField)):
        return None
    if value is True:
        return "on"
    if isinstance(value, list):
        return [str(getattr(item, "pk", item)) for item in value]
    return box.field.widget.format_value(value) or "" if value is not None else ""


def add(client, model, **values):
    """Fill the form for a new record and send it."""
    page = address(model, "add")
    return client.post(page, filled(client.get(page), **values))


def change(client, record, **values):
    """Change the form of a record and send it."""
    page = address(type(record), "change", record.pk)
    return client.post(page, filled(client.get(page), **values))


def act(client, model, action, records, query=""):
    """Do an action of the list with these records."""
    data = {"action": action, "_selected_action": [record.pk for record in records]}
    return client.post(address(model) + query, data)


def told(response):
    """The messages that the page will show, as texts."""
    return [str(message) for message in get_messages(response.wsgi_request)]


def errors(response):
    """The errors of the form on the page: field -> texts; "" for the form itself."""
    form = response.context["adminform"].form
    return {("" if name == "__all__" else name): list(texts) for name, texts in form.errors.items()}


def inline_errors(response):
    """The same of the forms inside it, those without errors left out."""
    return [
        {name: list(texts) for name, texts in form_errors.items()}
        for inline in response.context["inline_admin_formsets"]
        for form_errors in inline.formset.errors
        if form_errors
    ]


def listed(response):
    """The records that a list shows, in its order."""
    return list(response.context["cl"].result_list)


def staff(client, *permissions):
    """Sign in somebody who may do only this: ``"events.view_event"`` …"""
    user = get_user_model().objects.create_user("clerk", password="letmein", is_staff=True)
    for permission in permissions:
        app, codename = permission.split(".")
        user.user_permissions.add(
            Permission.objects.get(content_type__app_label=app, codename=codename)
        )
    client.force_login(user)
    return client
