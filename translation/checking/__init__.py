"""What may be wrong with a translation, said as it is typed: docs/adr/0022."""

from translation.checking.checks import check
from translation.checking.warning import CheckWarning, Severity

__all__ = ["CheckWarning", "Severity", "check"]
