"""Every error that Dragoman raises on purpose.

DragomanError
├── UsageError      the caller asked for something that cannot be: exit 2
├── DataError       a value that does not have the form it should
│   ├── DateError       not a date, or not EDTF
│   ├── OntologyError   a type, mode or context that the codebook lacks
│   └── CatalogueError  a wrong line in an actor list
├── ArchiveError    an archived capture is missing or damaged
├── StoreError      the record cannot be opened, read or written
└── StageError      a stage cannot go on at all; what one document lacks is a Refusal instead
"""


class DragomanError(Exception):
    """Base of all; its text is one line that names the value, the place and the fix."""


class UsageError(DragomanError):
    """The caller asked for something that cannot be."""


class DataError(DragomanError):
    """A value does not have the form it should."""


class DateError(DataError):
    """Not a date, or not EDTF."""


class OntologyError(DataError):
    """A type, mode or context that the codebook lacks."""


class CatalogueError(DataError):
    """A wrong line in an actor list."""


class ArchiveError(DragomanError):
    """An archived capture is missing or damaged."""


class StoreError(DragomanError):
    """The record cannot be opened, read or written."""


class StageError(DragomanError):
    """A stage cannot go on at all, so the run stops."""
