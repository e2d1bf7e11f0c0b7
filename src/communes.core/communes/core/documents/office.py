"""LibreOffice turns ODT into PDF, on the machines that have it."""

from communes.core.documents.domain import OfficeFailed
from communes.core.documents.domain import OfficeMissing
import os
from pathlib import Path
import shutil
import signal
import subprocess
from tempfile import TemporaryDirectory


TIMEOUT_SECONDS = 60
PROGRAMS = ("soffice", "libreoffice")


def office_program() -> str | None:
    """Return the path of the office suite of this machine, if it has one."""
    return next((path for name in PROGRAMS if (path := shutil.which(name))), None)


def pdf_from_odt(odt: bytes, timeout_seconds: float = TIMEOUT_SECONDS) -> bytes:
    """Return the PDF that the office suite makes of ``odt``; never call in a request.

    :raises OfficeMissing: the machine has no office suite.
    :raises OfficeFailed: no file within ``timeout_seconds``.
    """
    program = office_program()
    if program is None:
        raise OfficeMissing()
    with TemporaryDirectory(prefix="communes-office-") as folder:
        source = Path(folder, "document.odt")
        source.write_bytes(odt)
        _convert(program, source, timeout_seconds)
        target = source.with_suffix(".pdf")
        if not target.is_file():
            raise OfficeFailed(problem="aucun fichier produit")
        return target.read_bytes()


def _convert(program: str, source: Path, timeout_seconds: float) -> None:
    folder = source.parent
    # A profile of its own: two conversions at once would wait for each other.
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--norestore", "--convert-to", "pdf"]
    command += ["--outdir", str(folder), str(source)]
    process = subprocess.Popen(  # noqa: S603 (fixed words and our own paths)
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(timeout=timeout_seconds)
    except subprocess.TimeoutExpired as error:
        raise OfficeFailed(problem=f"plus de {timeout_seconds:g} s") from error
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the suite with the children its launcher started."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    finally:
        process.wait()
