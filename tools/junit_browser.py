"""A pytest plugin: notes in the JUnit report which tests looked at a page in a browser."""

import pytest


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """Give each browser test a property that the report repeats."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.user_properties.append(("browser", "yes"))
