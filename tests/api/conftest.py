"""The people and the world of the pages, at the API."""

from tests.web.conftest import visit, world, world_of_module

__all__ = ["visit", "world", "world_of_module"]
