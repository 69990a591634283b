"""``tests/plugin`` under the other Datasette."""

from __future__ import annotations

import pytest
from tests.contract import alpha


@alpha.needed
@pytest.mark.parametrize("path", alpha.files("plugin"))
def test_file_passes_on_the_alpha(path: str) -> None:
    alpha.passes(path)
