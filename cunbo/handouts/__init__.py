"""The paper wing: an `Edition` → JSON → Typst → PDF.

In: views and drawings. Out: PDFs and pictures of their pages.
"""
