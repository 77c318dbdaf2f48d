"""Prints how much of sixty differences is found in texts held out for that.

.venv/bin/python -m bench.disagreements [seed ...]
"""

import os
import sys

import django

SEEDS = (2020, 2021, 2022)


def tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mlart_site.settings.dev")
    django.setup()
    # These need Django, which is not there before.
    from bench.disagreements.corpus import held_out
    from bench.disagreements.evaluating import evaluate, starter_finder
    from bench.disagreements.judged import is_difference
    from bench.disagreements.seeding import seeded

    texts = held_out()
    for seed in map(int, sys.argv[1:] or SEEDS):
        outcome = evaluate(texts, seeded(texts, seed), starter_finder())
        differing = sum(is_difference(*each) for each in outcome.untouched)
        tell(
            f"seed {seed}: found {len(outcome.found)} of "
            f"{len(outcome.found) + len(outcome.missed)}; reported {outcome.reported}, "
            f"of them {len(outcome.untouched)} in texts as they were; false alarms "
            f"{outcome.false_share(differing):.1%}, "
            f"{outcome.false_share():.1%} if all of those were"
        )
        for missed in outcome.missed:
            tell(f"  missed {missed.kind}: {missed.what} ({missed.after.page})")
        for pair, finding in [*outcome.aside, *outcome.untouched]:
            said = f"{finding.source_says or '–'} / {finding.target_says or '–'}"
            tell(f"  besides {finding.kind}: {said} ({pair.page}, {pair.path})")


if __name__ == "__main__":
    main()
