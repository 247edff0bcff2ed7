"""The slow judges: programs of others that say whether pages and sheets are right.

`make judges` installs and asks them. Each judge is a module `judge_*.py`, which `make test` passes
by. What judges the judges, a thing that is wrong on purpose, stands beside each.
"""
