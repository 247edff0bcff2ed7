"""What the exit code of a command says."""

EXIT_FINE, EXIT_PROBLEMS, EXIT_USAGE = 0, 1, 2
