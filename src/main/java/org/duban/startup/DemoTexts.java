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
    private final Map<String, List<String>> phrases;

    DemoTexts() {
        try (InputStream file = new ClassPathResource("demo/texts.yaml").getInputStream()) {
            Map<String, Map<String, ?>> content = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            names = strings(content.get("names"));
            phrases = phrases(content.get("phrases"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String name(String key, Object... arguments) {
        return MessageFormat.format(names.get(key), arguments);
    }

    /** The phrase of the kind that the number chooses. */
    String phrase(String kind, int number) {
        List<String> all = phrases.get(kind);
        return all.get(Math.floorMod(number, all.size()));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> strings(Map<String, ?> content) {
        return (Map<String, String>) content;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, List<String>> phrases(Map<String, ?> content) {
        return (Map<String, List<String>>) content;
    }
}
