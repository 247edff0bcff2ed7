"""`cunbo serve`: the lesson being edited, its web page and its sheets side by side in a browser.

In: a project whose files change. Out: pages and pictures over HTTP. Everything is kept in memory;
nothing is written to the disk but a mend that its author asks for.
"""
