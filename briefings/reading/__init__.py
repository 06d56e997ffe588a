"""Reads a note of the committee («справка») into a Briefing; plain Python without Django."""
