"""A hundred updates broken off, each at another place: the device always has one whole version."""

import random

from hosting import UPDATE, all_say, hosting, kept, save, version

from cunbo.making.project import Project

TIMES = 100
NEWER = "有新的一版，换上"


def test_a_hundred_updates_broken_off_leave_one_whole_version(browser, small_built: Project):
    chance = random.Random(7)
    site = small_built.site
    context = browser.new_context()
    page = context.new_page()
    with hosting() as host:
        host.serve(version(site, "A"))
        save(page, host)
        page.goto(f"{host.address}index.html")
        for number in range(TIMES):
            newer = version(site, f"B{number}")
            left = chance.randrange(len(kept(newer)))
            host.serve(newer, left, chance.choice(["cut", "half", "other"]))
            assert page.evaluate(UPDATE) == "redundant", number
            assert all_say(page, host, newer) == ["A"], number
        host.serve(newer)
        assert page.evaluate(UPDATE) == "installed"
        assert all_say(page, host, newer) == ["A"]
        host.stop()
        page.evaluate("window.before = true")
        page.get_by_role("button", name=NEWER).click()
        page.wait_for_function("!window.before")
        assert all_say(page, host, newer) == [f"B{TIMES - 1}"]
        assert len(page.evaluate("caches.keys()")) == 1
    context.close()


def test_an_update_that_breaks_off_again_and_again_is_there_at_last(browser, small_built: Project):
    """What came stays: no file is fetched more often than it broke off."""
    chance = random.Random(11)
    newer = version(small_built.site, "B")
    context = browser.new_context()
    page = context.new_page()
    with hosting() as host:
        host.serve(version(small_built.site, "A"))
        save(page, host)
        page.goto(f"{host.address}index.html")
        tries, state = 0, "redundant"
        while state == "redundant":
            assert all_say(page, host, newer) == ["A"]
            host.serve(newer, chance.randrange(5, 10))
            state = page.evaluate(UPDATE)
            tries += 1
        assert 4 <= tries <= 20
        host.stop()
        page.get_by_role("button", name=NEWER).wait_for()
        assert all_say(page, host, newer) == ["A"]
    context.close()
