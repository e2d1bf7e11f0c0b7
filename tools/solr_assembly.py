"""Put Solr together from locked artifacts: a web application in a Jetty base.

What stands in ``.build/solr/<version>-<lock>/`` is program only and never changes
once complete; a new lock makes a new folder. Data live in a *home* (``var/solr``):
``prepare_home`` lays the configuration there.
"""

import artifacts
from collections.abc import Callable
from collections.abc import Mapping
import errno
import hashlib
import os
from pathlib import Path
import re
import shutil
import tarfile
import tempfile


ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements" / "solr.lock"
CONFIGSET = ROOT / "src" / "communes.search" / "communes" / "search" / "configset"

WEB_XML = """<?xml version="1.0" encoding="UTF-8"?>
<web-app xmlns="http://xmlns.jcp.org/xml/ns/javaee" version="4.0"
         metadata-complete="true">
  <listener>
    <listener-class>org.apache.solr.servlet.CoreContainerProvider</listener-class>
  </listener>
  <filter>
    <filter-name>SolrRequestFilter</filter-name>
    <filter-class>org.apache.solr.servlet.SolrDispatchFilter</filter-class>
    <async-supported>true</async-supported>
  </filter>
  <filter-mapping>
    <filter-name>SolrRequestFilter</filter-name>
    <url-pattern>/*</url-pattern>
  </filter-mapping>
</web-app>
"""
# The nodes of a SolrCloud talk HTTP/2 to each other, without encryption (h2c).
START_INI = "--module=http\n--module=http2c\n--module=webapp\n--module=deploy\n"
LOG4J2_XML = """<?xml version="1.0" encoding="UTF-8"?>
<Configuration>
  <Appenders>
    <Console name="out" target="SYSTEM_OUT">
      <PatternLayout pattern="%d{ISO8601} %-5p [%X{core}] %c{1} %m%n"/>
    </Console>
  </Appenders>
  <Loggers>
    <Root level="warn"><AppenderRef ref="out"/></Root>
  </Loggers>
</Configuration>
"""
SOLR_XML = """<?xml version="1.0" encoding="UTF-8"?>
<solr>
  <int name="maxBooleanClauses">1024</int>
  <str name="configSetBaseDir">configsets</str>
  <!-- Cores beyond this number are closed, the longest unused first, and opened
       again when they are asked. -->
  <int name="transientCacheSize">${communes.loaded.cores:200}</int>
  <solrcloud>
    <str name="host">${host:127.0.0.1}</str>
    <int name="hostPort">${solr.port.advertise:0}</int>
    <str name="hostContext">${hostContext:solr}</str>
    <int name="zkClientTimeout">${zkClientTimeout:5000}</int>
    <int name="distribUpdateConnTimeout">2000</int>
    <int name="distribUpdateSoTimeout">10000</int>
  </solrcloud>
  <shardHandlerFactory name="shardHandlerFactory" class="HttpShardHandlerFactory">
    <int name="socketTimeout">30000</int>
    <int name="connTimeout">1000</int>
  </shardHandlerFactory>
</solr>
"""


def program_folder(lock: Path = LOCK) -> Path:
    """Return where the program of this lock stands or will stand."""
    version = next(
        item.coordinate.rpartition(":")[2]
        for item in artifacts.read_lock(lock)
        if ":solr-core:" in item.coordinate
    )
    made_of = lock.read_bytes() + (WEB_XML + START_INI).encode()
    digest = hashlib.sha256(made_of).hexdigest()[:8]
    return ROOT / ".build" / "solr" / f"{version}-{digest}"


def assemble(say: Callable[[str], None], environ: Mapping[str, str]) -> Path:
    """Return the program's folder, built from the locked artifacts when needed.

    :raises artifacts.ArtifactError: a file is missing or wrong, the disk is full.
    """
    program = program_folder()
    if program.is_dir():
        return program
    say("Solr: fetching the locked files.")
    files = artifacts.fetch_lock(LOCK, say, environ)
    say("Solr: putting it together.")
    program.parent.mkdir(parents=True, exist_ok=True)
    building = Path(tempfile.mkdtemp(prefix="new-", dir=program.parent))
    try:
        _build(building, files)
        # The last step, and atomic: a folder of that name is always complete.
        building.rename(program)
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise artifacts.ArtifactError(
                f"The disk is full while building {program}: free some room, "
                "then run again."
            ) from error
        raise
    finally:
        shutil.rmtree(building, ignore_errors=True)
    return program


def _build(folder: Path, files: list[Path]) -> None:
    library = folder / "base" / "webapps" / "solr" / "WEB-INF" / "lib"
    library.mkdir(parents=True)
    (folder / "install").mkdir()
    library.with_name("web.xml").write_text(WEB_XML, encoding="utf-8")
    (folder / "base" / "start.ini").write_text(START_INI, encoding="utf-8")
    (folder / "log4j2.xml").write_text(LOG4J2_XML, encoding="utf-8")
    for path in files:
        if path.suffix == ".jar":
            _link(path, library / path.name)
        else:
            _unpack(path, folder)


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:
        # Another file system, or one without links: a copy does as well.
        shutil.copyfile(source, target)


def _unpack(archive: Path, folder: Path) -> None:
    with tarfile.open(archive) as tar:
        tar.extractall(folder, filter="data")
    versioned = folder / archive.name.removesuffix(".tar.gz")
    versioned.rename(folder / "jetty-home")


def configset_name() -> str:
    """Return the name of our configuration in Solr: that of its schema."""
    schema = (CONFIGSET / "conf" / "schema.xml").read_text(encoding="utf-8")
    found = re.search(r'<schema name="([a-z0-9-]+)"', schema)
    if found is None:
        raise artifacts.ArtifactError("configset/conf/schema.xml has no name: mend it.")
    return found[1]


def prepare_home(home: Path) -> None:
    """Lay our configuration in a Solr home; its cores and their data stay.

    Each version of it has a folder of its own: a core keeps the one it was made with.
    """
    target = home / "configsets" / configset_name()
    fresh = target.with_name(f"{target.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.copytree(CONFIGSET, fresh)
    shutil.rmtree(target, ignore_errors=True)
    fresh.rename(target)
    (home / "solr.xml").write_text(SOLR_XML, encoding="utf-8")
