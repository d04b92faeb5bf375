"""An output has a name, and a stage of the build in words."""

from newsroom.publish.output import Output


class SecurityHeaders(Output):
    """An output that makes nothing."""


def test_stage_is_the_name_in_words() -> None:
    output = object.__new__(SecurityHeaders)
    assert (output.name, output.stage) == ("SecurityHeaders", "security headers")
