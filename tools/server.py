"""How the web server is started."""

from tools.environment import PYTHON


def command(host, port, workers, patience):
    """The command line of granian for this site.

    patience: the seconds a worker has to finish its requests when the server is to stop. Without
    such a limit a worker that is told to stop while it still starts never does.
    """
    return [
        *(str(PYTHON), "-m", "granian", "config.wsgi:application"),
        *("--interface", "wsgi", "--no-ws", "--log-level", "warning"),
        *("--host", host, "--port", str(port)),
        *("--workers", str(workers), "--blocking-threads", "4"),
        *("--workers-kill-timeout", str(patience)),
    ]
