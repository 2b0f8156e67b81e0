"""The revision of the code that a checkpoint was made with."""

import subprocess
from pathlib import Path


def revision() -> str:
    """The commit's hash, with `+changes` if files differ from it; `unknown` outside of a repository."""
    try:
        described = subprocess.run(
            ["git", "describe", "--always", "--abbrev=40", "--exclude=*", "--dirty=+changes"],
            cwd=Path(__file__).parent,
            capture_output=True,
            text=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return described.stdout.strip()
