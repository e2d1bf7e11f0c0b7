"""An ODT file as its members: read with suspicion, written always the same way."""

from collections.abc import Mapping
from communes.core.documents.odt.errors import TemplateRefused
from communes.core.documents.odt.names import make
from communes.core.documents.odt.names import name
from io import BytesIO
from lxml import etree
from zipfile import BadZipFile
from zipfile import ZIP_DEFLATED
from zipfile import ZIP_STORED
from zipfile import ZipFile
from zipfile import ZipInfo


MIMETYPE = "application/vnd.oasis.opendocument.text"
LIMIT_BYTES = 30_000_000
LIMIT_MEMBERS = 500
MANIFEST = "META-INF/manifest.xml"
_PROGRAMS = ("Basic/", "Scripts/", "Dialogs/")


def read(odt: bytes, template: str) -> dict[str, bytes]:
    """Return the members of an ODT file by name.

    :raises TemplateRefused: not an ODT, too large, encrypted, or it holds programs.
    """
    try:
        with ZipFile(BytesIO(odt)) as archive:
            infos = archive.infolist()
            if (
                len(infos) > LIMIT_MEMBERS
                or sum(info.file_size for info in infos) > LIMIT_BYTES
            ):
                raise _refused(template, "le fichier dépasse 30 Mo une fois déplié")
            members = {
                info.filename: archive.read(info) for info in infos if not info.is_dir()
            }
    except (BadZipFile, RuntimeError, NotImplementedError, EOFError) as error:
        # zipfile says RuntimeError for a password, NotImplementedError for a method.
        raise _refused(template, "ce n'est pas un fichier ODT lisible") from error
    if members.get("mimetype", b"").strip() != MIMETYPE.encode():
        raise _refused(template, "ce n'est pas un texte ODT")
    if any(member.startswith(_PROGRAMS) for member in members):
        raise _refused(template, "il contient des macros, qui ne sont pas admises")
    # Read again whenever a member is added: it has to be as safe as the text.
    tree(members, MANIFEST, template)
    return members


def tree(members: Mapping[str, bytes], member: str, template: str) -> etree._Element:
    """Return the XML tree of one member; no entity, no network.

    :raises TemplateRefused: missing, not XML, with entities or linked pictures.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(members[member], parser)
    except (KeyError, etree.XMLSyntaxError) as error:
        raise _refused(template, f"la partie « {member} » est illisible") from error
    if root.getroottree().docinfo.doctype:
        raise _refused(template, "il contient des entités, qui ne sont pas admises")
    for element in root.iter(
        name("draw:image"), name("draw:object"), name("draw:plugin")
    ):
        target = element.get(name("xlink:href"), "Pictures/")
        if not target.removeprefix("./").startswith(("Pictures/", "Object")):
            problem = (
                f"l'image « {target} » est liée, elle doit être enregistrée dedans"
            )
            raise _refused(template, problem)
    if next(root.iter(name("script:event-listener")), None) is not None:
        raise _refused(template, "il contient des macros, qui ne sont pas admises")
    return root


def write(members: Mapping[str, bytes]) -> bytes:
    """Return the ODT file; the same members always give the same bytes."""
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        # OpenDocument 1.2, part 3, 3.3: the type comes first and uncompressed.
        archive.writestr(_info("mimetype", ZIP_STORED), members["mimetype"])
        for member in sorted(set(members) - {"mimetype"}):
            archive.writestr(_info(member, ZIP_DEFLATED), members[member])
    return out.getvalue()


def declare(
    members: dict[str, bytes], member: str, media_type: str, data: bytes
) -> None:
    """Add a member and name it in the manifest, as OpenDocument asks."""
    members[member] = data
    manifest = etree.fromstring(members[MANIFEST])
    manifest.append(
        make(
            "manifest:file-entry",
            manifest_full__path=member,
            manifest_media__type=media_type,
        )
    )
    members[MANIFEST] = serialised(manifest)


def undeclare(members: dict[str, bytes], member: str) -> None:
    """Take a member that is gone out of the manifest."""
    manifest = etree.fromstring(members[MANIFEST])
    for entry in list(manifest):
        if entry.get(name("manifest:full-path")) == member:
            manifest.remove(entry)
    members[MANIFEST] = serialised(manifest)


def serialised(root: etree._Element) -> bytes:
    """Return the bytes of a member."""
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return data


def _info(member: str, compression: int) -> ZipInfo:
    info = ZipInfo(member, (1980, 1, 1, 0, 0, 0))
    info.compress_type = compression
    return info


def _refused(template: str, problem: str) -> TemplateRefused:
    return TemplateRefused(template=template, problem=problem)
