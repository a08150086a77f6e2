package org.duban.startup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What the people of the demo are called and what they write, from {@code demo/texts.yaml}. */
@Component
class DemoTexts {

    private final Map<String, String> names;
    private final List<Subject> subjects;
    private final Map<String, List<String>> phrases;
    private final List<Map<String, String>> returns;
    private final List<Map<String, String>> disputes;

    private record Subject(String name, List<String> words) {}

    DemoTexts() {
        try (InputStream file = new ClassPathResource("demo/texts.yaml").getInputStream()) {
            Map<String, Object> content = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            names = part(content, "names");
            List<Map<String, Object>> named = part(content, "subjects");
            subjects = named.stream()
                    .map(each -> new Subject((String) each.get("name"), part(each, "words")))
                    .toList();
            phrases = part(content, "phrases");
            returns = part(content, "returns");
            disputes = part(content, "disputes");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String name(String key, Object... arguments) {
        return MessageFormat.format(names.get(key), arguments);
    }

    /** The phrase of the kind that the number chooses. */
    String phrase(String kind, int number) {
        return chosen(phrases.get(kind), number);
    }

    /** What was done about a key task, when it is so far. */
    String done(String taskTitle, int percent, int number) {
        String subject = subjects.stream()
                .filter(each -> each.words().stream().anyMatch(taskTitle::contains))
                .findFirst()
                .orElse(subjects.getLast())
                .name();
        return phrase(subject + (percent < 33 ? ".early" : percent < 67 ? ".middle" : ".late"), number);
    }

    /** Why a report is returned ({@code wanting}), and what the department answers ({@code amended}). */
    String ofReturn(String side, int number) {
        return chosen(returns, number).get(side);
    }

    /** Why a duty is disputed ({@code reason}), and the answers ({@code agreed}, {@code declined}) to that. */
    String ofDispute(String side, int number) {
        return chosen(disputes, number).get(side);
    }

    private static <T> T chosen(List<T> all, int number) {
        return all.get(Math.floorMod(number, all.size()));
    }

    @SuppressWarnings("unchecked")
    private static <T> T part(Map<String, ?> content, String key) {
        return (T) content.get(key);
    }
}
