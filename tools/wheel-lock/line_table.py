"""Code objects with line numbers and no columns.

Columns are a third of the archive's compressed bytes. Tracebacks show them for the learner's own files only, and those
are compiled in the browser.
"""

from __future__ import annotations

from itertools import groupby
from types import CodeType

# CPython's InternalDocs/code_objects.md, "Format of the locations table": a first byte `1 code:4 length-1:3`, then
# what the code says.
LONGEST = 8
"""Code units that one entry can cover."""
NO_COLUMNS = 13
NO_LOCATION = 15


def without_columns(code: CodeType) -> CodeType:
    """The same code, and all code inside it, with entries that only say lines."""
    constants = tuple(without_columns(value) if isinstance(value, CodeType) else value for value in code.co_consts)
    return code.replace(co_consts=constants, co_linetable=_line_table(code))


def _line_table(code: CodeType) -> bytes:
    table = bytearray()
    before = code.co_firstlineno
    for line, units in groupby(position[0] for position in code.co_positions()):
        left = sum(1 for _ in units)
        while left > 0:
            length = min(left, LONGEST)
            left -= length
            if line is None:
                table.append(_first_byte(NO_LOCATION, length))
            else:
                table.append(_first_byte(NO_COLUMNS, length))
                table += _signed(line - before)
                before = line
    return bytes(table)


def _first_byte(code: int, length: int) -> int:
    return 0x80 | code << 3 | length - 1


def _signed(value: int) -> bytes:
    return _unsigned(-value << 1 | 1 if value < 0 else value << 1)


def _unsigned(value: int) -> bytes:
    """Six bits a byte, the lowest first; bit 6 says that more follow."""
    made = bytearray()
    while value >= 64:
        made.append(value & 63 | 64)
        value >>= 6
    made.append(value)
    return bytes(made)
