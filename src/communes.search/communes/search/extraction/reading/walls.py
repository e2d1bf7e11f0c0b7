"""Walls around the process that reads a file: no network, no program, no writing.

Limits of the system bound time, memory and files; a filter of system calls (Linux)
takes away sockets and programs even from native code; a hook of Python refuses the
same, and every file opened to write, on any system.
"""

import ctypes
import errno
import os
import platform
import resource
import struct
import sys


# Numbers of the calls that the filter refuses, by machine: socket, connect, accept,
# sendto, bind, listen, socketpair, clone, fork, vfork, clone3, execve, execveat,
# ptrace, io_uring_setup, bpf, process_vm_readv and _writev.
_REFUSED_CALLS = {
    "x86_64": (
        0xC000003E,
        (41, 42, 43, 44, 49, 50, 53, 56, 57, 58, 435, 59, 322, 101, 425, 321, 310, 311),
    ),
    "aarch64": (
        0xC00000B7,
        (
            198,
            203,
            202,
            206,
            200,
            201,
            199,
            220,
            435,
            221,
            281,
            117,
            425,
            280,
            270,
            271,
        ),
    ),
}
_LOAD, _IF_EQUAL, _IF_AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW = 0x7FFF0000
_REFUSE = 0x00050000 | errno.EPERM
_OTHER_NUMBERING = 0x40000000
_NO_NEW_PRIVILEGES, _SET_FILTER, _MODE_FILTER = 38, 22, 2
_FORBIDDEN_EVENTS = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.fork",
    "os.system",
    "os.posix_spawn",
    "os.spawn",
    "os.remove",
    "os.rename",
    "os.mkdir",
    "os.rmdir",
    "os.link",
    "os.symlink",
    "os.truncate",
    "ctypes.dlopen",
    "shutil.",
    "urllib.",
    "ftplib.",
    "http.client.",
    "smtplib.",
    "webbrowser.",
    "sqlite3.connect",
)


class Walled(PermissionError):
    """What reads a file has tried something that reading does not need."""


def raise_walls(seconds: int, memory_bytes: int) -> None:
    """Shut this process in, for the rest of its life."""
    for what, most in (
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_AS, memory_bytes),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 64),
    ):
        resource.setrlimit(what, (most, most))
    os.nice(10)
    _filter_calls()
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event.startswith(_FORBIDDEN_EVENTS):
        raise Walled(event)
    if event == "open" and _writes(arguments):
        raise Walled("open to write")


def _writes(arguments: tuple[object, ...]) -> bool:
    _path, mode, flags = arguments
    if isinstance(mode, str) and set(mode) & set("wax+"):
        return True
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR))


def _filter_calls() -> None:
    """Refuse the listed calls to this process; where there is no such filter, none."""
    if platform.system() != "Linux" or platform.machine() not in _REFUSED_CALLS:
        return
    program = _program(*_REFUSED_CALLS[platform.machine()])
    code = ctypes.create_string_buffer(b"".join(program))
    rule = ctypes.create_string_buffer(
        struct.pack("HxxxxxxP", len(program), ctypes.addressof(code))
    )
    library = ctypes.CDLL(None, use_errno=True)
    if library.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "no_new_privs")
    if library.prctl(_SET_FILTER, _MODE_FILTER, ctypes.byref(rule), 0, 0):
        raise OSError(ctypes.get_errno(), "seccomp")


def _program(machine: int, calls: tuple[int, ...]) -> list[bytes]:
    """Return the filter: another machine or a listed call is refused."""
    length = len(calls)
    return [
        _step(_LOAD, 0, 0, 4),
        _step(_IF_EQUAL, 1, 0, machine),
        _step(_RETURN, 0, 0, _REFUSE),
        _step(_LOAD, 0, 0, 0),
        _step(_IF_AT_LEAST, length + 1, 0, _OTHER_NUMBERING),
        *(
            _step(_IF_EQUAL, length - place, 0, call)
            for place, call in enumerate(calls)
        ),
        _step(_RETURN, 0, 0, _ALLOW),
        _step(_RETURN, 0, 0, _REFUSE),
    ]


def _step(code: int, then: int, otherwise: int, value: int) -> bytes:
    return struct.pack("HBBI", code, then, otherwise, value)
