# A fixture that builds on the one of the folder above.
import pytest


@pytest.fixture
def who(who):
    return f"inner of {who}"


@pytest.fixture(autouse=True)
def always(request):
    request.node.user_properties.append(("seen", True))
