"""Agents' lists whose words are looked for by Solr, and the rest by the catalogue."""
