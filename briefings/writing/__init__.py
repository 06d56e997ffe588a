"""Writes a partner's note in its three sections: one Note, then HTML, DOCX or PDF of it."""
