from __future__ import annotations

import dis
import traceback
from types import CodeType

import line_table

SOURCE = """
def outer(value):
    def inner():
        return (
            value +
            missing
        )



{many}
    return inner()


class Thing:
    field = [n for n in range(3) if n]
""".format(many="\n" * 300)


def lines_of(code: CodeType) -> list[tuple[str, int, int | None]]:
    own = [(code.co_qualname, start, line) for start, _, line in code.co_lines()]
    inner = [entry for value in code.co_consts if isinstance(value, CodeType) for entry in lines_of(value)]
    return own + inner


def by_offset(code: CodeType) -> list[int | None]:
    return [(instruction.positions or dis.Positions()).lineno for instruction in dis.get_instructions(code)]


def test_every_instruction_keeps_its_line_and_loses_its_column() -> None:
    code = compile(SOURCE, "module.py", "exec")
    made = line_table.without_columns(code)
    assert by_offset(made) == by_offset(code)
    assert {name for name, _, _ in lines_of(made)} == {name for name, _, _ in lines_of(code)}
    assert all(column is None for _, _, column, _ in made.co_positions())
    assert len(made.co_linetable) < len(code.co_linetable)


def test_a_traceback_names_the_same_lines() -> None:
    def trace(code: CodeType) -> list[tuple[str, int | None]]:
        names: dict[str, object] = {}
        exec(code, names)  # noqa: S102 (SOURCE is above)
        try:
            names["outer"](1)  # type: ignore[operator]
        except NameError as error:
            return [(frame.name, frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
        raise AssertionError("nothing was missing")

    code = compile(SOURCE, "module.py", "exec")
    assert trace(line_table.without_columns(code))[1:] == trace(code)[1:]
    assert trace(code)[-1] == ("inner", 6)
