"""What the translators' board costs, and computing it: queries and CPU.

Makes its own database on SQLite, and needs no site: `python bench/board.py`.
"""

import os
import sys
import tempfile
from pathlib import Path

PROJECT_DIR = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT_DIR))


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="mlart-bench-") as folder:
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "mlart_site.settings.dev",
            "ENV_FILE": os.devnull,
            "SECRET_KEY": "only-for-benchmarks",
            "VAR_DIR": folder,
            "DATABASE_URL": f"sqlite:///{folder}/bench.sqlite3",
        }
        from bench import board_costs

        board_costs.main()


if __name__ == "__main__":
    main()
