"""Rules across files: is it a good course, not only a readable one?

In: a `Desk` (course, sources, day). Out: `Problem`s. Each rule is one small function.
"""
