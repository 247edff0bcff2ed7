"""What a course is. No I/O, no positions."""
