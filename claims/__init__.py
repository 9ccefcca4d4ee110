"""On Record's application: rooms by kind of work, stacked on floors. Imports only go down."""

from importlib.metadata import PackageNotFoundError, version

try:
    #: of the installed package; exports and runs name it
    VERSION = version("on-record")
except PackageNotFoundError:  # run from a folder that was never installed
    VERSION = "unknown"
