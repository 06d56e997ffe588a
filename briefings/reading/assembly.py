"""Gives each character of the note to one item."""

from briefings.reading.briefing import Piece


def runs(stretch, text):
    """The runs of the note that a stretch covers: a gap with a letter or digit in it breaks one."""
    if not stretch:
        return []
    made, begin, end = [], stretch.at[0], stretch.to[0]
    for at, to in zip(stretch.at[1:], stretch.to[1:], strict=True):
        if at > end and any(c.isalnum() for c in text[end:at]):
            made.append((begin, end))
            begin = at
        end = max(end, to)
    made.append((begin, end))
    return made


def piece_of(text, stretch):
    """The Piece of the note from a stretch's first character to its last."""
    return Piece(stretch.start, stretch.end, text[stretch.start : stretch.end])


def pieces_of(text, stretch):
    """The Pieces of the note that a stretch covers."""
    return [Piece(start, end, text[start:end]) for start, end in runs(stretch, text)]


class Claims:
    """Who owns which characters: the first to claim one keeps it."""

    def __init__(self, text):
        self.text = text
        self.owner = [None] * len(text)

    def claim(self, key, spans):
        """Let ``key`` have these (start, end), as far as they are free."""
        for start, end in spans:
            for place in range(start, end):
                if self.owner[place] is None:
                    self.owner[place] = key

    def settle(self):
        """{key: pieces}, and the spans of printable characters that nobody has."""
        pieces, free = {}, []
        place, length = 0, len(self.text)
        while place < length:
            key, begin = self.owner[place], place
            while place < length and self.owner[place] == key:
                place += 1
            start, end = self._trimmed(begin, place)
            if start == end:
                continue
            if key is None:
                free.append((start, end))
            else:
                pieces.setdefault(key, []).append(Piece(start, end, self.text[start:end]))
        return {key: tuple(found) for key, found in pieces.items()}, free

    def _trimmed(self, start, end):
        while start < end and self.text[start].isspace():
            start += 1
        while start < end and self.text[end - 1].isspace():
            end -= 1
        return start, end
