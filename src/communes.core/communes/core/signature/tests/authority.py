"""A test authority: its certificate, keys it gives to people, and a clock it signs."""

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID
from cryptography.x509.oid import NameOID
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from functools import cache
from pathlib import Path


PASSWORD = b"secret-of-the-tests"


@cache
def _key(name: str) -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def _name(common: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "BE"),
            x509.NameAttribute(NameOID.COMMON_NAME, common),
        ]
    )


def _builder(subject: str, key: rsa.RSAPrivateKey) -> x509.CertificateBuilder:
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(_name(subject))
        .issuer_name(_name("Test authority of Valmont"))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=365))
    )


@cache
def root() -> x509.Certificate:
    """Return the certificate of the authority."""
    key = _key("root")
    usage = x509.KeyUsage(
        digital_signature=False, content_commitment=False, key_encipherment=False,
        data_encipherment=False, key_agreement=False, key_cert_sign=True,
        crl_sign=True, encipher_only=False, decipher_only=False,
    )  # fmt: skip
    return (
        _builder("Test authority of Valmont", key)
        .add_extension(x509.BasicConstraints(ca=True, path_length=1), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(
            x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False
        )
        .sign(key, hashes.SHA256())
    )


@cache
def certificate(name: str, clock: bool = False) -> x509.Certificate:
    """Return the certificate of a person, or of a clock that signs the time."""
    key = _key(name)
    usage = x509.KeyUsage(
        digital_signature=True, content_commitment=True, key_encipherment=False,
        data_encipherment=False, key_agreement=False, key_cert_sign=False,
        crl_sign=False, encipher_only=False, decipher_only=False,
    )  # fmt: skip
    builder = (
        _builder(name, key)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(
                _key("root").public_key()
            ),
            critical=False,
        )
    )
    if clock:
        purposes = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
        builder = builder.add_extension(purposes, critical=True)
    return builder.sign(_key("root"), hashes.SHA256())


def give_key(folder: Path, person: str, name: str) -> Path:
    """Write the key of a person as the server expects it, and return its file."""
    made = pkcs12.serialize_key_and_certificates(
        name.encode(),
        _key(name),
        certificate(name),
        [root()],
        serialization.BestAvailableEncryption(PASSWORD),
    )
    file = folder / f"{person}.p12"
    file.write_bytes(made)
    (folder / f"{person}.pass").write_bytes(PASSWORD + b"\n")
    return file


def as_asn1(found: x509.Certificate):
    """Return a certificate as the validator wants it."""
    from asn1crypto import x509 as asn1

    return asn1.Certificate.load(found.public_bytes(serialization.Encoding.DER))


def clock():
    """Return a timestamp authority that answers without a network."""
    from asn1crypto import keys
    from pyhanko.sign.timestamps import DummyTimeStamper
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    private = _key("clock").private_bytes(
        serialization.Encoding.DER,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    return DummyTimeStamper(
        tsa_cert=as_asn1(certificate("clock", clock=True)),
        tsa_key=keys.PrivateKeyInfo.load(private),
        certs_to_embed=SimpleCertificateStore.from_certs([as_asn1(root())]),
    )
