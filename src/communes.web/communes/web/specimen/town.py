"""Valmont-sur-Lesse as a visitor sees it: streets, villages, people, places."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Spot:
    """A place on earth with its address."""

    street: str
    number: str
    postcode: str
    town: str
    latitude: float
    longitude: float

    @property
    def address(self) -> dict[str, str]:
        """The address as plain values."""
        return {
            "street": self.street,
            "number": self.number,
            "postcode": self.postcode,
            "town": self.town,
        }


VILLAGES = (
    ("5999", "Valmont-sur-Lesse", 50.2061, 5.0012),
    ("5998", "Rochebois", 50.2243, 5.0337),
    ("5998", "Froidpré", 50.1874, 4.9721),
    ("5998", "Saint-Hadelin", 50.2152, 4.9554),
)
STREETS = {
    "Valmont-sur-Lesse": (
        "Place du Perron", "Rue des Tanneurs", "Quai de la Lesse", "Rue Haute",
        "Rue du Moulin", "Rue de l'Abreuvoir", "Place des Tilleuls",
        "Rue de la Station", "Rue des Carrières", "Rue des Écoles",
        "Chaussée de Dinant", "Rue du Pont",
        "Ruelle du Four", "Avenue des Combattants", "Clos des Prés", "Rue Fontaine",
    ),
    "Rochebois": ("Rue du Bief", "Rue de l'Église", "Chemin des Meuniers", "Rue Basse"),
    "Froidpré": ("Rue des Captages", "Rue du Tilleul", "Route de Rochefort"),
    "Saint-Hadelin": ("Rue Saint-Hadelin", "Rue des Potales", "Chemin de la Marche"),
}  # fmt: skip
FIRST_NAMES = (
    "Anne", "Luc", "Martine", "Philippe", "Nathalie", "Vincent", "Sophie", "Didier",
    "Céline", "Marc", "Aurélie", "Benoît", "Julie", "Pascal", "Laura", "Thierry",
    "Émilie", "Grégory", "Isabelle", "Xavier", "Karim", "Fatima", "Giuseppe", "Hélène",
)  # fmt: skip
NAMES = (
    "Lambert", "Dubois", "Gillard", "Servais", "Collignon", "Warnant", "Bodart",
    "Delhez", "Piette", "Henrotin", "Lejeune", "Marchal", "Noël", "Ponsard", "Remacle",
    "Thonon", "Wauters", "Burton", "Hubin", "Lambinet", "Rousseaux", "Toussaint",
    "Stassart", "Gérard", "Crèvecœur", "Mathot", "Sauvage", "Belvaux", "Evrard",
    "Jadot",
)  # fmt: skip
PLACES = (
    ("Salle Saint-Hadelin", "Rue Saint-Hadelin", "3", 3),
    ("La Meunerie", "Rue du Moulin", "12", 0),
    ("Hall omnisports", "Avenue des Combattants", "40", 0),
    ("Bibliothèque communale", "Rue des Écoles", "7", 0),
    ("Place du Perron", "Place du Perron", "", 0),
    ("Salle Le Bief", "Rue du Bief", "21", 1),
    ("École de Froidpré", "Rue du Tilleul", "5", 2),
    ("Parc des Tanneurs", "Rue des Tanneurs", "", 0),
    ("Église Saint-Hadelin", "Rue Haute", "1", 0),
    ("Maison des jeunes Le Tremplin", "Rue de la Station", "31", 0),
)


def spot(village: int, seed: int) -> Spot:
    """Return an address of a village; the same for the same seed."""
    postcode, town, latitude, longitude = VILLAGES[village]
    streets = STREETS[town]
    street = streets[seed % len(streets)]
    number = 1 + seed * 7 % 96
    return Spot(
        street,
        str(number),
        postcode,
        town,
        round(latitude + (seed * 37 % 100 - 50) / 9000, 5),
        round(longitude + (seed * 53 % 100 - 50) / 7000, 5),
    )


def hall(number: int) -> tuple[str, Spot]:
    """Return one of the places where things happen, and where it is."""
    name, street, door, village = PLACES[number % len(PLACES)]
    postcode, town, latitude, longitude = VILLAGES[village]
    place = number % len(PLACES)
    return name, Spot(
        street,
        door,
        postcode,
        town,
        round(latitude + place / 3000, 5),
        round(longitude - place / 2500, 5),
    )


def person(seed: int) -> str:
    """Return the name of somebody of the town."""
    first = FIRST_NAMES[seed * 5 % len(FIRST_NAMES)]
    return f"{first} {NAMES[(seed * 11 + seed // 15) % len(NAMES)]}"


def phone(seed: int) -> str:
    """Return a number of a range that nobody has, as E.164 writes it."""
    return f"+328200{seed % 10_000:04d}"
