"""The innermost line of the learner's files that runs now."""

from __future__ import annotations

import sys

from both_ends.traceback_filter import CodePlace
from both_ends.workspace import Workspace


def nearest_place(workspace: Workspace) -> CodePlace | None:
    """None when nothing of the learner's is under way."""
    frame = sys._getframe(1)
    walked = frame.f_back
    while walked is not None:
        if workspace.holds(walked.f_code.co_filename):
            return {"file": workspace.shown(walked.f_code.co_filename), "line": walked.f_lineno, "column": 1}
        walked = walked.f_back
    return None
