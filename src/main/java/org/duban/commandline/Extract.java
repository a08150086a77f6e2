package org.duban.commandline;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.duban.document.Documents;
import org.duban.document.UnreadableDocument;
import org.duban.extraction.ExtractedDocument;
import org.duban.extraction.Extractor;
import org.duban.extraction.Source;

/** Prints the division tables of files: {@code [--json] FILE…}, or measures the extraction: {@code --bench}. */
public final class Extract {

    /** A file that can't be read, or options that make no sense. */
    static final int FAILED = 2;

    /** The file name that stands for the standard input. */
    private static final String STANDARD_INPUT = "-";

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final Texts texts;
    private final int columns;

    Extract(InputStream in, PrintStream out, PrintStream err, Locale locale, int columns) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.texts = Texts.of(locale);
        this.columns = columns;
    }

    /** Writes UTF-8 whatever the locale is, and leaves with 2 when a file could not be read. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER),
                false,
                StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int columns = Integer.getInteger("duban.columns", TableText.DEFAULT_COLUMNS);
        int status = new Extract(new FileInputStream(FileDescriptor.in), out, err, Locale.getDefault(), columns)
                .run(List.of(arguments));
        out.flush();
        System.exit(status);
    }

    int run(List<String> arguments) {
        if (arguments.contains("--bench")) {
            return new BenchmarkOptions(arguments, out, err).run();
        }
        boolean json = false;
        boolean optionsEnded = false;
        List<String> files = new ArrayList<>();
        for (String argument : arguments) {
            if (optionsEnded || argument.equals(STANDARD_INPUT) || !argument.startsWith("-")) {
                files.add(argument);
            } else if (argument.equals("--json")) {
                json = true;
            } else if (argument.equals("--")) {
                optionsEnded = true;
            } else {
                return misused("unknown option " + argument);
            }
        }
        if (files.isEmpty()) {
            return misused("no file given");
        }
        return json ? printJson(files) : printTables(files);
    }

    private int printJson(List<String> files) {
        int status = 0;
        JsonText json = new JsonText(out);
        json.begin();
        for (String file : files) {
            try {
                for (ExtractedDocument document : Extractor.extract(read(file))) {
                    json.document(document, files.size() > 1 ? file : null);
                }
            } catch (UnreadableDocument unreadable) {
                status = refused(file, unreadable);
            }
        }
        json.end();
        return status;
    }

    private int printTables(List<String> files) {
        int status = 0;
        TableText table = new TableText(out, texts, columns);
        for (String file : files) {
            try {
                Source source = read(file);
                table.file(file, Extractor.extract(source));
            } catch (UnreadableDocument unreadable) {
                status = refused(file, unreadable);
            }
        }
        return status;
    }

    private Source read(String file) throws UnreadableDocument {
        if (file.equals(STANDARD_INPUT)) {
            return Documents.read("", in);
        }
        try {
            return Documents.read(file, Path.of(file));
        } catch (InvalidPathException noPath) {
            return Documents.read(file, Path.of(""));
        }
    }

    private int refused(String file, UnreadableDocument unreadable) {
        out.flush();
        err.println("deploy/extract: " + file.replaceAll("\\p{Cntrl}", "?") + ": "
                + texts.get(unreadable.messageKey(), unreadable.arguments()));
        return FAILED;
    }

    private int misused(String how) {
        err.println("deploy/extract: " + how + " (deploy/extract --help lists the options).");
        return FAILED;
    }
}
