"""The address the site is served at: HOST and PORT, checked before anything else is done."""

import errno
import os
import socket
import sys

DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = "8000"
EVERYWHERE = ("0.0.0.0", "::")
ABOVE = range(1024, 65536)


def host():
    """The address to listen at."""
    return os.environ.get("HOST", "").strip() or DEFAULT_HOST


def free_port():
    """The number PORT gives; exits with a sentence if it is none, or in use."""
    text = os.environ.get("PORT", "").strip() or DEFAULT_PORT
    if not (text.isdecimal() and 0 < int(text) < 65536):
        sys.exit(f"PORT={text} is not a port: give a number from 1 to 65535, as in PORT=8001.")
    number = int(text)
    problem = why_not(host(), number)
    if problem:
        sys.exit(problem)
    return number


def why_not(address, number):
    """The sentence that says why nothing can listen there, or None."""
    try:
        if not is_taken(address, number):
            return None
    except PermissionError:
        return f"Port {number} needs special rights: take one above 1023, as in PORT=8000."
    except OSError:
        return f"HOST={address} is no address of this machine: leave it out, or give one."
    other = next(n for n in [*range(number + 1, 65536), *ABOVE] if not is_taken(address, n))
    return f"Port {number} is in use: stop what runs there, or add PORT={other}."


def is_taken(address, number):
    """Whether a program listens there already, or on the same port of localhost."""
    try:
        bind(address, number)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            return True
        raise
    try:
        socket.create_connection((reachable(address), number), timeout=1).close()
    except OSError:
        return False
    return True


def bind(address, number):
    """Take the port for a moment; raises OSError if that cannot be."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind((address, number))


def reachable(address):
    """The name under which a browser on this machine finds the address."""
    return "localhost" if address in (*EVERYWHERE, DEFAULT_HOST) else address


def url(address, number):
    """The address to open in a browser."""
    name = reachable(address)
    return f"http://[{name}]:{number}/" if ":" in name else f"http://{name}:{number}/"
