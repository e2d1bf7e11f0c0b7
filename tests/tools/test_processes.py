"""Processes start when they answer, are kept alive, and none is left behind."""

import os
from pathlib import Path
import processes
import pytest
import socket
import sys
import time
import words


def child(tmp_path: Path, code: str, **changes) -> processes.Child:
    settings = {"ready": (tmp_path / "ready").exists, "ready_seconds": 20, **changes}
    command = [sys.executable, "-c", code]
    return processes.Child("example", command, tmp_path / "log", **settings)


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def wait_for(condition, seconds: float = 20) -> bool:
    limit = time.monotonic() + seconds
    while time.monotonic() < limit:
        if condition():
            return True
        time.sleep(0.02)
    return False


def stays(tmp_path: Path) -> str:
    ready = tmp_path / "ready"
    return f"import time; open({str(ready)!r}, 'w').close(); time.sleep(60)"


def test_a_busy_port_is_named_with_the_cure():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(words.Failure) as refused:
            processes.require_free_port("web", port)
    assert f"Port {port} for web is already in use" in str(refused.value)
    assert "COMMUNES_WEB_PORT=" in str(refused.value)


def test_a_process_that_ends_while_starting_is_quoted(tmp_path: Path):
    broken = child(tmp_path, "raise SystemExit('no database here')")
    with pytest.raises(words.Failure, match="no database here"):
        broken.start()


def test_a_silent_process_is_not_waited_for_forever(tmp_path: Path):
    silent = child(tmp_path, "import time; time.sleep(60)", ready_seconds=0)
    try:
        with pytest.raises(words.Failure, match="did not answer within 0 s"):
            silent.start()
    finally:
        silent.stop()


def test_stopping_leaves_nothing_running(tmp_path: Path):
    note = tmp_path / "grandchild"
    code = (
        "import subprocess, sys;"
        "p = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)']);"
        f"open({str(note)!r}, 'w').write(str(p.pid));" + stays(tmp_path)
    )
    parent = child(tmp_path, code)
    parent.start()
    grandchild = int(note.read_text())
    parent.stop()
    assert parent.process.poll() is not None
    # The grandchild is adopted and reaped by the system, which takes a moment.
    assert wait_for(lambda: not alive(grandchild) or is_zombie(grandchild))


def is_zombie(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] == "Z"
    except OSError:
        return True


def test_a_killed_process_is_started_again(tmp_path: Path):
    kept = child(tmp_path, stays(tmp_path))
    kept.start()
    first = kept.process.pid
    try:
        kept.process.kill()
        kept.process.wait()
        kept.keep_alive()
        assert kept.process.pid != first
        assert kept.process.poll() is None
    finally:
        kept.stop()


def test_a_process_that_keeps_ending_is_given_up(tmp_path: Path):
    broken = child(tmp_path, "raise SystemExit('broken for good')")
    with pytest.raises(words.Failure, match="keeps ending"):
        for _ in range(10):
            broken.spawn() if broken.process is None else broken.keep_alive()
            broken.process.wait()
