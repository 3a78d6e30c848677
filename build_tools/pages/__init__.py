"""Catalogue to pages: each page a Markdown file with one block of HTML, written from templates that escape."""
