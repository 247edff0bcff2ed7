"""What a learner can do on a lesson's page, in a real browser, opened from a folder."""

import re

import pytest
from chromium import PHONE
from parsed import texts
from playwright.sync_api import Locator, Page, expect

from cunbo.making.project import Project

LESSON = "lessons/S1-01.html"


@pytest.fixture
def page(page: Page, small_built: Project) -> Page:
    """The page of a small lesson, on a phone that has never been there."""
    page.goto((small_built.site / LESSON).as_uri())
    return page


def open_quiz(page: Page) -> None:
    page.get_by_role("button", name="自己再做一遍").press("Enter")
    expect(page.locator(".quiz .choices button").first).to_be_focused()


def test_the_quiz_tells_at_once_whether_and_why(page):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    expect(page.locator(".quiz .choices button")).to_have_count(0)
    open_quiz(page)
    assert [url.rsplit("/", 1)[1] for url in asked if url.endswith(".js")] == ["S1-01.js"]
    expect(page.get_by_role("button", name="自己再做一遍")).to_have_count(0)
    question = page.get_by_role("group", name="观众问打没打药，怎么说？")
    said = question.get_by_role("status")
    expect(said).to_have_text("")
    question.get_by_role("button", name="不知道").click()
    expect(said).to_have_text("不对，是 B。如实说，拿得出凭据。暗号己")
    assert question.get_by_role("button").all_inner_texts() == [
        "A\n绝对没有", "B\n打过，检测单在这儿\n✓ 对", "C\n不知道\n✗ 不对"
    ]  # fmt: skip
    question.get_by_role("button", name="打过").click()
    expect(said).to_have_text("对。如实说，拿得出凭据。暗号己")
    assert question.get_by_role("button", pressed=True).all_inner_texts() == [
        "B\n打过，检测单在这儿\n✓ 对"
    ]
    expect(question.locator("em")).to_have_count(1)


def test_the_quiz_is_answered_by_keyboard_and_nothing_on_the_way(page):
    open_quiz(page)
    choices = page.locator(".quiz .choices button")
    for before, after in ((0, 1), (1, 2)):
        choices.nth(before).press("Tab")
        expect(choices.nth(after)).to_be_focused()
    expect(page.locator(".quiz .reply:not(:empty)")).to_have_count(0)
    choices.nth(2).press("Space")
    expect(page.locator(".quiz .reply").first).to_contain_text("不对，是 B。")


def test_answers_that_do_not_come_are_told(page):
    page.evaluate("where = cunbo.address; cunbo.address = route => where('nowhere/' + route)")
    page.get_by_role("button", name="自己再做一遍").click()
    expect(page.locator(".quiz [role=status]")).to_contain_text("没有取到")
    page.evaluate("cunbo.address = where")
    open_quiz(page)
    expect(page.locator(".quiz .choices button")).to_have_count(5)


def test_before_the_tap_the_page_shows_nothing_that_only_works_with_scripts(small_built):
    assert texts(small_built.site / LESSON, "main button, main input, main textarea") == []
    page = (small_built.site / LESSON).read_text(encoding="utf-8")
    assert not re.search(r"quiz/|暗号己|拿得出凭据。暗号", page)


def line(page: Page) -> Locator:
    return page.get_by_label("我的一句")


def cell(page: Page) -> Locator:
    return page.get_by_label("一份25 元，听懂了吗")


def carry(page: Page) -> Locator:
    """What the page has for carrying to another device, opened."""
    box = page.locator(".carry")
    if box.get_attribute("open") is None:
        box.locator("summary").click()
    return box


def code_of(page: Page) -> str:
    carry(page).get_by_role("button", name="复制成一段码").click()
    return page.get_by_label("这一页的码").input_value()


def paste(page: Page, text: str) -> str:
    """What the page says of a text pasted as a code."""
    carry(page).get_by_label("把码贴在这里").fill(text)
    page.get_by_role("button", name="看看码里有什么").click()
    return page.locator(".carry [role=status]").last.inner_text()


