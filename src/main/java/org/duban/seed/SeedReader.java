package org.duban.seed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** Reads a seeds directory: {@code departments.yaml} and every {@code directives/*.yaml}. */
public final class SeedReader {

    private SeedReader() {}

    /**
     * Reads all files. Bad content never throws: it is left out and reported in {@link SeedLibrary#problems()}.
     *
     * @throws IOException if the directory or its {@code directives} folder can't be listed
     */
    public static SeedLibrary read(Path seedsDirectory) throws IOException {
        var directiveFiles = yamlFilesIn(seedsDirectory.resolve("directives"));
        var problems = new ArrayList<SeedProblem>();

        var departmentsLog = new ProblemLog(seedsDirectory.resolve("departments.yaml"));
        var departments = YamlFile.load(departmentsLog)
                .map(root -> new DepartmentsReader(departmentsLog).read(root))
                .orElse(List.of());
        problems.addAll(departmentsLog.byLine());

        var names = new DepartmentNames(departments);
        var slugs = new HashSet<String>();
        var directives = new ArrayList<SeedDirective>();
        for (var file : directiveFiles) {
            var log = new ProblemLog(file);
            YamlFile.load(log)
                    .flatMap(root -> new DirectiveReader(names, slugs, log).read(root))
                    .ifPresent(directives::add);
            problems.addAll(log.byLine());
        }
        return new SeedLibrary(departments, directives, problems);
    }

    private static List<Path> yamlFilesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
