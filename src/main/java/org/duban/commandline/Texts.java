package org.duban.commandline;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;

/** The texts of the message bundles that the command line needs: Chinese for who has set it so, else English. */
final class Texts {

    private final Properties texts = new Properties();
    private final Locale locale;

    private Texts(Locale locale) {
        this.locale = locale;
    }

    static Texts of(Locale locale) {
        boolean chinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
        Texts texts = new Texts(chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH);
        for (String bundle : new String[] {"document", "commandline"}) {
            texts.load("/i18n/" + bundle + (chinese ? "_zh_CN" : "_en") + ".properties");
        }
        return texts;
    }

    String get(String key, Object... arguments) {
        String text = texts.getProperty(key, key);
        return arguments.length == 0 ? text : new MessageFormat(text, locale).format(arguments);
    }

    private void load(String resource) {
        try (InputStream bundle = Texts.class.getResourceAsStream(resource)) {
            texts.load(new InputStreamReader(bundle, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
