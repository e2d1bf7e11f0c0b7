"""How long what citizens read is kept, and what a reader who has it is spared."""

from communes.core.theme.api import branding
from communes.core.theme.api import static_version
from communes.pst.browser.resources import version as resources_version
from hashlib import sha256
from plone import api
from typing import Any


#: Seconds a proxy keeps a page; a reader always asks whether it is still the same.
KEPT = 300


def is_held(request: Any, *parts: object) -> bool:
    """Say how long an answer is kept; return whether the reader has it already.

    The tag depends on the version of the programme, the looks and the code. A page
    of a person who is logged in is kept by nobody.

    :param parts: what the answer is made of, beside looks and code.
    """
    response = request.response
    response.setHeader("Vary", "Cookie")
    personal = not api.user.is_anonymous() or "statusmessages" in request.cookies
    if request.method not in ("GET", "HEAD") or personal:
        response.setHeader("Cache-Control", "private, no-store")
        return False
    tag = _tag(request.get("ACTUAL_URL", ""), *parts)
    response.setHeader("ETag", tag)
    keep = f"public, max-age=0, s-maxage={KEPT}, must-revalidate"
    response.setHeader("Cache-Control", keep)
    # A proxy that compresses an answer renames its tag.
    asked = (request.getHeader("If-None-Match") or "").replace('-gzip"', '"')
    known = {one.strip().removeprefix("W/") for one in asked.split(",")}
    held = tag in known
    if held:
        response.setStatus(304, lock=1)
    return held


def _tag(*parts: object) -> str:
    looks = (branding().version, static_version(), resources_version())
    text = "\x1f".join(str(part) for part in (*parts, *looks))
    return f'"{sha256(text.encode()).hexdigest()[:32]}"'
