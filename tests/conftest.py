"""What every test may ask for."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--rewrite-golden``: store what is made now instead of comparing with what was reviewed."""
    parser.addoption("--rewrite-golden", action="store_true", help="rewrite the reviewed pages and screens")


@pytest.fixture
def rewrite_golden(request: pytest.FixtureRequest) -> bool:
    """Golden files are to be written anew."""
    return bool(request.config.getoption("--rewrite-golden"))
