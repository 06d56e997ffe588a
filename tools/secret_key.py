"""SECRET_KEY: kept in var/ for trying the site out, asked for when it is served."""

import os
import secrets
import sys


def kept(path):
    """The key in this file, made the first time; nobody else can read the file."""
    if path.exists() and path.read_text().strip():
        return path.read_text().strip()
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(path.name + ".new")
    if fresh.exists():
        fresh.unlink()
    with os.fdopen(os.open(str(fresh), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(secrets.token_urlsafe(50))
    fresh.replace(path)
    return path.read_text()


def require():
    """Exit with a sentence unless the environment holds a key."""
    if not os.environ.get("SECRET_KEY", "").strip():
        sys.exit(
            "SECRET_KEY is not set: make one once with "
            "python3 -c 'import secrets; print(secrets.token_urlsafe(50))', "
            "keep it in a safe place and give it in the environment."
        )
