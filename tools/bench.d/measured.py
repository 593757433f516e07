"""Runs a program and says what it took.

The peak of a child counts from this process, so that this one has to stay small: nothing heavy is imported here.
"""

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Run:
    """What a program printed and took."""

    status: int
    output: str
    errors: str
    figures: dict[str, float]


def run(arguments: list[str], limit_seconds: float) -> Run:
    """Ends the program, children included, when the limit has passed: its status is then -9."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        began = time.monotonic()
        child = subprocess.Popen(
            arguments, stdin=subprocess.DEVNULL, stdout=output, stderr=errors, start_new_session=True
        )
        guard = threading.Timer(limit_seconds, os.killpg, (child.pid, signal.SIGKILL))
        guard.start()
        try:
            _, status, usage = os.wait4(child.pid, 0)
        except BaseException:
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()
            raise
        finally:
            guard.cancel()
        wall = time.monotonic() - began
        child.returncode = os.waitstatus_to_exitcode(status)
        figures = {
            "seconds": round(wall, 2),
            "processor_seconds": round(usage.ru_utime + usage.ru_stime, 2),
            "peak_mb": usage.ru_maxrss // 1024,
        }
        output.seek(0)
        errors.seek(0)
        return Run(child.returncode, output.read().decode(), errors.read().decode()[-2000:], figures)


def say(text: str) -> None:
    print(f"bench-covering: {text}", file=sys.stderr, flush=True)