def test_what_is_written_and_ticked_is_there_after_the_page_was_shut(page):
    line(page).fill("自家树上打的，\n今早才晒")
    cell(page).fill("听懂了")
    page.get_by_label("说了产地").check()
    page.get_by_label("做过了").nth(1).check()
    expect(page.locator(".clock [role=status]")).to_have_text("做了 1 步，共 5 步")
    page.reload()
    expect(line(page)).to_have_value("自家树上打的，\n今早才晒")
    expect(cell(page)).to_have_value("听懂了")
    expect(page.get_by_label("说了产地")).to_be_checked()
    expect(page.get_by_label("说了价格")).not_to_be_checked()
    expect(page.locator(".clock [role=status]")).to_have_text("做了 1 步，共 5 步")
    assert page.locator(".clock li.done").all_inner_texts() == [
        page.locator(".clock li").nth(1).inner_text()
    ]
    line(page).fill("")
    page.reload()
    expect(line(page)).to_have_value("")


def test_every_line_cell_and_box_of_the_page_can_be_filled(page, small_built):
    expect(page.locator("tbody td:empty")).to_have_count(0)
    names = page.locator("main textarea").evaluate_all(
        "all => all.filter(one => !one.closest('.carry')).map(one => one.ariaLabel)"
    )
    assert names == [
        "我的一句", "一份25 元，听懂了吗", "第 2 行，说的话", "第 2 行，听懂了吗", "我要说的",
        "写的人，签名或手印", "写的人，哪天", "像我说的话，像", "像我说的话，不像",
        "像我说的话，哪儿不像",
        "念出声，今天", "念出声，明天", "第 1 行，名字", "第 1 行，听过", "第 1 行，记住哪句",
        "第 2 行，名字", "第 2 行，听过", "第 2 行，记住哪句", "借给谁", "同桌签名",
    ]  # fmt: skip
    boxes = len(texts(small_built.site / LESSON, ".checklist li, section.step"))
    assert page.locator("main input[type=checkbox]").count() == boxes


def test_a_field_grows_with_what_is_in_it_and_goes_on_paper_whole(page):
    two_lines = line(page).bounding_box()["height"]
    line(page).fill("核桃" * 60)
    written = line(page).bounding_box()["height"]
    assert written > 2 * two_lines
    page.emulate_media(media="print")
    seen = line(page).evaluate("area => [area.clientHeight, area.scrollHeight]")
    assert seen[1] <= seen[0]
    expect(page.locator(".did, .carry").first).to_be_hidden()


def test_two_lessons_keep_what_is_written_apart(page, small_built):
    line(page).fill("这一课的")
    page.get_by_label("做过了").first.check()
    page.goto((small_built.site / LESSON.replace("S1", "C1")).as_uri())
    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate("window.cunbo.kept.get('mine')") is None


def test_where_nothing_can_be_kept_the_page_works_and_says_so(browser, small_built):
    context = browser.new_context(viewport=PHONE)
    context.add_init_script(
        "for (const name of ['getItem', 'setItem', 'removeItem'])"
        "  Storage.prototype[name] = () => { throw new Error('refused') }"
    )
    page = context.new_page()
    page.goto((small_built.site / LESSON).as_uri())
    line(page).fill("写一句")
    expect(carry(page)).to_contain_text("这里存不住")
    said = code_of(page)
    page.reload()
    expect(line(page)).to_have_value("")
    paste(page, said)
    page.get_by_role("button", name="拿过来").click()
    expect(line(page)).to_have_value("写一句")
    context.close()


def test_a_code_carries_everything_after_saying_what_it_replaces(page):
    line(page).fill("“自家的”，甜😀")
    page.get_by_label("说了产地").check()
    said = code_of(page)
    assert re.fullmatch(r"CB1:S1-01:[\w-]+:[0-9a-z]{7}", said)
    line(page).fill("后来改的")
    cell(page).fill("这里才有的")
    page.get_by_label("说了产地").uncheck()
    in_a_chat = f"给您：\n{said[:40]}\u200b\n{said[40:]}好的"
    assert paste(page, in_a_chat) == (
        "码里写了 1 处，打了 1 个钩。这几处这里也写了，会换成码里的："
    )
    assert page.locator(".carry li").all_inner_texts() == ["我的一句"]
    expect(line(page)).to_have_value("后来改的")
    page.get_by_role("button", name="拿过来").click()
    expect(line(page)).to_have_value("“自家的”，甜😀")
    expect(cell(page)).to_have_value("这里才有的")
    expect(page.get_by_label("说了产地")).to_be_checked()
    page.get_by_role("button", name="撤回").click()
    expect(line(page)).to_have_value("后来改的")
    expect(page.get_by_label("说了产地")).not_to_be_checked()


