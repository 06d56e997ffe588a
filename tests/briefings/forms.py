"""Reads a form of a page as a browser without script would: what pressing a button sends."""

from html.parser import HTMLParser


class _Form(HTMLParser):
    def __init__(self, identifier):
        super().__init__()
        self.identifier, self.inside = identifier, False
        self.sent, self.buttons = {}, []
        self.select = self.textarea = self.button = None

    def _send(self, name, value):
        self.sent.setdefault(name, []).append(value)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "form":
            self.inside = attrs.get("id") == self.identifier
        if not self.inside:
            return
        name, value = attrs.get("name"), attrs.get("value") or ""
        if tag == "input" and attrs.get("type") == "submit":
            self.buttons.append((name, value, value))
        elif tag == "input" and attrs.get("type") in {"checkbox", "radio"}:
            if "checked" in attrs:
                self._send(name, value)
        elif tag == "input" and name:
            self._send(name, value)
        elif tag == "select":
            self.select = (name, [])
        elif tag == "option" and self.select:
            self.select[1].append((value, "selected" in attrs))
        elif tag == "textarea":
            self.textarea = (name, [])
        elif tag == "button":
            self.button = (name, value, [])

    def handle_data(self, data):
        for open_tag in (self.textarea, self.button):
            if open_tag:
                open_tag[-1].append(data)

    def handle_endtag(self, tag):
        if tag == "form":
            self.inside = False
        elif tag == "select" and self.select:
            name, options = self.select
            chosen = [value for value, selected in options if selected] or [options[0][0]]
            self._send(name, chosen[0])
            self.select = None
        elif tag == "textarea" and self.textarea:
            # HTML drops the line end behind the tag.
            self._send(self.textarea[0], "".join(self.textarea[1]).removeprefix("\n"))
            self.textarea = None
        elif tag == "button" and self.button:
            name, value, words = self.button
            self.buttons.append((name, value, " ".join("".join(words).split())))
            self.button = None


def form_of(response, identifier="review_form"):
    """The pair (what the form would send: name -> values, its buttons: (name, value, words))."""
    form = _Form(identifier)
    form.feed(response.content.decode())
    return form.sent, form.buttons


def press(client, response, words, value=None, **typed):
    """Press the button with these words (and value), having typed values over those of the form.

    Names of typed values have «__» for «-»; None sends nothing.
    """
    sent, buttons = form_of(response)
    name, value, _ = next(b for b in buttons if b[2] == words and value in (None, b[1]))
    typed = {key.replace("__", "-"): each for key, each in typed.items()}
    data = {key: each for key, each in (sent | typed).items() if each is not None}
    return client.post(response.request["PATH_INFO"], data | {name: value})
