# The fixtures that the suite shares, and a hook of its own.
import pytest


def pytest_configure(config):
    config.addinivalue_line("markers", "slow: takes its time")


def pytest_report_header(config):
    return "a suite to be compared"


@pytest.fixture(scope="session")
def log():
    return []


@pytest.fixture(params=["list", "tuple"])
def container(request):
    return {"list": list, "tuple": tuple}[request.param]


@pytest.fixture
def resource(log):
    log.append("open")
    yield "resource"
    log.append("close")
