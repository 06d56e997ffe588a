"""Lays out plain text: paragraphs, points of lists with their levels, rows of tables."""

import re

from briefings.reading.blocks import Block
from briefings.reading.broken_rows import whole_rows
from briefings.reading.frames import sections_apart
from briefings.reading.lines import lines_of
from briefings.reading.morphology import is_known, may_be
from briefings.reading.page import page_of
from briefings.reading.rows import column_lines, mended, row
from briefings.reading.stretch import assembled, stretch
from briefings.reading.wrapping import begins_another, continues

EMPHASIS = re.compile(r"(?<![\w*])\*{1,2}(?=[\w«(])|(?<=[\w».,)])\*{1,2}(?![\w*])")
FEWEST_SIGNS = 2


def blocks_of(text, start=0, end=None):
    """The blocks of a plain text, in order; together they hold all that is no white space."""
    lines = lines_of(text, start, len(text) if end is None else end)
    blocks, here, page = [], 0, page_of(lines)
    columns = column_lines(lines)
    while here < len(lines):
        line = lines[here]
        after = here + 1
        if line.is_row or here in columns or line.is_cell_below(blocks[-1] if blocks else None):
            blocks.append(row(text, line, blocks, here in columns))
        else:
            while (
                after < len(lines)
                and after not in columns
                and not begins_another(lines[after], page)
                and continues(lines, here, after, page)
            ):
                after += 1
            own = [each for each in lines[here:after] if not each.is_page or each is line]
            blocks.append(_paragraph(text, own))
            blocks += [_paragraph(text, [each]) for each in lines[here + 1 : after] if each.is_page]
        here = after
    blocks = mended(whole_rows(sections_apart(blocks)))
    _set_levels(blocks)
    return blocks


def _paragraph(text, lines):
    first = lines[0]
    parts = [stretch(text, first.start + first.mark, first.end)]
    parts += [stretch(text, line.start, line.end) for line in lines[1:]]
    body = _without_emphasis(_as_one([part for part in parts if part]))
    return Block(
        body if body else stretch(text, first.start, first.end),
        first.start,
        lines[-1].end,
        mark=first.text[: first.mark].strip(),
        form=first.form,
        level=first.indent,
        is_apart=first.is_apart,
    )


def _without_emphasis(body):
    """A stretch without the signs that Markdown sets words apart with: «**2014** – письмо»."""
    signs = [match.span() for match in EMPHASIS.finditer(body.text)]
    if len(signs) < FEWEST_SIGNS:
        return body
    out = {place for start, end in signs for place in range(start, end)}
    kept = [place for place in range(len(body)) if place not in out]
    return assembled(
        "".join(body.text[place] for place in kept),
        [body.at[place] for place in kept],
        [body.to[place] for place in kept],
    )


def _as_one(parts):
    """Lines as one stretch, in time that grows as they do; words broken between them are whole."""
    text, at, to = [], [], []
    for before, part in zip([None, *parts], parts, strict=False):
        sign = _sign_between(before, part) if before else ""
        if sign == "-":
            del text[-1], at[-1], to[-1]
        elif sign:
            text.append(sign)
            at.append(to[-1])
            to.append(to[-1])
        text += part.text
        at += part.at
        to += part.to
    return assembled("".join(text), at, to)


def _sign_between(before, following):
    """What stands between two lines: a space, nothing, or a hyphen that goes."""
    broken = before.text[-1] in "-\u2010\u00ac" and len(before) > 1 and before.text[-2].isalpha()
    if not broken or not following.text[0].isalpha():
        return " "
    head = re.split(r"[^\w]", before.read[:-1])[-1]
    tail = re.match(r"\w+", following.read)[0]
    capitals = before.text[-2].isupper()
    compound = following.text[0].isupper() and not capitals
    if not compound and not is_known(head + tail):
        # «транспортно-» / «логистических»: two adjectives in one.
        joins = head.endswith("о") and is_known(tail) and may_be(tail, "ADJF")
        compound = joins or is_known(f"{head}-{tail}")
    return "" if compound else "-"


def _set_levels(blocks):
    """Turns indents into levels: within a list each deeper indent, or another mark, is a level."""
    stack, heads = [], _numbers_with_points(blocks)
    for block in blocks:
        if not block.is_listed:
            stack = stack if block.cells else []
            block.level = 0
            continue
        indent, shape = block.level, _shape(block)
        while stack and (
            stack[-1][0] > indent
            or (
                stack[-1][0] == indent
                and stack[-1][1] != shape
                and any(s == shape for _, s in stack)
            )
        ):
            stack.pop()
        if not stack or stack[-1][0] < indent or _is_inside(shape, stack[-1][1], heads):
            stack.append((indent, shape))
        block.level = len(stack) - 1


def _shape(block):
    """The form of a mark, how many numbers it has, and which bullet it is."""
    numbers = len(re.findall(r"\d+", block.mark)) if block.form in {"number", "multi"} else 0
    return block.form, numbers, block.mark if block.form == "bullet" else ""


def _is_inside(shape, above, heads):
    """Whether points of a shape stand below one of another at the same indent: «1.», «1.1.»"""
    if shape[1] and above[1]:
        return shape[1] > above[1]
    return heads and shape[0] == "bullet" and above[0] == "number"


def _numbers_with_points(blocks):
    """Whether bullets stand between numbers that go on: «1. Экономика», «– порты», «2. …»."""
    number, bullets = 0, 0
    for block in blocks:
        found = re.match(r"\d+", block.mark) if block.form == "number" else None
        if found is None:
            bullets = bullets + 1 if block.form == "bullet" else 0
            number = number if block.form == "bullet" else 0
            continue
        if bullets > 1 and number and int(found[0]) == number + 1:
            return True
        number, bullets = int(found[0]), 0
    return False
