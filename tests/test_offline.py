"""The site on a reader's device: asked for, whole, of one version, and gone again when asked."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from chromium import PHONE
from hosting import UPDATE, Host, all_say, hosting, kept, save, version, with_worker
from parsed import texts
from playwright.sync_api import Page, expect

from cunbo.making.project import Project
from cunbo.pages.site import SettingsError, make_site

CACHES = "() => caches.keys()"
WORKERS = "async () => (await navigator.serviceWorker.getRegistrations()).length"
OTHERS = ["cunbo http://127.0.0.1/elsewhere/ 1", "somebody's"]
NEWER = "有新的一版，换上"


@pytest.fixture(scope="module")
def site(small_built: Project) -> Path:
    return small_built.site


@pytest.fixture(scope="module")
def first(site: Path) -> dict[str, bytes]:
    return version(site, "A")


@pytest.fixture
def host(first: dict[str, bytes]) -> Iterator[Host]:
    with hosting() as host:
        host.serve(first)
        yield host


@pytest.fixture
def saved(page: Page, host: Host) -> Page:
    """A page under the worker, the first version kept; beside it two caches of others."""
    save(page, host)
    page.goto(f"{host.address}index.html")
    for name in OTHERS:
        page.evaluate("name => caches.open(name)", name)
    return page


def test_nothing_is_kept_without_the_reader_asking(page, host):
    for name in ("index.html", "lessons/S1-01.html", "offline.html"):
        page.goto(host.address + name)
    page.get_by_role("button", name="只存网页").wait_for()
    assert page.evaluate(WORKERS) == 0
    assert page.evaluate(CACHES) == []
    assert "sw.js" not in host.asked


def test_the_reader_is_told_how_much_it_is_and_how_far(page, host, first):
    names = kept(first)
    page.goto(f"{host.address}offline.html")
    size = sum(len(first[name]) for name in names) / 1e6
    both = sum(len(first[name]) for name in kept(first, sheets=True)) / 1e6
    button = page.get_by_role("button", name="只存网页")
    assert f"{size:.1f} MB，{len(names)} 个文件" in button.inner_text()
    assert f"{both:.1f} MB" in page.get_by_role("button", name="网页、讲义、图片都存").inner_text()
    host.serve(first, left=30, then="hold")
    button.click()
    page.get_by_text(f"第 30 个，共 {len(names)} 个").wait_for()
    host.going.set()
    page.get_by_text("存好了：网页都在这台手机里").wait_for()


def test_every_kind_of_page_opens_with_no_network(saved, host, site):
    host.stop()
    for name in ("index.html", "map.html", "lessons/S1-01.html", "lessons/S1-01.html?q=%E8%AF%BE",
                 "trainer/S1-01.html", "trainer/law.html", "paths/A.html", "sources/wen2025.html",
                 "authors/errors.html", "offline.html"):  # fmt: skip
        saved.goto(host.address + name)
        assert saved.title() == texts(site / name.partition("?")[0], "title")[0], name
        assert saved.evaluate("getComputedStyle(document.querySelector('.skip')).position")
        assert saved.evaluate("!!window.cunbo.kept"), name
    for folder, page in (("", "index.html"), ("paths/", "paths/index.html")):
        saved.goto(host.address + folder)
        assert saved.title() == texts(site / page, "title")[0]
    assert not set(host.asked) - {"sw.js", "sw.json"}
    saved.goto(f"{host.address}offline.html")
    saved.get_by_text("存好了").wait_for()
    saved.get_by_role("button", name="从手机上拿掉").wait_for()
    assert saved.get_by_role("button", name="讲义和图片也存下来").count() == 0


def test_the_search_answers_with_no_network(saved, host):
    host.stop()
    saved.goto(f"{host.address}search.html?q=%E4%BA%A7%E5%9C%B0")
    found = saved.locator(".found ul a").first
    found.wait_for()
    expect(saved.locator(".reading")).to_have_text("")
    found.click()
    expect(saved.locator("main mark").first).to_be_focused()
    assert not set(host.asked) - {"sw.js", "sw.json"}


def test_what_is_not_kept_comes_from_the_network_or_is_told_to_be_missing(saved, host, first):
    sheet = f"{host.address}handouts/法规册.pdf"
    status = "async address => (await fetch(address).catch(() => ({ status: 0 }))).status"
    assert saved.evaluate(status, sheet) == 200
    host.stop()
    assert saved.evaluate(status, sheet) == 0
    saved.goto(f"{host.address}nowhere/else.html")
    assert "没有网" in saved.inner_text("h1")
    saved.get_by_role("link", name="看存下来的").click()
    assert saved.url == host.address
    saved.get_by_role("heading", name="您是谁？").wait_for()


def test_the_sheets_can_be_kept_too_and_no_page_is_fetched_again(saved, host, first):
    saved.goto(f"{host.address}offline.html")
    host.serve(first)
    saved.get_by_role("button", name="讲义和图片也存下来").click()
    saved.get_by_text("网页、讲义、图片都在这台手机里").wait_for()
    sheets = set(kept(first, sheets=True)) - set(kept(first))
    assert len(sheets) >= 4
    assert set(host.asked) - {"sw.js", "sw.json"} == sheets
    host.stop()
    assert saved.evaluate("a => fetch(a).then(b => b.text())", f"{host.address}handouts/法规册.pdf")
    saved.reload()
    saved.get_by_text("网页、讲义、图片都在这台手机里").wait_for()


def test_a_file_that_is_not_as_listed_is_not_kept(page, host, first):
    host.serve(first | {"map.html": first["map.html"].replace(b"<h1>", b"<h1>x")})
    page.goto(f"{host.address}offline.html")
    page.get_by_role("button", name="只存网页").click()
    page.get_by_text("没有存完").wait_for()
    assert page.evaluate(WORKERS) == 0
    host.serve(first)
    page.get_by_role("button", name="接着存").click()
    page.get_by_text("存好了").wait_for()
    assert "map.html" in host.asked
    assert "lessons/S1-01.html" not in host.asked, "what was there already was fetched again"


def test_a_connection_that_breaks_is_told_and_what_came_is_not_lost(page, host, first):
    page.goto(f"{host.address}offline.html")
    host.serve(first, left=20)
    page.get_by_role("button", name="只存网页").click()
    page.get_by_text("没有存完").wait_for()
    host.serve(first)
    page.get_by_role("button", name="接着存").click()
    page.get_by_text("存好了").wait_for()
    again = len([name for name in host.asked if name != "sw.js"])
    assert again <= len(kept(first)) - 20 + 3, "what was there already was fetched again"


def test_a_device_without_room_is_told_so(phone, page, host):
    page.goto(f"{host.address}offline.html")
    quota = {"origin": host.address.rpartition("/cun/")[0], "quotaSize": 40_000}
    phone.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", quota)
    page.get_by_role("button", name="只存网页").click()
    page.get_by_text("手机里空的地方不够").wait_for()


def test_an_update_broken_off_anywhere_leaves_one_whole_version(saved, host, site, first):
    chance = random.Random(9)
    for number in range(4):
        newer = version(site, f"B{number}")
        host.serve(newer, chance.randrange(len(kept(newer))), ["cut", "half", "other"][number % 3])
        assert saved.evaluate(UPDATE) == "redundant"
        assert all_say(saved, host, newer) == ["A"]
    assert saved.get_by_role("button", name=NEWER).count() == 0


def test_a_newer_version_waits_for_the_tap_and_then_is_there_as_a_whole(phone, saved, host, site):
    newer = version(site, "B")
    beside = phone.new_page()
    beside.goto(f"{host.address}lessons/S1-01.html")
    host.serve(newer)
    assert saved.evaluate(UPDATE) == "installed"
    assert all_say(saved, host, newer) == ["A"]
    saved.reload()
    assert all_say(saved, host, newer) == ["A"]
    host.stop()
    for tab in (saved, beside):
        tab.evaluate("window.before = true")
    saved.get_by_role("button", name=NEWER).click()
    for tab in (saved, beside):
        tab.wait_for_function("!window.before")
        assert "version B" in tab.content()
        assert all_say(tab, host, newer) == ["B"]
        expect(tab.get_by_role("button", name=NEWER)).to_have_count(0)
    assert set(OTHERS) < set(saved.evaluate(CACHES))
    assert len(saved.evaluate(CACHES)) == 3


def test_of_a_newer_version_only_what_changed_is_fetched(saved, host, site, first):
    host.serve(with_worker(first | {"map.html": first["map.html"] + b"<!-- changed -->"}))
    assert saved.evaluate(UPDATE) == "installed"
    assert [name for name in host.asked if name != "sw.js"] == ["map.html"]


def test_it_is_taken_off_the_device_again(saved, host):
    saved.goto(f"{host.address}offline.html")
    saved.get_by_role("button", name="从手机上拿掉").click()
    saved.get_by_text("拿掉了").wait_for()
    assert saved.evaluate(WORKERS) == 0
    assert sorted(saved.evaluate(CACHES)) == OTHERS
    saved.get_by_role("button", name="只存网页").click()
    saved.get_by_text("存好了").wait_for()


def test_a_site_that_switches_it_off_takes_itself_off_all_devices(saved, host, site):
    host.serve(version(site, "off", wanted=False))
    saved.evaluate("window.before = true")
    saved.evaluate("navigator.serviceWorker.getRegistration().then(one => { one.update() })")
    saved.wait_for_function("!window.before")
    saved.wait_for_function(f"async () => (await ({WORKERS})()) === 0")
    assert sorted(saved.evaluate(CACHES)) == OTHERS
    saved.goto(f"{host.address}offline.html")
    assert "version off" in saved.content()
    saved.get_by_text("这个网站没有开“存到手机”").wait_for()
    expect(saved.locator("#keep button")).to_have_count(0)


def test_settings_switch_it_off_and_nothing_else_does(small, tmp_path):
    text = small.settings.read_text(encoding="utf-8")
    (tmp_path / "docs").mkdir()
    for value, wanted in (("true", True), ("false", False), ("关", None), ("", None)):
        settings = small.root / "mkdocs.yml"
        changed = text.partition("nav:")[0] + f"\nextra:\n  offline: {value}\n"
        settings.write_text(changed, encoding="utf-8")
        if wanted is None:
            with pytest.raises(SettingsError, match="offline”：只能写 true 或者 false"):
                make_site(settings, tmp_path / "docs", {}, tmp_path / "site", 0)
        else:
            assert make_site(settings, tmp_path / "docs", {}, tmp_path / "site", 0) is wanted


def test_from_a_folder_there_is_nothing_to_keep(page, site):
    page.goto((site / "offline.html").as_uri())
    page.get_by_text("您是从文件夹打开的，本来就不用网").wait_for()
    expect(page.locator("#keep button")).to_have_count(0)


@pytest.mark.parametrize(
    ("agent", "told"),
    [
        ("Mozilla/5.0 (iPhone) MicroMessenger/8.0", "微信里存不了"),
        ("Mozilla/5.0 (iPhone) Safari/600", "这个浏览器存不了"),
    ],
)
def test_where_it_cannot_be_kept_it_says_what_to_do(browser, host, agent, told):
    context = browser.new_context(viewport=PHONE, user_agent=agent)
    context.add_init_script("delete Navigator.prototype.serviceWorker")
    page = context.new_page()
    page.goto(f"{host.address}offline.html")
    page.get_by_text(told).wait_for()
    expect(page.locator("#keep button")).to_have_count(0)
    context.close()


def test_without_scripts_the_page_says_what_works_where(site):
    [told] = texts(site / "offline.html", "#keep")
    assert "没有出来，就是这个浏览器存不了" in told
    assert "苹果手机的微信" in texts(site / "offline.html", "dt")
