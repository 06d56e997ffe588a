"""make run: try the site out on this machine, with demo content and a first account."""

import http.client
import os
import signal
import subprocess
import sys
import time

from tools import build, port, secret_key, server
from tools.environment import PYTHON, ROOT, flag, say

LOCAL_NAMES = "localhost,127.0.0.1,[::1]"


def main():
    """Prepare everything and serve until Ctrl-C."""
    number = port.free_port()
    environment = trial_environment(os.environ)
    debug = flag("DEBUG", environment)
    build.translations()
    if not debug:
        build.static_files(environment)
    say("Preparing the database.")
    build.database(environment, demo=True)
    build.manage("first_account", environment=environment)
    if debug:
        develop(number, environment)
    sys.exit(serve(number, environment))


def trial_environment(given):
    """The settings of a trial: no TLS, a key of its own, this machine's names."""
    environment = {**given, "HTTP": "1"}
    if not given.get("SECRET_KEY", "").strip():
        environment["SECRET_KEY"] = secret_key.kept(ROOT / "var/secret_key")
    if not given.get("ALLOWED_HOSTS", "").strip():
        environment["ALLOWED_HOSTS"] = LOCAL_NAMES
    return environment


def develop(number, environment):
    """Become Django's own server, which restarts when the code changes."""
    say(addresses(number))
    command = [str(PYTHON), "manage.py", "runserver", f"{port.host()}:{number}"]
    os.execve(PYTHON, command, environment)


def serve(number, environment):
    """Run the server, tell when it answers, pass signals on; return its exit status."""
    command = server.command(port.host(), number, workers=1, patience=1)
    child = subprocess.Popen(command, cwd=ROOT, env=environment, start_new_session=True)
    stopping = pass_signals_on(child)
    while child.poll() is None and not stopping and not answers(number):
        time.sleep(0.05)
    if child.poll() is None and not stopping:
        say(addresses(number) + "\nCtrl-C stops it.")
    status = child.wait()
    return 0 if stopping else status or 1


def pass_signals_on(child):
    """Hand Ctrl-C and the like to the server, and insist the second time."""
    received = []

    def hand_on(number, frame):
        received.append(number)
        if len(received) == 1:
            child.terminate()
        else:
            os.killpg(child.pid, signal.SIGKILL)

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, hand_on)
    return received


def answers(number):
    """Whether the site answers a request, be it with an error."""
    connection = http.client.HTTPConnection(port.reachable(port.host()), number, timeout=10)
    try:
        connection.request("HEAD", "/")
        connection.getresponse()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
    return True


def addresses(number):
    """The two addresses to open."""
    site = port.url(port.host(), number)
    return f"\nThe site:   {site}\nThe admin:  {site}admin/"


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
