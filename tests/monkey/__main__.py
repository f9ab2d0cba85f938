"""``python -m tests.monkey``: many monkeys, each in a process of its own; ``--seed 7`` repeats one of them here."""

import argparse
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from . import run

TIMEOUT_S = 1800


def main() -> int:
    """0 when nothing failed."""
    choice = argparse.ArgumentParser(prog="python -m tests.monkey", description=__doc__)
    choice.add_argument("--seeds", type=int, default=20, help="so many monkeys, from number 1 on")
    choice.add_argument("--first", type=int, default=1, help="the number of the first")
    choice.add_argument("--events", type=int, default=500, help="what each of them does")
    choice.add_argument("--seed", type=int, help="only this one, in this process")
    choice.add_argument("--at-once", type=int, default=1, help="so many processes side by side")
    choice.add_argument("--limit", type=float, default=run.LIMIT_MS, help="longest stretch of work, ms")
    choice.add_argument("--out", type=Path, help="where registers and logs of events are kept")
    chosen = choice.parse_args()
    out = (chosen.out or Path(tempfile.mkdtemp(prefix="monkey-"))).absolute()
    if chosen.seed is not None:
        found = run.play(chosen.seed, chosen.events, out / f"seed-{chosen.seed}", chosen.limit)
        sys.stdout.write("".join(f"FAILED: {line}\n" for line in found))
        run.leave(1 if found else 0)
    with ThreadPoolExecutor(chosen.at_once) as pool:
        seeds = range(chosen.first, chosen.first + chosen.seeds)
        clean = list(pool.map(lambda seed: one(seed, chosen.events, out, chosen.limit), seeds))
    sys.stdout.write(f"{sum(clean)} of {len(clean)} clean; logs in {out}\n")
    return 0 if all(clean) else 1


def one(seed: int, events: int, out: Path, limit: float) -> bool:
    """One monkey in a process of its own; says what failed and how to repeat it."""
    command = [sys.executable, "-m", "tests.monkey", "--seed", str(seed), "--events", str(events)]
    command += ["--out", str(out), "--limit", str(limit)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=TIMEOUT_S, check=False)
    if done.returncode == 0:
        sys.stdout.write(f"seed {seed}: clean; {done.stdout.strip()}\n")
    else:
        folder = out / f"seed-{seed}"
        last, crash = (_text(folder / name) for name in ("events.log", "crash.log"))
        said = [f"seed {seed}: exit code {done.returncode}", done.stdout, done.stderr[-3000:], crash[:3000]]
        said += last.splitlines()[-3:]
        sys.stdout.write("\n".join(part for part in said if part) + f"\nagain: {' '.join(command[1:6])}\n")
    sys.stdout.flush()
    return done.returncode == 0


def _text(path: Path) -> str:
    return path.read_text("utf-8") if path.exists() else ""


if __name__ == "__main__":
    raise SystemExit(main())
