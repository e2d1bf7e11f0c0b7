"""An extract as the council of the fixture town would write it, and its layout."""

from communes.core.documents.domain import Layout
from communes.core.documents.domain import LegalDocument
from datetime import date
from io import BytesIO
from PIL import Image
from PIL import ImageDraw


EXTRACT = """
<h1>Extrait du registre aux délibérations du Conseil communal</h1>
<p class="subtitle">Séance du 22 mai 2023</p>
<p><strong>Présents :</strong></p>
<ul class="names">
<li>Mme Claire Deprez, Bourgmestre-Présidente ;</li>
<li>MM. Luc Servais, Benoît Lhermitte et Mme Anne Gœthals, Échevins ;</li>
<li>Mme Noëlle Piérard, Présidente du CPAS ;</li>
<li>M. Jean-François Maréchal, Conseiller ;</li>
<li>Mme Françoise Leclercq, Conseillère ;</li>
<li>M. Éric Vandenbrœcke, Conseiller ;</li>
<li>Mme Zoé Hérin, Conseillère ;</li>
<li>M. Paul Noël, Directeur général.</li>
</ul>
<p class="mention">M. Éric Vandenbrœcke entre en séance à 20 h 12.</p>
<h2>5. Marchés publics – Réfection de la rue de l'Église – Conditions et mode de
passation – Approbation</h2>
<p>Le Conseil communal, réuni en séance publique,</p>
<p>Vu le Code de la démocratie locale et de la décentralisation, notamment les
articles L1122-30 et L1222-3 ;</p>
<p>Vu la loi du 17 juin 2016 relative aux marchés publics, notamment l'article 42,
§ 1<sup>er</sup>, 1° a) ;</p>
<p>Considérant le cahier des charges n° 2023-014 relatif au marché « Réfection de la
rue de l'Église » établi par le Service des travaux ;</p>
<p>Considérant que le montant estimé de ce marché s'élève à 184&nbsp;500,00&nbsp;€ hors
TVA, soit 223&nbsp;245,00&nbsp;€, 21&nbsp;% TVA comprise, réparti comme suit :</p>
<table>
<thead><tr><th>Poste</th><th>Quantité</th><th class="number">Montant hors TVA</th></tr>
</thead><tbody>
<tr><td>Démolition et terrassement</td><td>420 m³</td>
<td class="number">18&nbsp;000,00&nbsp;€</td></tr>
<tr><td>Revêtement hydrocarboné, y compris la mise à niveau des avaloirs et des
trapillons sur toute la longueur de la voirie</td><td>1&nbsp;450 m²</td>
<td class="number">124&nbsp;500,00&nbsp;€</td></tr>
<tr><td>Trottoirs en pavés de béton</td><td>610 m²</td>
<td class="number">42&nbsp;000,00&nbsp;€</td></tr>
<tr><th colspan="2">Total</th><td class="number"><strong>184&nbsp;500,00&nbsp;€</strong>
</td></tr></tbody></table>
<p>Considérant que le crédit est inscrit au budget extraordinaire de l'exercice 2023,
article 421/731-60 (projet 20230007), et sera financé par emprunt ;</p>
<p>Vu l'avis de légalité favorable remis par le Directeur financier le 9 mai 2023 ;</p>
<p>Après en avoir délibéré,</p>
<p class="keep-next"><strong>DÉCIDE</strong>, par 8 voix pour, 0 voix contre et
5 abstentions :</p>
<p><strong>Article 1<sup>er</sup>.</strong> D'approuver le cahier des charges et le
montant estimé du marché « Réfection de la rue de l'Église ».</p>
<p><strong>Article 2.</strong> De passer le marché par la procédure négociée sans
publication préalable, en consultant au moins :</p>
<ol><li>trois entreprises agréées en catégorie C, classe 2 ;</li>
<li>dont une au moins établie <em>hors</em> de la province.</li></ol>
<p><strong>Article 3.</strong> De transmettre la présente délibération :</p>
<ul><li>au Directeur financier ;</li><li>au Service des travaux.</li></ul>
<p class="center keep-next">Ainsi fait en séance, date que dessus.</p>
<p class="center keep-next"><strong>PAR LE CONSEIL :</strong></p>
<div class="signatures">
<div class="signature"><p>Le Directeur général,</p><p>(s) Paul NOËL</p></div>
<div class="signature"><p>La Bourgmestre-Présidente,</p><p>(s) Claire DEPREZ</p></div>
</div>
"""


def logo(width: int = 240, height: int = 280) -> bytes:
    """Return a coat of arms of the fixture town, as a PNG file."""
    picture = Image.new("RGBA", (width, height), (255, 255, 255, 0))
    draw = ImageDraw.Draw(picture)
    edge = [(0, 0), (width, 0), (width, height * 0.6), (width / 2, height)]
    draw.polygon([*edge, (0, height * 0.6)], fill="#1f5f4a")
    river = [(0, height * 0.45), (width, height * 0.25)]
    draw.line(river, fill="#ffffff", width=height // 8)
    out = BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


LAYOUT = Layout(
    header=(
        "Commune de Valmont-sur-Lesse",
        "Province de Namur – Arrondissement de Dinant",
        "Place du Marché 1, 5580 Valmont-sur-Lesse",
    ),
    footer=(
        "Administration communale de Valmont-sur-Lesse, place du Marché 1",
        "084 00 00 00 – administration@valmont-sur-lesse.example",
    ),
    logo=logo(),
    logo_alt="Armoiries de Valmont-sur-Lesse",
    accent="#1f5f4a",
)


def legal(html: str = EXTRACT, title: str = "Délibération du 22 mai 2023, point 5"):
    """Return a legal document of the fixture town with this text."""
    return LegalDocument(
        title=title,
        html=html,
        author="Commune de Valmont-sur-Lesse",
        date=date(2023, 5, 22),
        subject="Réfection de la rue de l'Église",
        identifier="VSL-CC-2023-05-22-5",
    )


def minutes(items: int) -> str:
    """Return the text of minutes with so many items, each of a usual length."""
    start = EXTRACT.index("<h2>")
    end = EXTRACT.index('<p class="center keep-next">Ainsi')
    bodies = [
        EXTRACT[start:end].replace("<h2>5.", f"<h2>{number}.")
        for number in range(1, items + 1)
    ]
    title = "<h1>Procès-verbal de la séance publique du 22 mai 2023</h1>"
    return title + "".join(bodies) + EXTRACT[end:]
