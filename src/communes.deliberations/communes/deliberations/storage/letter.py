"""The letter templates of an assembly: its own, else those shipped with the suite."""

from BTrees.OOBTree import OOBTree
from communes.core.signature.storage import blob_of
from communes.core.signature.storage import bytes_of
from communes.deliberations.content.assembly import IAssembly
from importlib.resources import files
from zope.annotation.interfaces import IAnnotations


KEY = "communes.deliberations.letters"


def template_of(assembly: IAssembly, name: str) -> bytes:
    """Return the template of that name."""
    own = (IAnnotations(assembly).get(KEY) or {}).get(name)
    if own is not None:
        return bytes_of(own)
    return (files("communes.deliberations.letters") / f"{name}.odt").read_bytes()


def keep_template(assembly: IAssembly, name: str, odt: bytes) -> None:
    """Keep the assembly's own template."""
    annotations = IAnnotations(assembly)
    if KEY not in annotations:
        annotations[KEY] = OOBTree()
    annotations[KEY][name] = blob_of(odt)
