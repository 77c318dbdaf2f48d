"""What asking the translators' memory costs, with few and with many wordings.

Makes its own databases, and needs no site: `python bench/memory.py [sizes]`.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

PROJECT_DIR = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT_DIR))

from tests.postgresql import find_server, temporary_server

SIZES = ["5000", "50000"]


def on(database: dict[str, str], folder: str, sizes: list[str]) -> None:
    """Measure on one database, in a process of its own."""
    variables = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "mlart_site.settings.production",
        "ENV_FILE": os.devnull,
        "SECRET_KEY": "only-for-benchmarks",
        "VAR_DIR": folder,
        **database,
    }
    command = [sys.executable, "-m", "bench.memory_costs", *sizes]
    subprocess.run(command, cwd=PROJECT_DIR, env=variables, check=True)


def main() -> None:
    sizes = sys.argv[1:] or SIZES
    with tempfile.TemporaryDirectory(prefix="mlart-bench-") as folder:
        on({"DATABASE_URL": f"sqlite:///{folder}/bench.sqlite3"}, folder, sizes)
        programs = find_server()
        if programs:
            with temporary_server(programs) as postgresql:
                # The server begins with this database alone.
                url = f"{postgresql['DATABASE_URL'].removesuffix('mlart')}postgres"
                on({**postgresql, "DATABASE_URL": url}, folder, sizes)


if __name__ == "__main__":
    main()
