"""The site wing: an `Edition` → Markdown pages → a static site.

In: views, printed sheets as names and sizes. Out: the text of every page, and with MkDocs the site.
"""
