"""A real scheduler, real workers: every report is made once, none is lost, whatever becomes of a worker."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.office.filled import reports, sound_workbook
from tests.office.test_many import SUFFIX, start, wait_for
from tests.test_app import run

pytestmark = pytest.mark.cluster
UNITS = 60


class Cluster(NamedTuple):
    """Where its scheduler is found, and the process that is it."""

    address: str
    scheduler: subprocess.Popen[bytes]


def dask(kind: str, *words: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", f"distributed.cli.dask_{kind}", "--no-dashboard", *words]
    environment = {**os.environ, "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1"}
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603 - our own program


@pytest.fixture(scope="module")
def units(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("units")
    for number in range(UNITS):
        (folder / f"{number:02}.xlsx").write_bytes(sound_workbook(f"第{number}局"))
    return folder


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    """A scheduler with two workers, each a process under a nanny."""
    file = tmp_path / "scheduler.json"
    deadline = time.monotonic() + 60
    with ExitStack() as stack:
        scheduler = stack.enter_context(dask("scheduler", "--port", "0", "--scheduler-file", str(file)))
        stack.callback(scheduler.kill)
        while not file.exists():
            assert time.monotonic() < deadline
            time.sleep(0.1)
        nannies = stack.enter_context(
            dask("worker", "--scheduler-file", str(file), "--nworkers", "2", "--nthreads", "1", "--death-timeout", "5")
        )
        stack.callback(nannies.terminate)
        address: str = json.loads(file.read_text("utf-8"))["address"]
        while len(workers(address)) < 2:
            assert time.monotonic() < deadline
            time.sleep(0.1)
        yield Cluster(address, scheduler)


def workers(address: str) -> list[int]:
    """Return the process ids of the workers, as these say themselves."""
    program = (
        "import os, sys, distributed\n"
        "with distributed.Client(sys.argv[1]) as client: print(*client.run(os.getpid).values())"
    )
    done = subprocess.run([sys.executable, "-c", program, address], capture_output=True, check=True)  # noqa: S603 - our own program
    return [int(number) for number in done.stdout.split()]


def test_a_worker_killed_in_mid_run_loses_nothing_and_makes_nothing_twice(
    cluster: Cluster, units: Path, tmp_path: Path
) -> None:
    victim = workers(cluster.address)[0]
    with start(units, "-o", tmp_path / "out", "--cluster", cluster.address, "--format", "json") as running:
        wait_for(tmp_path / "out", 3)
        os.kill(victim, signal.SIGKILL)
        stdout, stderr = running.communicate(timeout=120)
    assert running.returncode == 0, stderr
    rows = json.loads(stdout)["workbooks"]
    assert [(row["workbook"], row["state"]) for row in rows] == [
        (str(units / f"{number:02}.xlsx"), "made") for number in range(UNITS)
    ]
    assert set(reports(tmp_path / "out")) == {f"第{number}局{SUFFIX}" for number in range(UNITS)}
    assert run(units, "-o", tmp_path / "here", folder=tmp_path).returncode == 0
    assert reports(tmp_path / "here") == reports(tmp_path / "out")


def test_when_the_cluster_is_lost_the_rest_is_made_here(cluster: Cluster, units: Path, tmp_path: Path) -> None:
    with start(units, "-o", tmp_path / "out", "--cluster", cluster.address) as running:
        wait_for(tmp_path / "out", 3)
        cluster.scheduler.kill()
        running.communicate(timeout=120)
    assert len(reports(tmp_path / "out")) == UNITS


def test_a_cluster_that_is_not_there_is_told(units: Path, tmp_path: Path) -> None:
    done = run(units, "--cluster", "tcp://127.0.0.1:9", folder=tmp_path)
    assert done.returncode == 3
    assert b"cannot be reached" in done.stderr
