package org.duban.seed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small seeds directory of one's own, sound until a test spoils it. */
final class SeedFolder {

    static final String DEPARTMENTS =
            """
            departments:
              - {code: most, name: 科学技术部, short: 科技部, level: NATIONAL, jurisdiction: 国家, kind: OFFICE}
              - code: ln-kjt
                name: 辽宁省科学技术厅
                short: 省科技厅
                level: PROVINCIAL
                jurisdiction: 辽宁省
                kind: OFFICE
                aliases: [辽宁省科技厅]
              - {code: ln-cities, name: 各市, level: CITY, jurisdiction: 辽宁省, kind: GROUP}
            """;

    /** Seven lines; rows that a test adds begin in line 8. */
    static final String HEAD =
            """
            slug: plan
            title: 实施方案
            number: 辽委办发〔2017〕7号
            issuer: 中共辽宁省委办公厅
            issued: 2017-03-01
            jurisdiction: 辽宁省
            rows:
            """;

    private final Path root;

    SeedFolder(Path root) throws IOException {
        this.root = root;
        Files.createDirectories(root.resolve("directives"));
        departments(DEPARTMENTS);
    }

    SeedFolder departments(String yaml) throws IOException {
        Files.writeString(root.resolve("departments.yaml"), yaml);
        return this;
    }

    SeedFolder directive(String fileName, String yaml) throws IOException {
        Files.writeString(root.resolve("directives").resolve(fileName), yaml);
        return this;
    }

    SeedLibrary read() throws IOException {
        return SeedReader.read(root);
    }

    /** The problems as printed, with paths relative to the folder. */
    List<String> problems() throws IOException {
        return read().problems().stream()
                .map(problem -> new SeedProblem(root.relativize(problem.file()), problem.line(), problem.reason()))
                .map(SeedProblem::toString)
                .toList();
    }
}
