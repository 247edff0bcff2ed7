"""`make fuzz`: 10,000 damaged curricula, at most ten minutes; an argument is the seed."""

import sys

from tests.fuzz.run import fuzz

seed = int(sys.argv[1]) if len(sys.argv) > 1 else 1
tally = fuzz(10_000, seed, seconds=600)
print(f"seed {seed}: {tally.tried} curricula, {tally.refused} refused, {tally.whole} still whole")
print(f"slowest answer {tally.slowest:.2f} s; {len(tally.codes)} codes:")
for code, count in tally.codes.most_common():
    print(f"  {count:6} {code}")
