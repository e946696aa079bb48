# What a folder's own conftest changes.


def test_override(who, a_session, a_package):
    assert who == "inner of outer" and a_session == "session:session" and a_package == "package:package"


def test_properties(request):
    assert request.node.user_properties == [("seen", True)]
