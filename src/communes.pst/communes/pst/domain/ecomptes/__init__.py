"""The exchange with eComptes (schema 201805V1): the programme out, the money back."""
