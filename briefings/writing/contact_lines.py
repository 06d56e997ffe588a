"""A contact person as a paragraph of the note's third section."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from briefings.writing.cases import GENITIVE, in_case, small_first
from briefings.writing.footnotes import Line, own, told
from briefings.writing.note import Words
from briefings.writing.remarks import mark_withheld
from core.languages import SOURCE

# «Начальник отдела» of a department that is called otherwise stands apart from its name.
HEADS = {"отдела", "управления", "сектора", "департамента", "службы", "группы"}


def contact_line(contact, notes):
    """«Главный специалист отдела стран Азии Королева О. В., тел.: (812) 576-68-33»."""
    line = Line(notes, *_post(contact))
    surname = told(contact, "surname")
    line.say(Words(contact.full_name(), surname.language, surname.shown_in_source))
    numbers = "; ".join(str(phone.shown()) for phone in contact.phones.all())
    if numbers:
        line.say(own(f", {_('tel.:')} {numbers}"))
    if contact.email:
        line.say(own(f", {_('e-mail:')} {contact.email}"))
    line.capitalise()
    line.close()
    withheld = "" if contact.may_be_published else _("not for publication")
    mark_withheld(line, contact, besides=withheld)
    return line


def _post(contact):
    """Position and department, with what parts them from the name."""
    position = told(contact, "position")
    said = [position] if position.text else []
    department = told(contact.department, "name") if contact.department else None
    if department and department.text:
        joined = _joined(position, department)
        if joined:
            return [joined]
        said += [own(", "), department] if said else [department]
    return [*said, own(", ")] if said else []


def _joined(position, department):
    """Russian puts the department into the genitive: «главный специалист отдела стран Азии »."""
    if not position.text or {position.language, department.language} != {SOURCE}:
        return None
    genitive = in_case(department.text, GENITIVE)
    if not genitive:
        return None
    head, _space, rest = small_first(genitive).partition(" ")
    last = position.text.split()[-1].lower()
    if last in HEADS and last != head:
        return None
    post = position.text if last == head else f"{position.text} {head}"
    return Words(" ".join(filter(None, (post, rest))) + " ", SOURCE, get_language() != SOURCE)
