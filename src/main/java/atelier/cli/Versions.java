package atelier.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import picocli.CommandLine.IVersionProvider;

/**
 * The versions that a report of a problem must name, one to a line: Atelier, the JVM and the native
 * engines.
 */
public final class Versions implements IVersionProvider {

    private static final String RESOURCE = "versions.properties";
    private static final String ATELIER = "Atelier";
    private static final List<String> BUILT_WITH =
            List.of("DJL", "LibTorch", "ONNX Runtime", "JavaFX");

    /** Atelier's own version. */
    public static String ofAtelier() {
        return Objects.requireNonNull(read().getProperty(ATELIER), ATELIER);
    }

    @Override
    public String[] getVersion() {
        Properties built = read();
        return Stream.concat(
                        Stream.of(line(built, ATELIER), java()),
                        BUILT_WITH.stream().map(name -> line(built, name)))
                .toArray(String[]::new);
    }

    private static String java() {
        return "Java %s (%s)"
                .formatted(System.getProperty("java.version"), System.getProperty("java.vendor"));
    }

    private static String line(Properties built, String name) {
        return name + " " + Objects.requireNonNull(built.getProperty(name), name);
    }

    private static Properties read() {
        try (InputStream in = Versions.class.getResourceAsStream(RESOURCE)) {
            Properties built = new Properties();
            built.load(
                    new InputStreamReader(
                            Objects.requireNonNull(in, RESOURCE), StandardCharsets.UTF_8));
            return built;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
