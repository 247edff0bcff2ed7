"""The paper wing: an `Edition` → JSON → Typst → PDF.

In: views and drawings. Out: PDFs, pictures of their pages, pictures to be sent on.
"""
