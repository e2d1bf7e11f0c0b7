"""Start a SolrCloud on the loopback address: a ZooKeeper and several nodes.

As a command, an example of three nodes to look at::

    python tools/solr_cloud.py --folder var/cloud --nodes 3

As a module, for the tests: ``Cloud``. ZooKeeper is a process of its own, so that any
node may die; it comes with the files of Solr itself.
"""

import argparse
from dataclasses import dataclass
from dataclasses import field
from pathlib import Path
import signal
import socket
import solr
import subprocess
import sys
import threading
import time


HOST = solr.HOST
ZOOKEEPER_SECONDS = 30
# Small nodes: soon there rather than fast.
QUICK = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
ZOOKEEPER_CLASS = "org.apache.zookeeper.server.ZooKeeperServerMain"


def start_zookeeper(folder: Path, port: int) -> "subprocess.Popen[bytes]":
    """Start a ZooKeeper with its data in ``folder``; return when it listens.

    :raises solr.SolrError: the port is busy, or it ends or stays silent.
    """
    solr.refuse_busy(port)
    program = solr.build()
    folder.mkdir(parents=True, exist_ok=True)
    settings = folder / "zoo.cfg"
    settings.write_text(
        f"dataDir={folder.resolve() / 'data'}\n"
        f"clientPort={port}\nclientPortAddress={HOST}\n"
        "tickTime=1000\nmaxClientCnxns=0\nadmin.enableServer=false\n",
        encoding="utf-8",
    )
    libraries = program / "base" / "webapps" / "solr" / "WEB-INF" / "lib"
    log = folder / "zookeeper.log"
    command = [
        str(solr.find_java()),
        "-Xmx128m",
        *QUICK,
        f"-Dlog4j2.configurationFile={program / 'log4j2.xml'}",
        "-cp",
        f"{libraries}/*",
        ZOOKEEPER_CLASS,
        str(settings),
    ]
    process = solr.spawn(command, log)
    deadline = time.monotonic() + ZOOKEEPER_SECONDS
    while not _listens(port):
        if process.poll() is not None or time.monotonic() > deadline:
            process.kill()
            process.wait()
            raise solr.SolrError(f"ZooKeeper does not answer: {solr.last_line(log)}")
        time.sleep(0.1)
    return process


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(0.5)
        return probe.connect_ex((HOST, port)) == 0


@dataclass
class Cloud:
    """A ZooKeeper and ``len(ports)`` nodes, with their data below ``folder``."""

    folder: Path
    ports: list[int]
    zookeeper_port: int
    heap: str = "256m"
    nodes: dict[int, solr.SolrProcess] = field(default_factory=dict)
    zookeeper: "subprocess.Popen[bytes] | None" = None

    @classmethod
    def on_free_ports(cls, folder: Path, nodes: int = 3) -> "Cloud":
        """Return a cloud, not yet started, on ports that nothing listens on."""
        ports: set[int] = set()
        while len(ports) <= nodes:
            ports.add(solr.free_port())
        first, *others = sorted(ports)
        return cls(folder, others, first)

    @property
    def urls(self) -> str:
        """The addresses of all nodes, as ``COMMUNES_SOLR_URL`` wants them."""
        return " ".join(f"http://{HOST}:{port}/solr" for port in self.ports)

    def start(self) -> None:
        """Start everything; return when every node answers.

        :raises solr.SolrError: a process does not start; nothing is left running.
        """
        try:
            self.zookeeper = start_zookeeper(
                self.folder / "zookeeper", self.zookeeper_port
            )
            self._start_nodes()
        except BaseException:
            self.stop()
            raise

    def _start_nodes(self) -> None:
        # The first one lays the ground in ZooKeeper; the others start at once.
        self.start_node(self.ports[0])
        failures: list[BaseException] = []

        def begin(port: int) -> None:
            try:
                self.start_node(port)
            except BaseException as error:
                failures.append(error)

        threads = [
            threading.Thread(target=begin, args=(port,)) for port in self.ports[1:]
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        if failures:
            raise failures[0]

    def start_node(self, port: int) -> None:
        """Start the node on ``port``, with the data it had; return when it answers."""
        home = self.folder / f"node-{port}"
        home.mkdir(parents=True, exist_ok=True)
        self.nodes[port] = solr.start(
            home,
            port,
            home / "solr.log",
            self.heap,
            zookeeper=f"{HOST}:{self.zookeeper_port}",
            options=QUICK,
        )

    def kill_node(self, port: int) -> None:
        """End a node as a power cut would."""
        process = self.nodes.pop(port).process
        process.kill()
        process.wait()

    def stop(self) -> None:
        """End everything that runs; the nodes at once, for none waits for another."""
        for node in self.nodes.values():
            node.process.kill()
        for node in self.nodes.values():
            node.process.wait()
        self.nodes.clear()
        if self.zookeeper is not None:
            self.zookeeper.kill()
            self.zookeeper.wait()
            self.zookeeper = None


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--nodes", type=int, default=3)
    chosen = parser.parse_args(arguments)
    ended = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: ended.set())
    cloud = Cloud.on_free_ports(chosen.folder, chosen.nodes)
    try:
        cloud.start()
        print(f'COMMUNES_SOLR_URL="{cloud.urls}"', flush=True)
        ended.wait()
    except solr.SolrError as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        cloud.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
