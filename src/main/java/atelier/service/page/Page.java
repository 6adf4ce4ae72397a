package atelier.service.page;

import atelier.service.storage.AtomicFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A page as a whole: its head with the look that all share, and what is added to it. */
public final class Page {

    private Page() {}

    /**
     * Writes a page, in place of one that is there.
     *
     * @param title of the page
     * @param look further CSS
     * @param body writes what is between the tags of the body
     * @throws atelier.model.AtelierException if it cannot be written; what was there is unchanged
     */
    public static void write(Path file, String title, String look, Consumer<Html> body) {
        AtomicFiles.replace(
                file,
                out -> {
                    try {
                        Html html = new Html(out);
                        html.add(
                                """
                                <!doctype html>
                                <html lang="en"><head><meta charset="utf-8">
                                <meta name="viewport" content="width=device-width">
                                <title>%s</title><style>
                                """,
                                title);
                        html.raw(resource(Page.class, "page.css"));
                        html.raw(look);
                        html.raw("</style></head><body>");
                        body.accept(html);
                        html.raw("</body></html>\n");
                    } catch (UncheckedIOException e) {
                        throw e.getCause();
                    }
                });
    }

    /** A text that lies beside a class. */
    public static String resource(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("Atelier was packaged without " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
