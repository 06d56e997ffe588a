"""The virtual environment in .venv: made, filled and mended as needed.

This file, start.py, port.py and secret_key.py are read by whatever Python there is, be it only
to hear that it is too old: they keep to the words of Python 3.6.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
OLDEST = (3, 11)
NEWER_NAMES = ("python3.13", "python3.12", "python3.11", "python3.14")

# Each list of requirements, with the lists it includes.
REQUIREMENTS = {
    "requirements.txt": ["requirements.txt"],
    "requirements-dev.txt": ["requirements.txt", "requirements-dev.txt"],
}


def prepare(requirements, wanted=None):
    """Leave .venv working and holding these requirements; `wanted` insists on a Python version."""
    version = venv_version()
    if version < OLDEST or (wanted and version != wanted):
        create(find_python())
        version = venv_version()
    install(requirements, version)


def venv_version():
    """The version of the Python in .venv, or () when .venv does not work."""
    return version_of(PYTHON, "import pip, sys; print('%d.%d' % sys.version_info[:2])")


def version_of(python, question="import sys; print('%d.%d' % sys.version_info[:2])"):
    """The version of an interpreter as (3, 11), or () when it does not run."""
    status, output = run([str(python), "-c", question])
    return tuple(int(part) for part in output.split(".")) if status == 0 else ()


def find_python():
    """The interpreter that runs this if it is new enough, else a newer one on the PATH."""
    if sys.version_info[:2] >= OLDEST:
        return sys.executable
    for name in NEWER_NAMES:
        path = shutil.which(name)
        if path and version_of(path) >= OLDEST:
            return path
    return sys.exit(
        f"Python {sys.version_info[0]}.{sys.version_info[1]} is too old: install Python 3.11 or "
        "newer, or name one that is not on the PATH, as in: make run PYTHON=/path/to/python3.11"
    )


def create(python):
    """Make .venv, anew if there is a broken one."""
    if VENV.exists():
        say("The environment in .venv does not work with this Python; making it anew.")
    require_venv_module(python)
    status, output = run([python, "-m", "venv", "--clear", str(VENV)])
    if status:
        fail("The environment .venv could not be made; check the disk and its rights.", output)


def require_venv_module(python):
    """Debian packs the modules that make an environment separately; fetch them if we may."""
    question = [python, "-c", "import ensurepip, venv"]
    if run(question)[0] == 0:
        return
    major, minor = version_of(python)
    package = f"python{major}.{minor}-venv"
    if os.geteuid() == 0 and shutil.which("apt-get"):
        say(f"Installing {package}, which Python needs to make an environment.")
        run(["apt-get", "update"])
        run(["apt-get", "install", "-y", package])
    if run(question)[0]:
        sys.exit(
            "Python's venv module is missing: install it (Debian and Ubuntu: "
            f"sudo apt-get install {package}) and run make again."
        )


def install(requirements, version):
    """Install a list of requirements unless just this list is installed already."""
    if is_installed(requirements, version):
        return
    say(f"Installing what {requirements} lists; the first time this takes a minute.")
    command = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check"]
    options = ["--quiet", "--retries", "2", "--requirement", str(ROOT / requirements)]
    status, output = run(command + options)
    if status:
        fail(
            "The packages could not be installed: check the network (or the proxy and index that "
            "pip is set to) and run make again.",
            output,
        )
    for name in REQUIREMENTS[requirements]:
        stamp(name).write_text(fingerprint(name, version))


def is_installed(requirements, version):
    """Whether the stamp left by the last installation fits the list as it is now."""
    path = stamp(requirements)
    return path.exists() and path.read_text() == fingerprint(requirements, version)


def stamp(requirements):
    """The file that remembers what was installed; it goes when .venv goes."""
    return VENV / (requirements + ".installed")


def fingerprint(requirements, version):
    """What the installation depends on, in one line."""
    digest = hashlib.sha256(repr(version).encode())
    for name in REQUIREMENTS[requirements]:
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def run(command):
    """Run a command quietly; return its exit status and what it wrote."""
    options = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "universal_newlines": True}
    try:
        done = subprocess.run(command, **options)
    except OSError as error:
        return 127, str(error)
    return done.returncode, done.stdout


def say(sentence):
    """Tell what is going on, at once."""
    print(sentence, flush=True)


def fail(sentence, output):
    """End with the last lines of what went wrong and one sentence that says what to do."""
    lines = [line for line in output.splitlines() if line.strip()]
    sys.exit("\n".join([*lines[-4:], sentence]))


def flag(name, environment):
    """Whether a variable says yes, in the words that the site's own settings understand."""
    value = environment.get(name, "").strip().lower() or "0"
    if value not in {"0", "1", "false", "true", "no", "yes", "off", "on"}:
        sys.exit(f"{name} is “{value}”; write 1 for yes or 0 for no.")
    return value in {"1", "true", "yes", "on"}
