package org.duban.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;

/** From a text that was copied to a key task: read, walked through by key, completed, launched. */
final class ImportStory {

    private static final String TEXT =
            """
            国务院办公厅关于推进绿色仓库试点的通知
            国办发〔2026〕88号

            各省、自治区、直辖市人民政府：
            为推进仓储绿色转型，现就有关事项通知如下。

            一、主要任务
            （一）开展绿色仓库试点。选择有条件的地区先行先试，到2028年建成绿色仓库不少于200座。（商务部牵头，财政部配合）
            （二）完善冷链标准。抓紧制定冷链仓储能效标准，2027年底前发布。（工业和信息化部牵头，绿色物流专班配合）
            （三）加强督促检查。定期通报进展，推广典型经验。（商务部、绿色物流专班按职责分工负责）

            国务院办公厅
            2026年11月2日
            """;

    private final Person supervisor;
    private final Page page;

    ImportStory(Person supervisor) {
        this.supervisor = supervisor;
        this.page = supervisor.page();
    }

    void tell() {
        read();
        walk();
        resolveTheName();
        launch();
    }

    private void read() {
        supervisor.open("directives");
        supervisor.button("导入文件").click();
        page.getByLabel("粘贴正文").fill(TEXT);
        supervisor.screenshot("21-import");
        supervisor.button("读取分工").click();
        assertThat(page.locator(".found-card")).containsText("3 行分工");
        supervisor.screenshot("22-document-found");
        supervisor.button("建立草稿，开始核对").click();
    }

    private void walk() {
        Locator sentence = page.locator(".source-current");
        assertThat(sentence).containsText("选择有条件的地区先行先试");
        page.keyboard().press("ArrowDown");
        assertThat(sentence).containsText("抓紧制定冷链仓储能效标准");
        page.locator(".source-quoted").getByText("定期通报进展").click();
        assertThat(sentence).containsText("定期通报进展");
        page.keyboard().press("k");
        assertThat(sentence).containsText("抓紧制定冷链仓储能效标准");
        assertThat(page.locator(".draft-name-unresolved").first()).hasText("绿色物流专班");
        supervisor.screenshot("23-table-beside-its-source");
    }

    private void resolveTheName() {
        page.keyboard().press("u");
        supervisor.button("其他部门").click();
        page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("“绿色物流专班”是指"))
                .fill("交通运输部");
        page.locator("vaadin-combo-box-item:visible").first().click();
        assertThat(page.getByText("“绿色物流专班”已对应为交通运输部，共 2 行")).isVisible();
        supervisor.screenshot("24-name-resolved");
        supervisor.button("关闭").click();
        assertThat(page.locator(".draft-name-unresolved")).hasCount(0);
    }

    private void launch() {
        supervisor.button("启动督办").click();
        supervisor.button("启动 3 项任务").click();
        Locator link = page.locator("a[href^='tasks/']").first();
        assertThat(link).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
        assertThat(page.getByText("督办中").first()).isVisible();
        supervisor.screenshot("25-launched");
        link.click();
        assertThat(page.locator(".source-excerpt .source-current")).containsText("选择有条件的地区先行先试");
        supervisor.screenshot("26-key-task-with-its-sentence");
    }
}
