"""What a course is: typed, frozen parts, and what their words mean.

In: plain data. Out: `Course` and its parts, walks over them, and what the model asks for at each
place. No files, no positions, no villages filled in.
"""
