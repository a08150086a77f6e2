package org.duban.seed;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.StreamReader;

/** Turns a file into YAML nodes without building any object, within fixed bounds. */
final class YamlFile {

    /** Some forty times the largest real file; the bound keeps a wrong file from filling the memory. */
    static final int MAX_BYTES = 1 << 20;

    /** Directive, rows, row, targets, target, value: six levels are in use. */
    private static final int MAX_DEPTH = 20;

    private YamlFile() {}

    static Optional<Node> load(ProblemLog log) {
        try {
            return readable(log).flatMap(text -> compose(text, log));
        } catch (NoSuchFileException e) {
            log.add(1, "the file is missing");
        } catch (CharacterCodingException e) {
            log.add(1, "the file is not UTF-8 text");
        } catch (IOException e) {
            log.add(1, "the file can't be read");
        }
        return Optional.empty();
    }

    private static Optional<String> readable(ProblemLog log) throws IOException {
        Path file = log.file();
        if (Files.size(file) > MAX_BYTES) {
            log.add(1, "the file is larger than " + MAX_BYTES + " bytes");
            return Optional.empty();
        }
        String text = Files.readString(file);
        int unprintable = firstUnprintableLine(text);
        if (unprintable > 0) {
            log.add(unprintable, "the line holds a control character");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    private static Optional<Node> compose(String text, ProblemLog log) {
        var yaml = new Yaml(bounds());
        try {
            if (breaksBounds(yaml.parse(new StringReader(text)), log)) {
                return Optional.empty();
            }
            Node root = yaml.compose(new StringReader(text));
            if (root == null) {
                log.add(1, "the file is empty");
            }
            return Optional.ofNullable(root);
        } catch (MarkedYAMLException e) {
            log.add(e.getProblemMark().getLine() + 1, "not valid YAML: " + e.getProblem());
        } catch (YAMLException e) {
            log.add(1, "not valid YAML: " + e.getMessage());
        }
        return Optional.empty();
    }

    /** SnakeYAML has bounds for this too, but does not say in which line they are broken. */
    private static boolean breaksBounds(Iterable<Event> events, ProblemLog log) {
        int depth = 0;
        for (var event : events) {
            String broken = null;
            if (event instanceof AliasEvent) {
                broken = "YAML aliases (*) are not allowed";
            } else if (event instanceof CollectionStartEvent && ++depth > MAX_DEPTH) {
                broken = "nested more than " + MAX_DEPTH + " deep";
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            }
            if (broken != null) {
                log.add(event.getStartMark().getLine() + 1, broken);
                return true;
            }
        }
        return false;
    }

    private static LoaderOptions bounds() {
        var options = new LoaderOptions();
        options.setCodePointLimit(MAX_BYTES);
        return options;
    }

    /** As above: the parser would refuse the character, but without a line. */
    private static int firstUnprintableLine(String text) {
        int line = 1;
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            int codePoint = text.codePointAt(i);
            if (!StreamReader.isPrintable(codePoint)) {
                return line;
            }
            line += codePoint == '\n' ? 1 : 0;
        }
        return 0;
    }
}
