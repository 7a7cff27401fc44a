"""Counts what holds and says what does not."""
import sys


class Report:
    """The checks of one program on one file."""

    def __init__(self, title):
        self.title = title
        self.passed = 0
        self.failures = []

    def check(self, holds, claim, detail=""):
        """Records one check; `detail` is shown where it fails."""
        if holds:
            self.passed += 1
        else:
            self.failures.append(f"{claim}: {detail}" if detail else claim)
        return bool(holds)

    def equal(self, found, wanted, claim):
        return self.check(found == wanted, claim, f"found {short(found)}, wanted {short(wanted)}")

    def same(self, found, wanted, claim):
        """Compares two collections as sets and shows what only one of them has."""
        found, wanted = set(found), set(wanted)
        extra, missing = sorted(map(str, found - wanted)), sorted(map(str, wanted - found))
        detail = "; ".join(
            f"{name} {len(some)}, such as {short(some[:3])}"
            for name, some in (("surplus", extra), ("missing", missing)) if some)
        return self.check(found == wanted, claim, detail)

    def finish(self):
        """Prints the result and ends the process: 0 where everything held."""
        for failure in self.failures:
            print(f"FAILED {self.title}: {failure}", file=sys.stderr)
        print(f"{self.title}: {self.passed} checks passed"
              + (f", {len(self.failures)} failed" if self.failures else ""))
        sys.exit(1 if self.failures else 0)


def short(value, limit=400):
    text = repr(value)
    return text if len(text) <= limit else text[:limit] + "…"
