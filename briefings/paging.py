"""A long review in pages: what a page does not show, its form does not send and nothing changes."""

PER_PAGE = 100


class Pages:
    """The cards of a review by page, in the order of the note; parts and ties with their event."""

    def __init__(self, review, wanted=1):
        own = [card for card in review.cards if card.of is None]
        self._pages = {card.id: 1 + place // PER_PAGE for place, card in enumerate(own)}
        for card in review.cards:
            if card.of is not None:
                self._pages[card.id] = self._pages.get(card.of, 1)
        self.count = max(self._pages.values(), default=1)
        self.here = min(max(wanted, 1), self.count)

    def of(self, card):
        return self._pages.get(card.id, 1)

    def shows(self, card):
        return self.of(card) == self.here

    def link(self, card):
        """To the card's place: on this page, or on another."""
        return f"#c{card.id}" if self.shows(card) else f"{self.query(self.of(card))}#c{card.id}"

    def of_anchor(self, anchor):
        """The page on which an anchor such as ``c7-date`` stands; the first for all others."""
        number = anchor.partition("-")[0].removeprefix("c")
        return self._pages.get(int(number), 1) if number.isdecimal() else 1

    def query(self, page):
        return f"?p={page}" if page > 1 else "?"

    @property
    def before(self):
        return self.here - 1

    @property
    def after(self):
        return self.here + 1 if self.here < self.count else 0


def page_number(text):
    return int(text) if text.isdecimal() and len(text) < 6 else 1
