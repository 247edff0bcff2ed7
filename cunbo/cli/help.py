"""Click's help and usage messages in Chinese."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

import click

from cunbo.cli.commands import Command
from cunbo.problems.guess import near


class _ChineseHelp(click.Command):
    """Help with Chinese headings."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.allow_extra_args = True
        left = super().parse_args(ctx, args)
        if left and not isinstance(self, click.Group):
            raise click.UsageError(f"“{left[0]}”是多出来的", ctx)
        return left

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = ["[选项]", "命令"] if isinstance(self, click.Group) else ["[选项]"]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="用法：")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        records = [record for one in self.get_params(ctx) if (record := one.get_help_record(ctx))]
        with formatter.section("选项"):
            formatter.write_dl(records)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "看这份说明"
        return option


class ChineseCommand(_ChineseHelp):
    """A command whose help is in Chinese."""


class ChineseGroup(_ChineseHelp, click.Group):
    """A group of commands whose help is in Chinese.

    A command of the list is imported when it is called.
    """

    def __init__(self, *args: Any, commands: Mapping[str, Command], **settings: Any) -> None:
        super().__init__(*args, **settings)
        self._listed = commands

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(self._listed)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self._listed:
            return None
        module, name = self._listed[cmd_name].at.split(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        rows = [(name, self._listed[name].line) for name in self.list_commands(ctx)]
        with formatter.section("命令"):
            formatter.write_dl(rows)


def usage_message(error: click.UsageError) -> str:
    """A usage error in Chinese, with the way to help."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error.format_message()
    explain: Callable[[Any], str] | None = _EXPLAIN.get(type(error))
    what = explain(error) if explain else error.format_message()
    path = error.ctx.command_path if error.ctx else "cunbo"
    return f"用法不对：{what}\n看说明：{path} --help"


def _no_such_option(error: click.NoSuchOption) -> str:
    guess = f"，是不是 {error.possibilities[0]}？" if error.possibilities else ""
    return f"没有 {error.option_name} 这个选项{guess}"


def _no_such_command(error: click.exceptions.NoSuchCommand) -> str:
    group, context = error.ctx.command if error.ctx else None, error.ctx
    known = group.list_commands(context) if isinstance(group, ChineseGroup) and context else []
    return f"没有 {error.command_name} 这个命令{near(error.command_name, known)}"


def _bad_parameter(error: click.BadParameter) -> str:
    name = error.param.opts[0] if error.param else "选项"
    if error.param and isinstance(error.param.type, click.Choice):
        return f"{name} 后面只能写：{'、'.join(error.param.type.choices)}"
    return f"{name} 后面写的文件夹不存在或者不能用"


def _bad_option_usage(error: click.BadOptionUsage) -> str:
    return f"{error.option_name} 后面要写内容"


_EXPLAIN: dict[type[click.UsageError], Callable[[Any], str]] = {
    click.exceptions.NoSuchCommand: _no_such_command,
    click.NoSuchOption: _no_such_option,
    click.BadParameter: _bad_parameter,
    click.BadOptionUsage: _bad_option_usage,
}
