"""The way in from the Makefile: check what can be checked at once, then hand over to .venv."""

import os
import sys

from tools import environment, port, secret_key

SITE, ALL = "requirements.txt", "requirements-dev.txt"

# The target, with its requirements, what to check before anything else, and what .venv runs.
TARGETS = {
    "setup": (ALL, [], None),
    "run": (SITE, [port.free_port], ["-m", "tools.run"]),
    "serve": (SITE, [secret_key.require, port.free_port], ["-m", "tools.serve"]),
    "migrate": (SITE, [], ["manage.py", "migrate"]),
    "test": (ALL, [], ["-m", "tools.check"]),
    "lint": (ALL, [], ["-m", "tools.lint"]),
    "format": (ALL, [], ["-m", "tools.lint", "--write"]),
}


def main(target):
    """Prepare the environment for a target and become the program that does its work."""
    requirements, checks, command = TARGETS[target]
    for check in checks:
        check()
    environment.prepare(requirements, wanted_version())
    if command is None:
        environment.say("Ready: the packages are in .venv. Now try: make run")
        return
    os.chdir(str(environment.ROOT))
    os.execv(str(environment.PYTHON), [str(environment.PYTHON), *command])


def wanted_version():
    """The version that `make PYTHON=…` asks for; None when nothing special is asked for."""
    version = tuple(sys.version_info[:2])
    return version if os.environ.get("PYTHON") and version >= environment.OLDEST else None


if __name__ == "__main__":
    try:
        main(sys.argv[1])
    except KeyboardInterrupt:
        sys.exit(130)
