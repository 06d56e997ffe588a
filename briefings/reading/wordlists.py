"""Which paragraphs of a Word document are points of lists or headings, and how deep."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FORMS = {
    "bullet": "bullet",
    "lowerLetter": "letter",
    "russianLower": "letter",
    "upperLetter": "number",
    "upperRoman": "roman",
    "lowerRoman": "letter",
    "none": None,
}
DEEPEST = 8


class Lists:
    """The numbering and styles of a document; both parts may be missing."""

    def __init__(self, numbering, styles):
        self.formats = _formats(numbering)
        self.styles = (
            {}
            if styles is None
            else {style.get(W + "styleId"): style for style in styles.iter(W + "style")}
        )

    def of(self, paragraph):
        """(form of its list mark or None, level, level of its heading or 0) of a paragraph."""
        properties = paragraph.find(W + "pPr")
        chain = self._chain(properties)
        number, level, own = None, 0, False
        for each in chain:
            found = each.find(W + "numPr")
            if found is not None and not own:
                number = _value(found, "numId", number)
                level = int(_value(found, "ilvl", level) or 0)
                own = number is not None
        heading = self._heading(chain, properties)
        if number in {None, "0"}:
            return None, 0, heading
        form = self.formats.get((number, level), "number")
        level = min(max(level, self._depth_of_style(properties), 0), DEEPEST)
        if form == "number" and level > 0:
            form = "multi"
        return form, level, heading

    def _depth_of_style(self, properties):
        """Word's «List Bullet 2» and «Маркированный список 3» are levels without saying so."""
        style = self.styles.get(None if properties is None else _value(properties, "pStyle"))
        name = "" if style is None else _value(style, "name") or ""
        return int(name[-1]) - 1 if name[-1:].isdigit() and name[-2:-1] == " " else 0

    def _chain(self, properties):
        """The paragraph's properties, then those of its style and of the styles below that."""
        chain = [] if properties is None else [properties]
        style = None if properties is None else _value(properties, "pStyle")
        for _ in range(DEEPEST):
            element = self.styles.get(style)
            if element is None:
                break
            own = element.find(W + "pPr")
            if own is not None:
                chain.append(own)
            style = _value(element, "basedOn")
        return chain

    def _heading(self, chain, properties):
        for each in chain:
            outline = _value(each, "outlineLvl")
            if outline is not None and outline.isdigit() and int(outline) < 9:
                return int(outline) + 1
        style = self.styles.get(None if properties is None else _value(properties, "pStyle"))
        name = "" if style is None else (_value(style, "name") or "").lower()
        return 1 if name in {"title", "название", "заголовок"} else 0


def _formats(numbering):
    """{(number of the list, level): form of its mark}."""
    if numbering is None:
        return {}
    abstract = {}
    for element in numbering.iter(W + "abstractNum"):
        for level in element.iter(W + "lvl"):
            form = _value(level, "numFmt") or "decimal"
            key = element.get(W + "abstractNumId"), int(level.get(W + "ilvl") or 0)
            abstract[key] = FORMS.get(form, "number")
    made = {}
    for element in numbering.iter(W + "num"):
        basis = _value(element, "abstractNumId")
        for (number, level), form in abstract.items():
            if number == basis:
                made[element.get(W + "numId"), level] = form
    return made


def _value(element, name, default=None):
    found = element.find(W + name)
    return default if found is None else found.get(W + "val", default)
