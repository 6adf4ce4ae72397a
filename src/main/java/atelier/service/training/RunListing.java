package atelier.service.training;

import atelier.service.storage.FileFailures;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What lies in a run's folder that people look at. */
final class RunListing {

    private static final Pattern PREVIEW = Pattern.compile("step-(\\d{6,})-\\d+\\.png");
    private static final Pattern SHOWN =
            Pattern.compile(
                    "[^/]+\\.(safetensors|json|jsonl|png)|checkpoints/.*\\.safetensors|events\\.out\\..*");
    private static final int DEPTH = 2;

    private RunListing() {}

    /** The steps, up to that one, after which there are previews, in order. */
    static List<Long> previewSteps(RunFolder folder, long last) {
        return names(folder).stream()
                .map(name -> PREVIEW.matcher(name.substring(name.indexOf('/') + 1)))
                .filter(Matcher::matches)
                .map(preview -> Long.parseLong(preview.group(1)))
                .filter(step -> step <= last)
                .distinct()
                .sorted()
                .toList();
    }

    /** The other files, by their names below the folder, in order. */
    static List<String> files(RunFolder folder) {
        return names(folder).stream()
                .filter(name -> SHOWN.matcher(name).matches() && !name.startsWith("."))
                .toList();
    }

    /** Such a name as the address of a link from a page in the folder. */
    static String address(String name) {
        try {
            // A path alone might be taken for another scheme.
            return new URI(null, null, "./" + name, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    private static List<String> names(RunFolder folder) {
        Path root = folder.root();
        try (Stream<Path> files = Files.walk(root, DEPTH)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw FileFailures.reading(root, e);
        }
    }
}
