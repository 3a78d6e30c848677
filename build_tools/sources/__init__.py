"""Readers: one module per kind of file, each from bytes to drafts of records and diagnostics."""
