"""The wing of documents that are changed by hand: views → Word, PowerPoint and Excel files.

In: views, and drawings as PNG. Out: the bytes of each document; same input, same bytes.
"""
