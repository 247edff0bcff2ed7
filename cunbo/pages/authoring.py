"""What the page for course authors tells about the model, read from the model itself."""

from dataclasses import dataclass
from typing import get_args

from cunbo.model.blocks import AnyBlock


@dataclass(frozen=True)
class BlockKind:
    """A YAML key that can stand in a step, and what it is for."""

    kind: str
    meaning: str


def block_kinds() -> tuple[BlockKind, ...]:
    """Every kind of block, in the order of the model."""
    union, *_ = get_args(AnyBlock)
    models = (get_args(tagged)[0] for tagged in get_args(union))
    return tuple(
        BlockKind(model.kind, model.model_fields[model.kind].description or "") for model in models
    )