def test_a_code_that_is_not_right_is_refused_in_plain_words_and_nothing_is_lost(page):
    line(page).fill("写一句")
    said = code_of(page)
    changed = said[:20] + ("A" if said[20] != "A" else "B") + said[21:]
    assert "没有找到码" in paste(page, "你好")
    assert "不全" in paste(page, said[:-1])
    assert "不全" in paste(page, changed)
    assert "另一版" in paste(page, said.replace("CB1", "CB2"))
    other = page.evaluate(
        "Object.assign(Object.create(cunbo.code), { lesson: 'S1-04' }).of(cunbo.mine.entries())"
    )
    assert "S1-04" in paste(page, other)
    expect(page.get_by_role("button", name="拿过来")).to_have_count(0)
    page.reload()
    expect(line(page)).to_have_value("写一句")


def test_a_file_carries_it_too_and_people_can_read_it(page, tmp_path):
    line(page).fill("写一句")
    page.get_by_label("说了价格").check()
    with page.expect_download() as download:
        carry(page).get_by_role("button", name="存成文件").click()
    assert download.value.suggested_filename == "S1-01-我写的.txt"
    saved = tmp_path / "saved.txt"
    download.value.save_as(saved)
    text = saved.read_text(encoding="utf-8-sig")
    assert "我的一句：写一句\n" in text
    assert "说了价格：✓\n" in text
    line(page).fill("改了")
    page.locator(".carry input[type=file]").set_input_files(saved)
    page.get_by_role("button", name="拿过来").click()
    expect(line(page)).to_have_value("写一句")


def test_one_tap_clears_the_page_and_another_brings_it_back(page):
    line(page).fill("写一句")
    page.get_by_label("做过了").first.check()
    carry(page).get_by_role("button", name="清掉").click()
    expect(line(page)).to_have_value("")
    expect(page.get_by_label("做过了").first).not_to_be_checked()
    assert page.evaluate("localStorage.length") == 0
    cell(page).fill("清掉以后写的")
    page.get_by_role("button", name="撤回").click()
    expect(line(page)).to_have_value("写一句")
    expect(cell(page)).to_have_value("清掉以后写的")
    expect(page.locator(".clock [role=status]")).to_have_text("做了 1 步，共 5 步")


def test_a_word_of_the_glossary_says_what_it_means_where_it_stands(page, small_built):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    word = page.get_by_role("link", name="产地", exact=True)
    page.keyboard.press("Tab")
    word.press("Enter")
    expect(page.locator(".meaning").filter(has_text="产地：东西长出来的地方。")).to_be_visible()
    assert [url for url in asked if url.endswith(".js")] == [
        (small_built.site / "glossary.js").as_uri()
    ]
    assert word.get_attribute("aria-expanded") == "true"
    assert page.url.endswith(LESSON)
    expect(page.get_by_label("说了产地")).not_to_be_checked()
    word.click()
    expect(page.locator(".meaning:not(:empty)")).to_have_count(0)
    assert word.get_attribute("aria-expanded") == "false"


def test_a_word_leads_to_the_glossary_where_its_meaning_does_not_come(page):
    page.evaluate("cunbo.address = route => 'nowhere/' + route")
    page.get_by_role("link", name="产地", exact=True).click()
    page.wait_for_url("**/glossary.html#*")
    assert page.locator(":target").inner_text() == "产地\n东西长出来的地方。"


