"""The drawings of the course, described in words of one hand and written as SVG.

In come the functions of `pictures_*.py`, each of which is one drawing; out go files of
`curriculum/figures/`. `pen` draws lines, `people` and `hands` draw who does something, `things`,
`paper`, `vessels` and `places` what they do it with and where.

A point is a complex number: `120 + 80j` lies 120 to the right and 80 down; a picture is 320 by 200.
"""
