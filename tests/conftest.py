"""What every test may rely on."""

import os
import shutil

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip browser tests where there is no Chromium; in CI that is a failure, not a skip."""
    if shutil.which("chromium"):
        return
    for item in items:
        if item.get_closest_marker("browser"):
            if os.environ.get("CI") == "true":
                raise pytest.UsageError("CI needs Chromium for the browser tests: apt-get install chromium")
            item.add_marker(pytest.mark.skip(reason="needs Chromium: apt-get install chromium"))


@pytest.fixture(autouse=True)
def _no_matcher_is_held() -> None:
    """Let each test begin without the matcher that another one's database was read into."""
    from claims.services.held_matcher import let_go

    let_go()