def test_a_second_tap_while_the_answers_come_changes_nothing(page):
    page.evaluate("start = document.querySelector('.quiz .button'); start.click(); start.click()")
    expect(page.locator(".quiz .choices button").first).to_be_focused()
    assert page.locator(".quiz button button, .quiz [role=group] [role=group]").count() == 0
    expect(page.locator(".quiz > [role=status]")).to_have_text("")


SHELF = "['cunbo', document.documentElement.dataset.village, 'lessons/S1-01.html'].join(' ')"


@pytest.mark.parametrize(
    "found", ["[]", "[1]", "7", '"x"', "null", "{bro", '{"mine":["x"]}', '{"mine":{"a":{"b":1}}}']
)
def test_what_another_version_kept_is_in_nobodys_way(page, found):
    page.evaluate(f"found => localStorage.setItem({SHELF}, found)", found)
    page.reload()
    line(page).fill("写一句")
    page.reload()
    expect(line(page)).to_have_value("写一句")
    assert page.locator("main textarea").evaluate_all(
        "all => all.filter(one => one.value.includes('[object')).length"
    ) == 0  # fmt: skip


def test_on_a_full_device_what_was_written_lasts_while_the_page_is_open(page):
    line(page).fill("先前写的")
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error(1) } }")
    line(page).fill("后来写的")
    cell(page).fill("又一处")
    expect(carry(page)).to_contain_text("这里存不住")
    assert sorted(page.evaluate("Object.values(cunbo.mine.entries())")) == ["又一处", "后来写的"]


def test_two_windows_with_one_lesson_show_the_same(page, small_built):
    other = page.context.new_page()
    other.goto((small_built.site / LESSON).as_uri())
    line(other).fill("在那边写的")
    expect(line(page)).to_have_value("在那边写的")
    carry(other).get_by_role("button", name="清掉").click()
    expect(line(page)).to_have_value("")
    cell(page).fill("在这边写的")
    page.reload()
    expect(line(page)).to_have_value("")
    expect(cell(page)).to_have_value("在这边写的")


def test_a_second_tap_leaves_the_way_back(page):
    line(page).fill("写一句")
    carry(page).get_by_role("button", name="清掉").dblclick()
    expect(line(page)).to_have_value("")
    page.get_by_role("button", name="撤回").click()
    expect(line(page)).to_have_value("写一句")
    expect(page.locator(".carry summary")).to_be_focused()


def test_a_chat_with_codes_of_several_lessons_has_the_right_one(page):
    line(page).fill("写一句")
    said = code_of(page)
    make = "(lesson, entries) => Object.assign(Object.create(cunbo.code), { lesson }).of(entries)"
    other, made_up = page.evaluate(f"[({make})('S1-04', {{ a: 1 }}), ({make})('S1-01', null)]")
    assert "写了 1 处" in paste(page, f"这是两课的：{other}\n还有 {said}，另版 CB2:S1-01:a:1234567")
    broken = page.evaluate(
        "['CB1:S1-01:bnVs', 'CB1:S1-01:e30x'].map(one => one + ':' + "
        "cunbo.digest(one.slice(4).replace(':', '')))"
    )
    for code in broken:
        assert "不全" in paste(page, code)
    assert "打了 0 个钩" in paste(page, made_up)


def test_what_is_written_after_a_look_at_the_code_is_not_lost(page):
    line(page).fill("写一句")
    said = code_of(page)
    line(page).fill("改一句")
    paste(page, said)
    cell(page).fill("看了以后写的")
    expect(page.locator(".carry li")).to_have_text("我的一句")
    page.get_by_role("button", name="拿过来").click()
    expect(page.get_by_role("button", name="撤回")).to_be_focused()
    expect(cell(page)).to_have_value("看了以后写的")
    expect(line(page)).to_have_value("写一句")


def test_who_listens_hears_what_changed_and_not_every_letter(page):
    page.get_by_label("做过了").first.check()
    page.evaluate(
        """heard = 0
        new MutationObserver(all => { heard += all.length })
          .observe(document.querySelector('.clock [role=status]'), { childList: true })"""
    )
    line(page).press_sequentially("一个一个字地写")
    assert page.evaluate("heard") == 0
    page.get_by_label("做过了").nth(1).check()
    assert page.evaluate("heard") > 0
