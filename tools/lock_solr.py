"""Write the locks of Java artifacts: Solr with its web server, and veraPDF.

A developer's verb, run when one of the versions below changes. It needs ``mvn``
(which resolves what Solr needs at run time); a build itself only reads the locks.
"""

import hashlib
from pathlib import Path
import subprocess
import sys
import tempfile


ROOT = Path(__file__).resolve().parent.parent
PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1"
SOLR = "org.apache.solr:solr-core:jar:9.10.1"
JETTY = "org.eclipse.jetty:jetty-home:tar.gz:10.0.25"
VERAPDF = "org.verapdf.apps:cli:jar:1.30.2"
# Jetty 9.4 pieces that come along with Hadoop's and Jersey's tests, and a second
# copy of the servlet API: they clash with the Jetty 10 that serves Solr.
LEFT_OUT = {"jetty-server", "jersey-container-jetty-http", "jetty-servlet-api"}
POM = """<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>communes</groupId><artifactId>lock</artifactId><version>1</version>
  <packaging>pom</packaging>
  <dependencies><dependency>
    <groupId>{0}</groupId><artifactId>{1}</artifactId><version>{3}</version>
  </dependency></dependencies>
</project>
"""


def resolve(coordinate: str, folder: Path) -> None:
    """Copy an artifact and all it needs at run time into ``folder``."""
    pom = folder / "pom.xml"
    pom.write_text(POM.format(*coordinate.split(":")), encoding="utf-8")
    _mvn(folder, f"{PLUGIN}:copy-dependencies", "-DincludeScope=runtime")
    pom.unlink()


def copy(coordinate: str, folder: Path) -> None:
    """Copy one artifact, alone, into ``folder``."""
    group, name, extension, version = coordinate.split(":")
    _mvn(folder, f"{PLUGIN}:copy", f"-Dartifact={group}:{name}:{version}:{extension}")
    lonely = folder / f"{name}-{version}.{extension}"
    target = folder / group.replace(".", "/") / name / version
    target.mkdir(parents=True)
    lonely.rename(target / lonely.name)


def _mvn(folder: Path, goal: str, setting: str) -> None:
    command = ["mvn", "-B", "-q", goal, setting, f"-DoutputDirectory={folder}"]
    subprocess.run(
        [*command, "-Dmdep.useRepositoryLayout=true"], cwd=folder, check=True
    )


def lines(folder: Path) -> list[str]:
    """Return one lock line per file below ``folder``, sorted by coordinate."""
    found = []
    for path in folder.rglob("*"):
        if not path.name.endswith((".jar", ".tar.gz")):
            continue
        *group, name, version = path.relative_to(folder).parent.parts
        if name in LEFT_OUT:
            continue
        tail = path.name.removeprefix(f"{name}-{version}")
        classifier, _, extension = tail.partition(".")
        middle = f"{extension}:{classifier[1:]}" if classifier else extension
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        coordinate = f"{'.'.join(group)}:{name}:{middle}:{version}"
        found.append(f"{coordinate} sha256:{digest} {path.stat().st_size}")
    return sorted(found)


def write(name: str, resolved: str, alone: str | None = None) -> None:
    """Write requirements/<name>.lock."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        resolve(resolved, folder)
        if alone:
            copy(alone, folder)
        text = "\n".join(
            [
                "# Made by tools/lock_solr.py; read by tools/artifacts.py.",
                f"# For {resolved}{f' and {alone}' if alone else ''}",
                *lines(folder),
                "",
            ]
        )
    (ROOT / "requirements" / f"{name}.lock").write_text(text, encoding="utf-8")
    print(f"requirements/{name}.lock: {text.count('sha256:')} files")


def main() -> None:
    write("solr", SOLR, JETTY)
    write("verapdf", VERAPDF)


if __name__ == "__main__":
    sys.exit(main())
