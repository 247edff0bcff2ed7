"""What a person types, and what is answered on the terminal.

In: arguments. Out: words and an exit code (0 fine, 1 problems, 2 usage).
"""
