"""What an address answers once nothing stands there any more: 410, in a sentence."""
