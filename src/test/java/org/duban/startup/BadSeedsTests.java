package org.duban.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.duban.directive.Directives;
import org.duban.organisation.Departments;
import org.duban.support.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Seed files of which one has a problem. */
@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class BadSeedsTests {

    @TempDir
    Path directory;

    @Autowired
    Departments departments;

    @Autowired
    Directives directives;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @Test
    void warnsOfRowsThatCameLater(CapturedOutput output) throws IOException {
        SeedLoading mended = seeds("mended", false);
        mended.load();
        Path file = directory.resolve("directives/01-test.yaml");
        Files.writeString(file, Files.readString(file).replace("乙部", "甲部"));

        mended.load();

        assertThat(output).contains(file + ": 1 of its rows are missing");
    }

    @Test
    void reportsFileLineAndReasonAndLoadsTheRest(CapturedOutput output) throws IOException {
        seeds("lenient", false).load();

        assertThat(output).contains("01-test.yaml:12: ").contains("乙部");
        var id = directives.bySlugAsSystem("lenient").orElseThrow();
        assertThat(directives.getAsSystem(id).title()).isEqualTo("试验文件");
    }

    @Test
    void entersNothingWhenStrict() throws IOException {
        SeedLoading strict = seeds("strict", true);

        assertThatThrownBy(strict::load)
                .isInstanceOf(BadSeedsException.class)
                .hasMessageContaining("01-test.yaml:12: ");
        assertThat(directives.bySlugAsSystem("strict")).isEmpty();
    }

    private SeedLoading seeds(String slug, boolean strict) throws IOException {
        Files.createDirectories(directory.resolve("directives"));
        Files.writeString(
                directory.resolve("departments.yaml"),
                """
                departments:
                  - {code: %s, name: 甲部%s, short: 甲部, level: NATIONAL, jurisdiction: %s省, kind: OFFICE}
                """
                        .formatted(slug, slug, slug));
        Files.writeString(
                directory.resolve("directives/01-test.yaml"),
                """
                slug: %s
                title: 试验文件
                issuer: 试验机关
                issued: 2026-01-01
                jurisdiction: %s省
                rows:
                  - no: 1
                    title: 第一项
                    joint: [甲部]
                  - no: 2
                    title: 第二项
                    joint: [乙部]
                """
                        .formatted(slug, slug));
        return new SeedLoading(departments, directives, transactions, jdbc, directory, strict);
    }
}
