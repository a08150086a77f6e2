package org.duban.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Every text of the interface, from the bundles {@code i18n/<feature>_zh_CN.properties} and {@code …_en.properties}
 * (UTF-8). Chinese is first; a language that is neither is answered in Chinese.
 */
@Component
public class Messages implements I18NProvider {

    public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
    public static final Locale ENGLISH = Locale.ENGLISH;

    private final Clock clock;
    private final Map<Locale, Map<String, String>> texts = Map.of(CHINESE, load("zh_CN"), ENGLISH, load("en"));

    Messages(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return List.of(CHINESE, ENGLISH);
    }

    /** A key without a text is shown as such, so that it is seen. */
    @Override
    public String getTranslation(String key, Locale locale, Object... params) {
        Locale language = ENGLISH.getLanguage().equals(locale.getLanguage()) ? ENGLISH : CHINESE;
        String text = texts.get(language).get(key);
        if (text == null) {
            return missing(key);
        }
        return params.length == 0 ? text : new MessageFormat(text, language).format(shown(params));
    }

    /** Whether this is how a key without a text is shown. */
    public static boolean isMissing(String key, String shown) {
        return shown.equals(missing(key));
    }

    private static String missing(String key) {
        return "!" + key + "!";
    }

    /** Moments are told in the configured zone. */
    private Object[] shown(Object[] params) {
        return Arrays.stream(params)
                .map(param -> param instanceof Instant moment ? Formats.moment(moment, clock.getZone()) : param)
                .toArray();
    }

    private static Map<String, String> load(String suffix) {
        Map<String, String> all = new HashMap<>();
        try {
            for (Resource bundle : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:i18n/*_" + suffix + ".properties")) {
                Properties properties = new Properties();
                try (InputStreamReader reader =
                        new InputStreamReader(bundle.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                properties.stringPropertyNames().forEach(key -> {
                    if (all.put(key, properties.getProperty(key)) != null) {
                        throw new IllegalStateException("Two texts for " + key + ", the second in " + bundle);
                    }
                });
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Map.copyOf(all);
    }
}
