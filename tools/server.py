"""How the web server is started."""

from tools.environment import PYTHON


def command(host, port, workers):
    """The command line of granian for this site."""
    return [
        *(str(PYTHON), "-m", "granian", "config.wsgi:application"),
        *("--interface", "wsgi", "--no-ws", "--log-level", "warning"),
        *("--host", host, "--port", str(port)),
        *("--workers", str(workers), "--blocking-threads", "4", "--respawn-failed-workers"),
    ]
