"""What it costs to start: help, version, a check."""

from collections import defaultdict

from benchmarks.cost import Cost, python, typical
from benchmarks.report import Report, Table
from benchmarks.setting import Setting, tell

ROUNDS = 9


def measure(setting: Setting) -> Report:
    """Each command in turn, many times."""
    tell("start-up")
    today, full = (
        setting.as_it_is(setting.scratch / "start-today"),
        setting.full(setting.scratch / "start-full"),
    )
    commands = {
        "python -c pass (the floor)": ("-c", "pass"),
        "cunbo --help": ("-m", "cunbo", "--help"),
        "cunbo build --help": ("-m", "cunbo", "build", "--help"),
        "cunbo --version": ("-m", "cunbo", "--version"),
        "cunbo check, as it is": ("-m", "cunbo", "--course", str(today), "check"),
        "cunbo check, full": ("-m", "cunbo", "--course", str(full), "check"),
    }
    found: defaultdict[str, list[Cost]] = defaultdict(list)
    for _ in range(setting.times(ROUNDS)):
        for name, arguments in commands.items():
            found[name].append(python(*arguments))
    costs = {name: typical(several) for name, several in found.items()}
    rows = tuple((name, f"{one.cpu:.3f}", f"{one.wall:.3f}") for name, one in costs.items())
    return Report(
        (Table("Start-up", ("", "CPU s", "wall s"), rows),),
        {"help": costs["cunbo --help"].cpu},
    )
