"""Web and worker processes of a test site, forked from one that has it all loaded.

The nursery itself is forked before anything starts a thread; it forks each process
when asked, so that one that was killed is there again in a moment.
"""

from App.ZApplication import ZApplicationWrapper
from collections.abc import Mapping
from communes.core.jobs.tests.processes import zeo_client
from communes.core.jobs.worker import main
from contextlib import suppress
import json
import logging
import os
from pathlib import Path
import signal
import socket
import transaction
from typing import Any
import waitress
import ZODB
from zope.component import adapter
from zope.component import provideHandler
import Zope2
from ZPublisher.HTTPRequest import HTTPRequest
from ZPublisher.interfaces import IPubFailure
import ZPublisher.WSGIPublisher


class Nursery:
    """Asks the nursery process for children, and has them end with it."""

    def __init__(self, log: Path) -> None:
        self._ours, theirs = socket.socketpair()
        self.pid = os.fork()
        if self.pid == 0:
            # Or the end of the tests would never be seen.
            self._ours.close()
            _forked(log, lambda: _tend(theirs))
        theirs.close()
        self._lines = self._ours.makefile("rw")

    def start(
        self, role: str, log: str, variables: Mapping[str, str], **how: Any
    ) -> int:
        """Start a child; return the number of its process.

        :param role: ``web`` (``zeo``, ``blobs`` and ``port``) or ``worker``.
        :param variables: what is added to its environment.
        """
        told = {"role": role, "log": log, "variables": dict(variables), **how}
        self._lines.write(json.dumps(told) + "\n")
        self._lines.flush()
        return int(self._lines.readline())

    def close(self) -> None:
        """End the nursery; its children were ended by who asked for them."""
        self._lines.close()
        self._ours.close()
        os.waitpid(self.pid, 0)


def _forked(log: Path, work: Any) -> None:
    """Do ``work`` in a process of its own that never returns to the tests."""
    try:
        with log.open("a") as out:
            os.dup2(out.fileno(), 1)
            os.dup2(out.fileno(), 2)
        # What the process of the tests has set up belongs to it.
        logging.basicConfig(level=logging.INFO, force=True)
        work()
    except BaseException:
        logging.getLogger(__name__).exception("%s ended", os.getpid())
    finally:
        os._exit(0)


def _tend(asked: socket.socket) -> None:
    # Nobody asks how a child ended: the system forgets it by itself.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    lines = asked.makefile("rw")
    for line in lines:
        how = json.loads(line)
        role = {"web": _web, "worker": _worker}[how.pop("role")]
        log, variables = Path(how.pop("log")), how.pop("variables")
        pid = os.fork()
        if pid == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            lines.detach()
            os.environ.update(variables)
            _forked(log, lambda role=role, how=how: role(**how))
        lines.write(f"{pid}\n")
        lines.flush()


def _web(zeo: str, blobs: str, port: int) -> None:
    """Serve the site at ``port``: ZPublisher with its transactions and retries."""
    transaction.abort()
    database = ZODB.DB(zeo_client(zeo, blobs))
    Zope2.DB = database
    Zope2.bobo_application = ZApplicationWrapper(database, "Application")
    ZPublisher.WSGIPublisher._MODULES.clear()
    # As base.cfg has it.
    HTTPRequest.retry_max_count = 6
    provideHandler(_note_failure)
    waitress.serve(
        ZPublisher.WSGIPublisher.publish_module,
        host="127.0.0.1",
        port=port,
        threads=2,
    )


@adapter(IPubFailure)
def _note_failure(event: Any) -> None:
    words = "again" if event.retry else "failed"
    logging.getLogger(__name__).info("%s: %s", words, event.exc_info[1])


def _worker(zeo: str, blobs: str) -> None:
    """Work through intents and rounds until told to end."""
    transaction.abort()
    database = ZODB.DB(zeo_client(zeo, blobs))
    main(database.open().root()["Application"])


def is_there(pid: int) -> bool:
    """Tell whether the process still exists, and with it what it holds."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def killed(pid: int) -> None:
    """End a child without a warning."""
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
