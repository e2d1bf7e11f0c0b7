"""Commands of an operator: ``bin/instance exchange_replay /demo/agents …``."""

from argparse import ArgumentParser
from argparse import Namespace
from collections.abc import Callable
from communes.core.errors.domain import DomainError
from communes.exchange.keeping.api import forget
from communes.exchange.outbox import api as outbox
from communes.exchange.peers import api as peers
from communes.exchange.peers.domain.peer import Key
from communes.exchange.peers.states import new_key
from datetime import date
from datetime import datetime
import getpass
import sys
import transaction
from typing import Any
from zope.component.hooks import setSite


def exchange_replay(app: Any, args: Any) -> None:
    """Send again what had arrived at a peer: one message, a subject, or a period.

    ``exchange_replay /demo/agents --peer demo/www --id 4f2a…``, or ``--subject
    meeting:7``, or ``--since 2026-11-01 --until 2026-11-15`` (the last day excluded).
    """
    parser = _parser("exchange_replay", exchange_replay)
    parser.add_argument("--peer", required=True)
    parser.add_argument("--id", default="")
    parser.add_argument("--subject", default="")
    parser.add_argument("--since", type=_moment, default=0.0)
    parser.add_argument("--until", type=_moment, default=float("inf"))
    _run(app, parser, args, _replay)


def exchange_key(app: Any, args: Any) -> None:
    """Enter the key, or the token, that the other side made; or make one.

    ``exchange_key /demo/agents --peer rocheval/agents --id rocheval:1`` asks for the
    secret, which is never on a command line; ``--new`` makes one and shows it once.
    """
    parser = _parser("exchange_key", exchange_key)
    parser.add_argument("--peer", required=True)
    parser.add_argument("--id", default="")
    parser.add_argument("--new", action="store_true")
    _run(app, parser, args, _key)


def exchange_prune(app: Any, args: Any) -> None:
    """Forget what passed longer ago than the commune keeps it, as every day."""
    _run(app, _parser("exchange_prune", exchange_prune), args, _prune)


def _replay(site: Any, asked: Namespace) -> str:
    if asked.id:
        outbox.replay(site, asked.peer, asked.id)
        count = 1
    else:
        peers.peer(site, asked.peer)
        count = outbox.replay_many(
            site, asked.peer, asked.subject, asked.since, asked.until
        )
    return f"{count} messages repartent vers {asked.peer}."


def _key(site: Any, asked: Namespace) -> str:
    if asked.new:
        made = new_key(site, asked.peer)
        return f"{made.id} {made.secret}"
    if not asked.id:
        sys.exit("Donnez le nom de la clé (--id), ou --new pour en faire une.")
    secret = getpass.getpass("Secret : ")
    peers.add_key(site, asked.peer, Key(asked.id, secret), date.today())
    return f"La clé {asked.id} signe désormais pour {asked.peer}."


def _prune(site: Any, asked: Namespace) -> str:
    found = forget(site)
    return (
        f"Oubliés : {found.messages} messages, {found.files} fichiers, "
        f"{found.values} valeurs."
    )


def _parser(name: str, command: Callable[..., None]) -> ArgumentParser:
    parser = ArgumentParser(prog=name, description=command.__doc__)
    parser.add_argument("site", help="chemin du site, par exemple /demo/agents")
    return parser


def _run(
    app: Any, parser: ArgumentParser, args: Any, do: Callable[[Any, Namespace], str]
) -> None:
    """Do it at the site that the words name, and commit."""
    words = args if isinstance(args, (list, tuple)) else str(args or "").split()
    asked = parser.parse_args([word for word in words if word != parser.prog])
    site = app.unrestrictedTraverse(asked.site.lstrip("/"), None)
    if site is None:
        sys.exit(f"Il n'y a pas de site {asked.site}.")
    setSite(site)
    try:
        said = do(site, asked)
    except DomainError as error:
        transaction.abort()
        sys.exit(str(error))
    transaction.commit()
    print(said, flush=True)


def _moment(text: str) -> float:
    return datetime.fromisoformat(text).timestamp()
