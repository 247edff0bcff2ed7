"""Problems → what a person reads. Knows nothing of rules."""

from collections.abc import Sequence

from cunbo.problems import Problem, Severity

_ENDS = "。？！"


def line(problem: Problem) -> str:
    """`path:line:col: 错误: what is wrong；how to mend it [code]`."""
    at = problem.at
    joint = "" if problem.what.endswith(tuple(_ENDS)) else "；"
    return (
        f"{at.file}:{at.line}:{at.column}: {problem.code.severity}: "
        f"{problem.what}{joint}{problem.mend} [{problem.code.value}]"
    )


def summary(problems: Sequence[Problem]) -> str:
    """How many errors and warnings, in one sentence."""
    errors = sum(problem.code.severity is Severity.ERROR for problem in problems)
    warnings = len(problems) - errors
    counts = [f"{errors} 处错误"] if errors else []
    counts += [f"{warnings} 处提醒"] if warnings else []
    return "，".join(counts) if counts else "没有发现问题"
