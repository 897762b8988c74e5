from sqlmodel import SQLModel

from both_ends import warm_up
from both_ends.patches import sync_loop


def test_the_warm_up_app_answers_and_leaves_nothing_behind() -> None:
    sync_loop.run(warm_up.run_once())
    assert "warmperson" not in SQLModel.metadata.tables
