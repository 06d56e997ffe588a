"""Whose notes these are: what a note takes for granted."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Home:
    """The city that writes the notes.

    ``city``  stems by which the city is known in any case, in small letters
    ``committee``   the body whose contacts stand in the notes
    ``area_code``, ``region``  for telephone numbers written without them
    """

    city: tuple[str, ...] = ("санкт-петербург", "петербург", "ленинград", "спб")
    committee: str = "Комитет по внешним связям Санкт-Петербурга"
    area_code: str = "812"
    region: str = "RU"
