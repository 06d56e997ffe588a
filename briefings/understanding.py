"""Reads what was handed over, or says in Russian why it is no note."""


class UnreadableNoteError(Exception):
    """The message says what the file is and what to do."""


def understand(content, name):
    raise UnreadableNoteError("Чтение справок ещё не подключено.")
