"""Ask veraPDF, the reference validator, whether files keep what they promise."""

from pathlib import Path
import pytest
import shutil
import subprocess


JAR = ".cache/artifacts/org/verapdf/apps/cli/1.30.2/cli-1.30.2.jar"
MAIN = "org.verapdf.apps.GreenfieldCliWrapper"


def verdicts(flavour: str, files: list[Path]) -> dict[str, str]:
    """Return ``PASS`` or ``FAIL`` and the broken rules, by file name.

    Skips the test, with the way to have the validator, on a machine without it.
    """
    java = shutil.which("java")
    jar = next(
        (path / JAR for path in Path(__file__).parents if (path / JAR).is_file()), None
    )
    if java is None or jar is None:
        pytest.skip("veraPDF: needs Java and python3 tools/artifacts.py verapdf.lock")
    command = [java, "-cp", str(jar), MAIN, "--flavour", flavour]
    command += ["--format", "text", "-v", *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    answer: dict[str, str] = {}
    name = ""
    for line in done.stdout.splitlines():
        if line.startswith(("PASS ", "FAIL ")):
            word, _, rest = line.partition(" ")
            name = Path(rest.rsplit(" ", 1)[0]).name
            answer[name] = word
        elif name:
            answer[name] += f" | {line.strip()}"
    assert set(answer) == {path.name for path in files}, done.stderr
    return answer
