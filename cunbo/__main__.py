"""`python -m cunbo`."""

import sys

from cunbo.cli import main

sys.exit(main())
