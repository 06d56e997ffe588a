"""The libraries that PDF files are laid out with (Pango): found, or installed where we may."""

import os
import shutil

from tools.environment import PYTHON, run, say

HOW_TO_GET_IT = "install Pango (Debian: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0)"
PACKAGES = ["libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0", "fonts-liberation"]


def find_or_install():
    """Whether PDF files can be made here."""
    return find() or install()


def find():
    """Whether WeasyPrint finds what it needs of the system."""
    return run([PYTHON, "-c", "import weasyprint"])[0] == 0


def install():
    """Install Debian's Pango when we are root; whether PDF files can be made now."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    say("Installing Pango for the tests of PDF files.")
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    run(["apt-get", "update"])
    run(["apt-get", "install", "--yes", "--no-install-recommends", *PACKAGES])
    return find()
