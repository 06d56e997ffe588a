"""make lint and make format: style of the code and the templates, direction of the imports."""

import subprocess
import sys

from tools.environment import PYTHON, ROOT, say

IMPORTS = "from importlinter.cli import lint_imports_command as main; main()"


def main(write):
    """Check everything, or put it into the common style; return the names of what failed."""
    commands = formatting() if write else checks()
    return [name for name, command in commands.items() if not passes(command)]


def checks():
    """What must hold, by name."""
    checks = {
        "ruff check": ["-m", "ruff", "check", "."],
        "ruff format": ["-m", "ruff", "format", "--check", "."],
    }
    if has_templates():
        checks["djlint"] = ["-m", "djlint", "--quiet", "--lint", "templates"]
    checks["lint-imports"] = ["-c", IMPORTS]
    return checks


def formatting():
    """What puts files into the common style, by name."""
    return {
        "ruff format": ["-m", "ruff", "format", "."],
        "ruff check": ["-m", "ruff", "check", "--fix", "."],
    }


def has_templates():
    """Whether there is a template to look at."""
    return any((ROOT / "templates").glob("**/*.html"))


def passes(command):
    """Run a command of the environment; whether all was well."""
    return subprocess.run([PYTHON, *command], cwd=ROOT).returncode == 0


if __name__ == "__main__":
    failed = main(write="--write" in sys.argv)
    if failed:
        sys.exit(f"Not in order: {', '.join(failed)}. What is wrong stands above.")
    say("All in order.")
