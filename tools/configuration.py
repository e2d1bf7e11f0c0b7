"""The configuration of one running house: the build's, with its ports and folder.

buildout writes the configuration once, for the ports and the folder of
``base.cfg``. A house on other ports, or a second one beside it (the stories of
the tests), gets its own copies in ``<var>/etc``, so that nothing is rebuilt.
"""

import os
from pathlib import Path
from words import Failure
from words import ROOT


# As base.cfg has them: what the copies replace.
PORTS = {"web": 8080, "worker": 8081, "zeo": 8100, "solr": 8983}
VARIABLE = ROOT / "var"
PARTS = ROOT / ".build" / "parts"
PYTHON = ROOT / ".build" / "venv" / "bin" / "python"
FILES = {
    "zeo.conf": PARTS / "zeoserver" / "etc" / "zeo.conf",
    "web.conf": PARTS / "instance" / "etc" / "zope.conf",
    "web.ini": PARTS / "instance" / "etc" / "wsgi.ini",
    "worker.conf": PARTS / "worker" / "etc" / "zope.conf",
}


def chosen_ports() -> dict[str, int]:
    """Return the ports, from COMMUNES_WEB_PORT and so on, or the defaults."""
    ports = {}
    for name, default in PORTS.items():
        given = os.environ.get(f"COMMUNES_{name.upper()}_PORT", str(default))
        if not (given.isdigit() and 1024 <= int(given) <= 65535):
            raise Failure(
                f"COMMUNES_{name.upper()}_PORT is “{given}”: it must be a number from "
                "1024 to 65535."
            )
        ports[name] = int(given)
    return ports


def chosen_folder() -> Path:
    """Return the folder of the data, from COMMUNES_VAR or the default."""
    return Path(os.environ.get("COMMUNES_VAR", VARIABLE)).resolve()


def translated(text: str, var: Path, ports: dict[str, int]) -> str:
    """Return a configuration with the folder and the ports of one house."""
    text = text.replace(str(VARIABLE), str(var))
    for name, default in PORTS.items():
        text = text.replace(f"127.0.0.1:{default}", f"127.0.0.1:{ports[name]}")
    instance = f"zope_conf = {FILES['web.conf']}"
    return text.replace(instance, f"zope_conf = {var / 'etc' / 'web.conf'}")


def write(var: Path, ports: dict[str, int]) -> Path:
    """Write the configuration of one house and return its folder."""
    etc = var / "etc"
    for folder in (etc, var / "log", var / "filestorage", var / "blobstorage"):
        folder.mkdir(parents=True, exist_ok=True)
    for folder in ("instance", "worker", "cache"):
        (var / folder).mkdir(exist_ok=True)
    for name, source in FILES.items():
        (etc / name).write_text(translated(source.read_text(), var, ports))
    return etc


def source_path() -> str:
    """Return the folders of the developed distributions, as PYTHONPATH wants them."""
    folders = [path.parent for path in sorted(ROOT.glob("src/*/setup.py"))]
    return os.pathsep.join(map(str, [*folders, ROOT / "policy"]))


def database_command(etc: Path) -> list[str]:
    return [str(PYTHON), "-m", "ZEO.runzeo", "-C", str(etc / "zeo.conf")]


def web_command(etc: Path) -> list[str]:
    return [str(PYTHON), "-m", "Zope2.Startup.serve", str(etc / "web.ini")]


def script_command(conf: Path, script: Path, *arguments: str) -> list[str]:
    """Return the command that runs ``script`` with ``app``, the database's root."""
    runner = ROOT / "tools" / "zope_script.py"
    return [str(PYTHON), str(runner), str(conf), str(script), *arguments]
