"""The document that is sealed, and the poster that points to it, as structured HTML."""

from collections.abc import Iterator
from communes.core.parts.domain.writing import date_in_words
from communes.publications.domain.publication.kinds import AUTHORITIES
from communes.publications.domain.publication.kinds import natures
from communes.publications.domain.publication.record import Publication
from html import escape


def document_html(one: Publication) -> str:
    """Return the whole text of a publication with what must stand beside it.

    Annexes are named by their SHA-256: whoever has the sealed document knows which
    files belonged to it. Its own moment is not in it: the seal says that.
    """
    parts = [f"<h1>{escape(one.title)}</h1>", _facts(_said(one))]
    if one.html.strip():
        parts.append(one.html)
    files = [*([one.pdf] if one.pdf else []), *one.annexes]
    if files:
        rows = "".join(
            f"<tr><td>{escape(file.title)} ({escape(file.filename)})</td>"
            f"<td>{_broken(file.sha256)}</td></tr>"
            for file in files
        )
        parts.append(
            "<h2>Fichiers joints</h2><table><thead><tr><th>Fichier</th>"
            f"<th>SHA-256</th></tr></thead><tbody>{rows}</tbody></table>"
        )
    return "".join(parts)


def poster_html(one: Publication, picture: str) -> str:
    """Return the notice to post up: what was decided, and where the text is read.

    :param picture: a PNG of the address as a QR code, as a ``data:`` address.
    """
    where = escape(one.url)
    consultation = (
        f"<p>{escape(one.consultation)}</p>" if one.consultation.strip() else ""
    )
    return (
        f"<h1>Avis de publication</h1><p><strong>{escape(one.title)}</strong></p>"
        f"{_facts(_said(one))}"
        "<h2>Où lire le texte</h2>"
        "<p>Le texte intégral se lit et se télécharge librement et gratuitement à "
        f"l'adresse :</p><p><strong>{where}</strong></p>"
        f'<p class="center"><img src="{picture}" '
        f'alt="Code QR qui mène à {where}" /></p>{consultation}'
    )


def _said(one: Publication) -> Iterator[tuple[str, str]]:
    nature = natures().get(one.nature)
    yield "Institution", one.institution
    yield "Référence", one.reference
    if nature is not None:
        yield "Nature", nature.title
    if one.authority:
        yield "Autorité", AUTHORITIES.get(one.authority, one.authority)
    if one.decided_on is not None:
        yield "Décision du", date_in_words(one.decided_on)
    # CDLD, art. L1133-1: the decision of the supervising authority and its date.
    if one.approved_on is not None:
        yield "Approbation par la tutelle", date_in_words(one.approved_on)
    elif one.approval_expired_on is not None:
        yield (
            "Tutelle d'approbation",
            f"délai expiré le {date_in_words(one.approval_expired_on)}",
        )
    if one.in_force_on is not None:
        yield "Entrée en vigueur", date_in_words(one.in_force_on)
    if one.expires_on is not None:
        yield "Fin de validité", date_in_words(one.expires_on)
    if one.replaces:
        yield "Remplace", ", ".join(one.replaces)
    yield "Adresse", one.url


def _facts(said: Iterator[tuple[str, str]]) -> str:
    rows = "".join(
        f"<tr><th>{escape(term)}</th><td>{escape(value)}</td></tr>"
        for term, value in said
    )
    return f"<table><tbody>{rows}</tbody></table>"


def _broken(sum: str) -> str:
    """Return a sum in groups, so that a column can break it."""
    return " ".join(sum[at : at + 16] for at in range(0, len(sum), 16))
