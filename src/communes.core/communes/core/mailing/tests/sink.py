"""A mail server of a few lines: keeps what it accepts, or does as it is told."""

from collections.abc import Callable
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from dataclasses import field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from socketserver import StreamRequestHandler
from socketserver import ThreadingTCPServer
from threading import Thread


@dataclass
class Sink:
    """``answers``: a code for RCPT by address; ``hang_up``: close after the data.

    ``heard`` is told the receiver of each message, which is not kept then; the line
    is closed without an answer when it says False.
    """

    port: int = 0
    heard: Callable[[str], bool] | None = None
    messages: list[tuple[str, str, EmailMessage]] = field(default_factory=list)
    answers: dict[str, str] = field(default_factory=dict)
    hang_up: bool = False


class Talk(StreamRequestHandler):
    """One line with a client; the server knows the sink."""

    def say(self, text: str) -> None:
        self.wfile.write(f"{text}\r\n".encode())

    def take(self, sender: str, receiver: str) -> bool:
        """Hear a message; return whether the server answers."""
        sink = self.server.sink
        data = b"".join(iter(self.rfile.readline, b".\r\n"))
        if sink.heard is not None:
            return sink.heard(receiver)
        message = message_from_bytes(data, policy=default)
        sink.messages.append((sender, receiver, message))
        return not sink.hang_up

    def handle(self) -> None:
        self.say("220 sink")
        sender = receiver = ""
        while line := self.rfile.readline().decode().strip():
            word = line.upper()
            if word.startswith("MAIL FROM:"):
                sender = line.partition("<")[2].partition(">")[0]
                self.say("250 ok")
            elif word.startswith("RCPT TO:"):
                receiver = line.partition("<")[2].partition(">")[0]
                self.say(self.server.sink.answers.get(receiver, "250 ok"))
            elif word == "DATA":
                self.say("354 go on")
                if not self.take(sender, receiver):
                    return
                self.say("250 taken")
            elif word == "QUIT":
                self.say("221 bye")
                return
            else:
                self.say("250 ok")


@contextmanager
def mail_server() -> Iterator[Sink]:
    """Give a server that runs on this machine for as long as the block."""
    sink = Sink()
    with ThreadingTCPServer(("127.0.0.1", 0), Talk) as server:
        server.daemon_threads = True
        server.sink = sink
        sink.port = server.server_address[1]
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield sink
        server.shutdown()
        thread.join()
