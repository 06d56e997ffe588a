"""make serve: the site with its production settings."""

import os
import subprocess
import sys

from tools import build, port, secret_key, server
from tools.environment import PYTHON, ROOT, flag, say
from tools.run import LOCAL_NAMES


def main():
    """Prepare what may be prepared and become the server."""
    secret_key.require()
    number = port.free_port()
    workers = worker_count(os.environ.get("WORKERS", "").strip() or "2")
    environment = production_environment(os.environ)
    build.translations()
    build.static_files(environment)
    prepare_database(environment)
    say(f"The site:  {port.url(port.host(), number)}")
    command = [
        *server.command(port.host(), number, workers, patience=5),
        "--respawn-failed-workers",
    ]
    os.execve(command[0], command, environment)


def worker_count(text):
    """The number WORKERS gives."""
    if not (text.isdecimal() and int(text)):
        sys.exit(f"WORKERS={text} is not a number of processes: give one, as in WORKERS=2.")
    return int(text)


def production_environment(given):
    """What was given, without DEBUG; a trial without TLS knows this machine's names."""
    environment = {**given, "DEBUG": "0"}
    trial = flag("HTTP", given)
    if not given.get("ALLOWED_HOSTS", "").strip():
        if not trial:
            sys.exit(
                "ALLOWED_HOSTS is not set: give the names the site is reached by, separated by "
                "commas, or HTTP=1 for a trial on this machine."
            )
        environment["ALLOWED_HOSTS"] = LOCAL_NAMES
    return environment


def prepare_database(environment):
    """Migrate the default SQLite file; another database is migrated by hand, and only checked.

    One that is away or behind keeps nothing from starting: the site itself says so until it is
    ready.
    """
    demo = flag("DEMO", environment)
    # Wrong settings end here, in one sentence, rather than once in each process that starts.
    build.manage("check", "--verbosity", "0", environment=environment)
    if uses_sqlite(environment):
        build.database(environment, demo)
        return
    problem = unready(environment)
    if problem:
        say(problem)
    elif demo:
        build.manage("load_demo", environment=environment)


def uses_sqlite(environment):
    """Whether the site lives in an SQLite file, as it does when nothing is said."""
    url = environment.get("DATABASE_URL", "").strip()
    return not url or url.startswith("sqlite")


def unready(environment):
    """A sentence if the database cannot be reached or is behind the code, else nothing."""
    check = subprocess.run(
        [PYTHON, "manage.py", "migrate", "--check", "--verbosity", "0"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
    )
    if not check.returncode:
        return ""
    return check.stderr.strip() or "The database is behind the code: back it up, run make migrate."


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
