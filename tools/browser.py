"""A Chromium for the browser tests: found, or installed where we may."""

import os
import shutil

from tools.environment import run, say

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
HOW_TO_GET_IT = (
    "install Chromium (Debian: sudo apt-get install chromium) or name one, as in "
    "make test CHROMIUM=/path/to/chromium"
)


def find_or_install():
    """The path of a Chromium that runs, or None."""
    return find() or install()


def find():
    """The Chromium that is named or on the PATH, if it runs."""
    named = os.environ.get("CHROMIUM", "").strip()
    candidates = [named] if named else [shutil.which(name) for name in NAMES]
    return next((path for path in candidates if path and runs(path)), None)


def runs(path):
    """Whether the program starts at all."""
    return run([path, "--version"])[0] == 0


def install():
    """Install Debian's Chromium when we are root; the path, or None."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return None
    say("Installing Chromium for the browser tests.")
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    run(["apt-get", "update"])
    packages = ["chromium", "fonts-liberation"]
    run(["apt-get", "install", "--yes", "--no-install-recommends", *packages])
    return find()
