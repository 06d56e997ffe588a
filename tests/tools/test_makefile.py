"""The Makefile and what a user sees when something is wrong: one sentence, no traceback."""

import os
import subprocess
import sys

import pytest

from tools import start
from tools.environment import ROOT

# What a make that runs these tests, or the user's shell, would hand on.
INHERITED = {"HOST", "MAKEFLAGS", "MAKELEVEL", "MFLAGS", "PORT", "SECRET_KEY"}


def make(*arguments):
    """Run make; return its exit status, and what it wrote to either stream."""
    environment = {key: value for key, value in os.environ.items() if key not in INHERITED}
    done = subprocess.run(
        ["make", "--no-print-directory", f"PYTHON={sys.executable}", *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
    )
    return done.returncode, done.stdout, done.stderr


def test_help_has_a_line_for_each_target():
    status, told, _ = make()
    assert status == 0
    named = {line.split()[1] for line in told.splitlines() if line.startswith("make ")}
    assert named == {"help", *start.TARGETS}


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["run", "PORT=eighty"], "PORT=eighty is not a port"),
        (["serve"], "SECRET_KEY is not set"),
        (["run", "PYTHON=no-such-python"], "no-such-python is missing"),
    ],
)
def test_what_is_wrong_is_told_in_a_sentence(arguments, sentence):
    status, _, told = make(*arguments)
    assert status != 0
    assert told.startswith(sentence)
    assert "Traceback" not in told
    assert len(told.splitlines()) == 2  # make adds its own line


def test_continuous_integration_runs_the_same_targets():
    script = (ROOT / ".ci/run").read_text()
    assert "export CI=true" in script
    assert "make test" in script
