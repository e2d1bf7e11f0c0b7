"""The door: the document of the services, all of them or those of one site."""

from collections.abc import Iterable
from communes.core.openapi.domain import document
from communes.core.openapi.registered import Registered
from communes.core.openapi.registered import services
from importlib.metadata import version
from typing import Any


def describe(server: str, request: Any = None) -> dict[str, Any]:
    """Return the OpenAPI 3.1 document of the services.

    :param server: the address of the site that answers.
    :param request: keep the services of the solutions this request may reach; None:
        those of every solution in this process.
    :raises ModuleNotFoundError: a service has no ``description`` beside it.
    """
    offered = [one for one in services() if _reached(one, request)]
    names = {(one.method, one.name, one.place) for one in offered}
    told = [
        operation
        for module in _modules(offered)
        for operation in module.OPERATIONS
        if any(
            (operation.method, operation.service, place) in names
            for place in operation.places
        )
    ]
    schemas = {
        name: schema
        for module in _modules(offered)
        for name, schema in getattr(module, "SCHEMAS", {}).items()
    }
    return document(told, schemas, version("communes.core"), server)


def _reached(one: Registered, request: Any) -> bool:
    return request is None or one.layer.providedBy(request)


def _modules(offered: Iterable[Registered]) -> list[Any]:
    found = {one.package: one.description for one in offered}
    return [found[package] for package in sorted(found)]
