"""What classes tell the compiler (mypyc); where the reader runs as it is written it says nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mypy_extensions import mypyc_attr as mypyc_attr
else:  # a user needs no package of the compiler's

    def mypyc_attr(**_):
        return lambda cls: cls
