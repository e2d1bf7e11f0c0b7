"""Votes that weigh as many voices as their holder has shares."""
