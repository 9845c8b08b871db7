"""`python -m jdfulfil_desktop.sandbox`: the practice gateway without the rest of the program."""

import argparse
import sys

from jdfulfil_desktop.sandbox.options import add_arguments, options_from
from jdfulfil_desktop.sandbox.server import run


def main() -> int:
    """Serve as the arguments say; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m jdfulfil_desktop.sandbox")
    add_arguments(parser)
    options = options_from(parser.parse_args())
    return run(options, stdout=sys.stdout, stderr=sys.stderr, stdin=sys.stdin)


if __name__ == "__main__":
    sys.exit(main())
