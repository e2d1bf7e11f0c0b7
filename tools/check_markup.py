"""Check (or with --write mend) the form of XML and ZCML with zpretty."""

from pathlib import Path
import subprocess
import sys


ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str]) -> int:
    mode = ["--inplace"] if "--write" in arguments else ["--check"]
    status = 0
    for kind, pattern in (("--zcml", "*.zcml"), ("--xml", "*.xml")):
        files = [
            str(path)
            for base in ("src", "policy")
            for path in sorted((ROOT / base).rglob(pattern))
            # Solr reads its schema as it is written for Solr.
            if "configset" not in path.parts
        ]
        zpretty = str(Path(sys.executable).with_name("zpretty"))
        if files:
            status |= subprocess.call([zpretty, kind, *mode, *files])
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
