"""Writes a partner's note in its three sections: one WrittenNote, then HTML, DOCX or PDF of it."""
