"""Reading settings: from a cookie to a style sheet."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.display import SETTINGS, Display

OPTIONS = [(setting, option) for setting in SETTINGS for option in setting.options]
PALETTES = [option for _, option in OPTIONS if "--paper" in option.root]


def setting(name):
    return next(setting for setting in SETTINGS if setting.name == name)


def test_no_two_options_share_a_code():
    codes = [option.code for _, option in OPTIONS]
    assert sorted(set(codes)) == sorted(codes)
    assert all(re.fullmatch(r"[a-z0-9-]+", code) for code in codes)


def test_a_choice_joins_the_others_and_the_usual_one_leaves():
    display = Display().with_choice(setting("size"), "150").with_choice(setting("colours"), "dark")
    assert display.cookie == "150.dark"
    assert display.with_choice(setting("size"), "200").cookie == "200.dark"
    assert display.with_choice(setting("size"), "100").cookie == "dark"
    with pytest.raises(KeyError):
        display.with_choice(setting("size"), "dark")


@pytest.mark.parametrize(
    "text", [None, "", "nonsense", "150.dark;} body{display:none", "100", "..", "auto.images"]
)
def test_a_cookie_that_says_nothing_is_the_usual_look(text):
    assert Display.from_cookie(text) == Display(
        {} if text is None or not text.startswith("150") else {"size": "150"}
    )


@given(st.text())
def test_no_cookie_can_write_into_the_style_sheet(text):
    known = [Display().with_choice(*choice).style for choice in ((s, o.code) for s, o in OPTIONS)]
    rules = {rule for style in known for rule in style.splitlines()}
    assert set(Display.from_cookie(text).style.splitlines()) <= rules


def test_the_style_sheet_says_what_was_chosen():
    style = Display.from_cookie("150.widest.no-images").style
    assert "@media screen{:root{--zoom:1.5;}}" in style
    assert "--tracking:.12em;--word-gap:.16em;" in style
    assert "svg,img,picture,video{display:none!important}" in style
    marked = re.findall(r'\[value="([^"]+)"\] \.now', style)
    assert marked == ["150", "widest", "auto", "no-images"]


def test_the_usual_look_changes_nothing():
    style = Display().style
    assert ":root" not in style
    assert "svg" not in style


def luminance(colour):
    """WCAG 2.2, relative luminance, of a colour such as #fff or #0a2c52."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("option", PALETTES, ids=lambda option: option.code)
def test_each_palette_has_enhanced_contrast(option):
    """WCAG 2.2, 1.4.6 (AAA): at least 7 to 1."""
    paper, ink = (re.search(rf"--{name}:(#\w+);", option.root)[1] for name in ("paper", "ink"))
    lighter, darker = sorted((luminance(paper), luminance(ink)), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= 7
