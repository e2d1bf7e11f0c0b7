"""``@exchange-inbox``: where peers bring their messages."""
