import importlib.util

import pytest

from mlart_site.settings.environment import PROJECT_DIR


@pytest.fixture
def script(monkeypatch):
    """Loads one of the project's scripts by name, as if it were run."""
    monkeypatch.syspath_prepend(PROJECT_DIR / "scripts")

    def load(name):
        path = PROJECT_DIR / "scripts" / f"{name}.py"
        spec = importlib.util.spec_from_file_location(name, path)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    return load
