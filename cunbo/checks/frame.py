"""The frame of the course: every track and every layer that lessons stand in is described."""

from collections.abc import Iterator

from cunbo.checks.desk import Desk
from cunbo.model.choices import TrackId
from cunbo.problems.codes import Code
from cunbo.problems.problem import Problem

_LAYERS = (1, 2, 3)


def frame_is_whole(desk: Desk) -> Iterator[Problem]:
    """`course.yml` describes each track and each layer exactly once."""
    settings = desk.course.settings
    tracks = [track.id.value for track in settings.tracks]
    layers = [str(layer.number) for layer in settings.layers]
    yield from _each_once(desk, "tracks", tracks, [track.value for track in TrackId])
    yield from _each_once(desk, "layers", layers, [str(layer) for layer in _LAYERS])


def _each_once(desk: Desk, key: str, given: list[str], wanted: list[str]) -> Iterator[Problem]:
    source = desk.source("", "course")
    for one in wanted:
        if one not in given:
            what = f"{key} 里少了 {one}"
            mend = "照着旁边的写一项；线和层一样都不能少"
            yield Problem(Code.MISSING_KEY, source.at_key(key), what, mend)
    for index, one in enumerate(given):
        if one in given[:index]:
            what = f"{one} 写了两次"
            yield Problem(Code.DUPLICATE_NAME, source.at(key, index), what, "留一个，删掉另一个")
