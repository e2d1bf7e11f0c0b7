"""Build the house: locked wheels into one environment, then buildout, offline.

Everything that is installed has its SHA-256 sum in ``requirements/*.lock``; the
buildout runs in its no-install mode, so nothing else can come in. A step whose
inputs have not changed is not done again.
"""

import argparse
import hashlib
from pathlib import Path
import re
import secrets
import subprocess
import sys
import venv
from words import BUILD
from words import CACHE
from words import Failure
from words import require_disk
from words import ROOT
from words import run_as_command
from words import say


PYTHON = BUILD / "venv" / "bin" / "python"
# soupsieve, which Zope pins, refuses older ones.
OLDEST_PYTHON = (3, 11, 5)
NEEDED_MIB = 3000


def fingerprint(*parts: str | Path) -> str:
    """Return a sum of texts and of the contents of files."""
    digest = hashlib.sha256(sys.version.encode())
    for part in parts:
        content = part.read_bytes() if isinstance(part, Path) else part.encode()
        digest.update(hashlib.sha256(content).digest())
    return digest.hexdigest()


def is_done(step: str, inputs: str) -> bool:
    """Tell whether ``step`` was finished with these inputs."""
    stamp = BUILD / f"{step}.done"
    return stamp.exists() and stamp.read_text() == inputs


def mark_done(step: str, inputs: str) -> None:
    (BUILD / f"{step}.done").write_text(inputs)


def require_python() -> None:
    if not OLDEST_PYTHON <= sys.version_info[:3] < (3, 12):
        raise Failure(
            f"Python {sys.version.split()[0]} runs this, and Plone 6.2 is pinned "
            "here for Python 3.11.5 or newer in 3.11: install it, or name it with "
            "`make PYTHON=/path/to/python3.11 …`."
        )


def explain_pip(output: str) -> str:
    """Turn what pip printed into one sentence."""
    if "DO NOT MATCH THE HASHES" in output:
        name = re.search(r"^\s+(\S+==\S+|\S+) from", output, re.MULTILINE)
        what = name.group(1) if name else "a package"
        return (
            f"The download of {what} does not match its locked SHA-256 sum: it is "
            "broken or was altered. Run the command again; if it stays so, look at "
            "the mirror you use."
        )
    if "No space left" in output:
        return "The disk is full: make room, then run the same command again."
    last = [line for line in output.splitlines() if "ERROR" in line] or [output.strip()]
    return f"The package index could not give what is locked: {last[-1][-400:]}"


def pip(*arguments: str) -> None:
    command = [str(PYTHON), "-m", "pip", "--no-input", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        raise Failure(explain_pip(done.stdout + done.stderr))


def download(lock: Path, wheels: Path) -> None:
    """Fetch the wheels of ``lock`` into ``wheels``, saying how far it is."""
    total = sum(1 for line in lock.read_text().splitlines() if "==" in line)
    command = [str(PYTHON), "-m", "pip", "--no-input", "download", "--require-hashes"]
    command += ["--only-binary=:all:", "--no-deps", "--progress-bar=off"]
    command += ["-r", str(lock), "-d", str(wheels)]
    output = []
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        count = 0
        for line in process.stdout or ():
            output.append(line)
            if line.startswith(("Collecting", "Processing")):
                count += 1
                if count % 50 == 0:
                    say(f"  {count} of {total} packages")
    if process.returncode:
        raise Failure(explain_pip("".join(output)))


def install_environment(locks: list[str]) -> None:
    """Install what the lock files name, and nothing else, into the environment."""
    files = [ROOT / "requirements" / f"{name}.lock" for name in ["build", *locks]]
    wheels = CACHE / "wheels"
    wheels.mkdir(parents=True, exist_ok=True)
    if not PYTHON.exists():
        say("Creating the Python environment")
        venv.create(BUILD / "venv", with_pip=True)
    for lock in files:
        inputs = fingerprint(lock)
        if is_done(lock.stem, inputs):
            continue
        say(f"Fetching the packages of requirements/{lock.name}")
        download(lock, wheels)
        say(f"Installing the packages of requirements/{lock.name}")
        pip(
            *("install", "--quiet", "--require-hashes", "--no-deps", "--no-index"),
            *("--find-links", str(wheels), "-r", str(lock)),
        )
        mark_done(lock.stem, inputs)


def admin_password() -> str:
    """Return the password of the first account of a new database, drawn once.

    It is kept in ``.build/admin-password``, for who builds to read; the accounts of
    a commune come from its profile.
    """
    kept = BUILD / "admin-password"
    if not kept.exists():
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(18))
    return kept.read_text()


def buildout(config: str) -> None:
    """Run the buildout named by ``config`` when one of its inputs has changed."""
    sources = sorted(ROOT.glob("*.cfg")) + sorted(ROOT.glob("src/*/setup.py"))
    sources += [ROOT / "policy" / "setup.py", ROOT / config]
    inputs = fingerprint(config, str(ROOT), *sources)
    step = f"buildout-{Path(config).stem}"
    if is_done(step, inputs):
        return
    say(f"Assembling with buildout from {config}")
    command = [str(PYTHON.with_name("buildout")), "-o", "-c", config]
    command += [f"buildout:directory={ROOT}"]
    command += [f"settings:admin-password={admin_password()}"]
    log = BUILD / f"{step}.log"
    with log.open("w") as output:
        status = subprocess.call(command, cwd=ROOT, stdout=output, stderr=output)
    if status:
        tail = "\n".join(log.read_text().splitlines()[-15:])
        raise Failure(f"buildout could not assemble {config}:\n{tail}")
    mark_done(step, inputs)


def catalogues() -> None:
    """Compile the catalogues: once here, since processes that start together would
    each write the same files while the others read them."""
    sources = [*ROOT.glob("src/*/communes/*/locales/*/LC_MESSAGES/*.po")]
    sources += ROOT.glob("policy/communes/policy/locales/*/LC_MESSAGES/*.po")
    inputs = fingerprint(*sorted(sources))
    if not sources or is_done("catalogues", inputs):
        return
    script = ROOT / "tools" / "compile_catalogues.py"
    subprocess.run([str(PYTHON), str(script), *map(str, sources)], check=True)
    mark_done("catalogues", inputs)


def build(locks: list[str], configs: list[str]) -> None:
    """Make the environment and ``bin/``, or raise ``Failure`` with the cure."""
    require_python()
    require_disk(BUILD, 200 if PYTHON.exists() else NEEDED_MIB)
    install_environment(locks)
    for config in configs:
        buildout(config)
    if configs:
        catalogues()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--lock", action="append", default=[])
    parser.add_argument("--config", action="append", default=[])
    given = parser.parse_args()
    build(given.lock, given.config)
    say(f"Built: {', '.join(given.lock)}")


if __name__ == "__main__":
    run_as_command(main)
