package atelier.engine.torch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The text of a TorchScript program, put together from resource files.
 *
 * <p>A file may begin with lines {@code # uses NAME}; the functions of the named file come before
 * its own, each file once. Names are paths under {@code atelier/engine/} without the ending {@code
 * .torchscript}. Files that others use hold functions; the file a program is named after ends with
 * {@code class Net}, whose methods Java calls.
 */
final class ProgramSource {

    private static final String USES = "# uses ";

    private final StringBuilder text = new StringBuilder();
    private final Set<String> seen = new LinkedHashSet<>();

    private ProgramSource() {}

    /** The text of the named file after everything it uses. */
    static String of(String name) {
        ProgramSource source = new ProgramSource();
        source.add(name);
        return source.text.toString();
    }

    private void add(String name) {
        if (!seen.add(name)) {
            return;
        }
        StringBuilder own = new StringBuilder();
        read(name)
                .lines()
                .forEach(line -> {
                    if (line.startsWith(USES)) {
                        add(line.substring(USES.length()).strip());
                    } else if (!line.startsWith("#") && !line.isBlank()) {
                        own.append(line).append('\n');
                    }
                });
        text.append(own);
    }

    private static String read(String name) {
        String resource = "/atelier/engine/" + name + ".torchscript";
        try (InputStream in = ProgramSource.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no program " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
