"""`python -m benchmarks.full_course PROJECT TO [FACTOR]`: the full course, to look at."""

import sys
from pathlib import Path

from benchmarks.full_course import make

make(Path(sys.argv[1]), Path(sys.argv[2]), *map(int, sys.argv[3:]))
