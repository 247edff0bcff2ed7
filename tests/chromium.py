"""The browser on this machine."""

import os
import shutil
from pathlib import Path

import manimgx_fonts_cjk

PHONE = {"width": 390, "height": 844}
WITHOUT_WINDOWS = "chromium-headless-shell"
"""Chromium without all that is around a page: the same page costs a third of the processor."""
CHROMIUM_NAMES = (
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", WITHOUT_WINDOWS,
)  # fmt: skip
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
LEAN_FLAGS = [
    *CHROMIUM_FLAGS,
    # The first four as Playwright has them. A drawing below the screen is fetched as early as
    # Chrome does where it knows the network to be fast; without windows it would not know.
    "--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,"
    "availablePointerTypes=4,lazyLoadingImageMarginPxUnknown=1250,lazyLoadingImageMarginPx4G=1250",
]
"""For Chromium without windows, so that it fetches what Chrome fetches."""


def chromium() -> str:
    """The path of Chromium or Chrome. Raises FileNotFoundError where there is none."""
    for name in CHROMIUM_NAMES:
        if path := shutil.which(name):
            return path
    raise FileNotFoundError("no Chromium on this machine: run tests/need-chromium")


def chromium_without_windows() -> str:
    """The path of the leanest Chromium. Raises FileNotFoundError where there is none."""
    return shutil.which(WITHOUT_WINDOWS) or chromium()


def with_chinese_font(folder: Path) -> dict[str, str]:
    """The environment for a browser that draws Chinese; its settings are written into `folder`.

    A bare machine has no Chinese font: each character becomes a box half as wide, and whatever is
    measured on such a page says nothing about what readers see. The font is the one of the sheets.
    """
    settings = folder / "fonts.conf"
    settings.write_text(
        f"""<?xml version="1.0"?>
<fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<dir>{Path(manimgx_fonts_cjk.__file__).parent}</dir>
</fontconfig>
""",
        encoding="utf-8",
    )
    return {**os.environ, "FONTCONFIG_FILE": str(settings)}
