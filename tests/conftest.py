"""What holds for every test: postlint knows of no CI, and remembers nothing of other tests."""

import pytest

CI = ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITLAB_CI", "PRE_COMMIT")


@pytest.fixture(autouse=True)
def _no_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in CI:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def _cache_elsewhere(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.setenv("POSTLINT_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
