"""What can go wrong, and how it is told.

In: a place in a file, what is wrong there, how to mend it. Out: `Problem`s, in the words that a
terminal, a program or a browser shows. Also what the operating system refuses, in plain Chinese.
Knows nothing of courses.
"""
