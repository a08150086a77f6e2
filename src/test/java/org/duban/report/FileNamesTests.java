package org.duban.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNamesTests {

    @Test
    void keepsAChineseName() {
        assertThat(FileNames.forShowing("第一季度 进展（盖章）.pdf")).isEqualTo("第一季度 进展（盖章）.pdf");
    }

    @Test
    void dropsFolders() {
        assertThat(FileNames.forShowing("../../etc/报告.pdf")).isEqualTo("报告.pdf");
        assertThat(FileNames.forShowing("C:\\Users\\王\\报告.pdf")).isEqualTo("报告.pdf");
    }

    @Test
    void dropsCharactersThatCannotBeSeen() {
        assertThat(FileNames.forShowing("报\r\n告\u0000.pdf")).isEqualTo("报告.pdf");
        assertThat(FileNames.forShowing("报告\u202Efdp.exe")).isEqualTo("报告fdp.exe");
    }

    @Test
    void cutsALongNameInFrontOfItsExtension() {
        String name = FileNames.forShowing("报".repeat(300) + ".docx");
        assertThat(name).hasSize(FileNames.LONGEST).endsWith("报.docx");
    }

    @Test
    void cutsNoCharacterInTwo() {
        String name = FileNames.forShowing("a" + "𠮷".repeat(200) + ".pdf");
        assertThat(name).hasSizeLessThanOrEqualTo(FileNames.LONGEST).endsWith("𠮷.pdf");
    }

    @Test
    void takesNoNameForAnEmptyOne() {
        assertThat(FileNames.forShowing(null)).isEmpty();
        assertThat(FileNames.forShowing("folder/")).isEmpty();
    }
}
