"""The website itself, as search engines read it."""

from communes.web.domain.formats.linked_data import Node
from communes.web.domain.formats.site import Site


def website(site: Site, search_url: str) -> Node:
    """Return the site as ``WebSite``, with the address that searches it."""
    return {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "@id": f"{site.base}#site",
        "name": site.name,
        "url": site.base,
        "inLanguage": "fr-BE",
        "publisher": {
            "@type": "GovernmentOrganization",
            "@id": site.publisher,
            "name": site.name,
            "url": site.base,
        },
        "potentialAction": {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": f"{search_url}?SearchableText={{words}}",
            },
            "query-input": "required name=words",
        },
    }
