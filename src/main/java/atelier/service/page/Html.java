package atelier.service.page;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Writes HTML piece by piece. Every value is made harmless: nothing in it can become markup. */
public final class Html {

    private final OutputStream out;

    /** Writes to that stream, in UTF-8. */
    public Html(OutputStream out) {
        this.out = out;
    }

    /**
     * Writes markup with values in it.
     *
     * @param markup as of {@link String#format(Locale, String, Object...)}
     * @param values texts are escaped, numbers written as they are
     */
    public void add(String markup, Object... values) {
        Object[] escaped = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            escaped[i] = values[i] instanceof Number ? values[i] : escape(values[i].toString());
        }
        raw(String.format(Locale.ROOT, markup, escaped));
    }

    /** Writes markup as it stands. */
    public void raw(String markup) {
        try {
            out.write(markup.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text with everything that could become markup, or act on a terminal, made harmless. */
    public static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> {
                    switch (c) {
                        case '&' -> safe.append("&amp;");
                        case '<' -> safe.append("&lt;");
                        case '>' -> safe.append("&gt;");
                        case '"' -> safe.append("&quot;");
                        case '\'' -> safe.append("&#39;");
                        default -> {
                            if (Character.isISOControl(c)) {
                                safe.append("\\u%04x".formatted(c));
                            } else {
                                safe.appendCodePoint(c);
                            }
                        }
                    }
                });
        return safe.toString();
    }
}
