"""What the site needs before it starts: translations, static files and a database."""

import hashlib
import subprocess
import sys
from pathlib import Path

from tools.environment import PYTHON, ROOT, fail, run, say

LOCALE = ROOT / "locale"
STATIC = ROOT / "var/static"
STAMP = ROOT / "var/static.collected"


def manage(*command, environment):
    """Run a command of manage.py; it says itself what is wrong, so only its exit status is left."""
    if subprocess.run([PYTHON, "manage.py", *command], cwd=ROOT, env=environment).returncode:
        sys.exit(1)


def translations():
    """Compile the catalogues whose source is newer."""
    if not stale_catalogues():
        return
    say("Compiling the translations.")
    command = [PYTHON, "-m", "babel.messages.frontend", "compile", "-D", "django", "-d", LOCALE]
    status, output = run([str(part) for part in command])
    if status or stale_catalogues():
        fail("The translations could not be compiled; mend the catalogue named above.", output)


def stale_catalogues():
    """The catalogues that were never compiled, or have changed since."""
    return [source for source in LOCALE.glob("*/LC_MESSAGES/django.po") if is_stale(source)]


def is_stale(source):
    """Whether the compiled catalogue is missing, or older than its source."""
    compiled = source.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime


def static_files(environment):
    """Collect, fingerprint and compress the static files if any of them changed."""
    current = static_fingerprint(ROOT)
    if (STATIC / "staticfiles.json").exists() and STAMP.exists() and STAMP.read_text() == current:
        return
    say("Collecting and compressing the static files.")
    manage("collectstatic", "--noinput", "--verbosity", "0", environment=environment)
    STAMP.write_text(current)


def static_fingerprint(root):
    """What the collected files depend on, in one line."""
    digest = hashlib.sha256()
    for path in static_sources(root):
        change = path.stat()
        digest.update(f"{path.relative_to(root)} {change.st_size} {change.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def static_sources(root: Path):
    """Our own static files, and those that say which others are installed."""
    ours = [path for folder in ("static", "*/static") for path in root.glob(f"{folder}/**/*")]
    others = [*root.glob(".venv/*.installed"), root / "config/settings.py"]
    return sorted(path for path in [*ours, *others] if path.is_file() and "var" not in path.parts)


def database(environment, demo):
    """Bring the tables up to date and, if asked, put the demo content in."""
    manage("migrate", "--verbosity", "0", environment=environment)
    if demo:
        manage("load_demo", environment=environment)
