"""How a reader wants the pages to look: text size, spacing, colours, images.

A choice lives in one cookie and acts through one style sheet, ``/display.css``, so that every page
is the same for everybody. The settings are those that visitors of Russian authorities' sites
expect (ГОСТ Р 52872-2019).
"""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _

COOKIE = "display"
BETWEEN = "."


@dataclass(frozen=True)
class Option:
    """One value of a setting. code: unlike that of any other option. root: declarations for
    :root, for screens only. rules: further CSS.
    """

    code: str
    label: Any
    root: str = ""
    rules: str = ""


@dataclass(frozen=True)
class Setting:
    """What a reader can set; unless chosen, the first option stands. media: where it acts."""

    name: str
    label: Any
    options: tuple
    media: str = "screen"

    def option(self, code):
        """The option of this code, or None."""
        return next((option for option in self.options if option.code == code), None)


def _palette(scheme, paper, ink):
    """Two colours for everything: no grey, no second accent."""
    grounds = "".join(f"--{name}:{paper};" for name in ("paper", "stone", "facade", "on-sun"))
    inks = "".join(f"--{name}:{ink};" for name in ("ink", "ink-2", "line", "edge", "link", "sun"))
    return f"color-scheme:{scheme};{grounds}{inks}"


SETTINGS = (
    Setting(
        "size",
        _("Text size"),
        (
            Option("100", "100 %"),
            Option("125", "125 %", "--zoom:1.25;"),
            Option("150", "150 %", "--zoom:1.5;"),
            Option("200", "200 %", "--zoom:2;"),
        ),
    ),
    Setting(
        "spacing",
        _("Spacing"),
        (
            Option("usual", _("usual")),
            Option("wide", _("wide"), "--leading:1.75;--tracking:.06em;--word-gap:.08em;"),
            # WCAG 2.2, 1.4.12, and more between the lines.
            Option("widest", _("widest"), "--leading:2;--tracking:.12em;--word-gap:.16em;"),
        ),
    ),
    Setting(
        "colours",
        _("Colours"),
        (
            Option("auto", _("as the device has it")),
            Option("light", _("light"), "color-scheme:light;"),
            Option("dark", _("dark"), "color-scheme:dark;"),
            Option("black-on-white", _("black on white"), _palette("light", "#fff", "#000")),
            Option("white-on-black", _("white on black"), _palette("dark", "#000", "#fff")),
            Option("blue", _("dark blue on light blue"), _palette("light", "#9dd1ff", "#0a2c52")),
            Option("beige", _("brown on beige"), _palette("light", "#f7f3d6", "#43402f")),
        ),
        # A system's own high-contrast colours go first.
        media="screen and (forced-colors:none)",
    ),
    Setting(
        "images",
        _("Images"),
        (
            Option("images", _("show")),
            Option("no-images", _("hide"), rules="svg,img,picture,video{display:none!important}"),
        ),
    ),
)


@dataclass(frozen=True)
class Display:
    """What one reader has chosen: codes by the settings' names, without those that are usual."""

    chosen: dict = field(default_factory=dict)

    @classmethod
    def from_cookie(cls, text):
        """The choice in a cookie's value; whatever is not known in it counts as not chosen."""
        codes = (text or "").split(BETWEEN)
        return cls(
            {
                setting.name: code
                for setting in SETTINGS
                for code in codes
                if setting.option(code) in setting.options[1:]
            }
        )

    def with_choice(self, setting, code):
        """This choice with another option of a setting; KeyError when it has no such option."""
        if setting.option(code) is None:
            raise KeyError(code)
        return Display.from_cookie(BETWEEN.join((self.chosen | {setting.name: code}).values()))

    @property
    def cookie(self):
        return BETWEEN.join(self.chosen.values())

    @property
    def style(self):
        """The style sheet of this choice. It also shows in the form what is chosen."""
        rules = []
        for setting in SETTINGS:
            option = setting.option(self.chosen.get(setting.name, setting.options[0].code))
            acting = (f":root{{{option.root}}}" if option.root else "") + option.rules
            if acting:
                rules.append(f"@media {setting.media}{{{acting}}}")
            button = f'.display-form [value="{option.code}"]'
            rules.append(f"{button}{{background:var(--ink);color:var(--paper)}}")
            rules.append(f"{button} .now{{display:inline}}")
        return "\n".join(rules) + "\n"
