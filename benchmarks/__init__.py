"""Measures beside named peers, printed as tables; no test depends on them."""
