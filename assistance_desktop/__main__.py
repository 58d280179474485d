"""`python -m assistance_desktop`."""

import sys

from assistance_desktop.cli import main

sys.exit(main())
