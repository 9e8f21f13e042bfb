"""Run the command line as ``python -m cosmos_app.cli``."""

import sys

from cosmos_app.cli.main import main

sys.exit(main())
