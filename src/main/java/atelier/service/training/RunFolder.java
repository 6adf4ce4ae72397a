package atelier.service.training;

import atelier.model.AtelierException;
import atelier.service.storage.FileFailures;
import atelier.service.storage.Folders;
import atelier.service.storage.OutputFolder;
import atelier.service.training.tensorboard.EventFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Where each thing of a run lies: {@code plan.json}, {@code metrics.jsonl}, {@code baseline.json}
 * with the probes before the first step, {@code curves.png}, {@code run.html}, {@code previews/},
 * event files for TensorBoard, {@code cache/} with what the pictures and captions were turned into,
 * {@code checkpoints/} with unfinished adapters, and the finished one under the trigger's name.
 *
 * @param root the folder
 */
record RunFolder(Path root) {

    private static final String CACHE = "cache";
    private static final String PREVIEWS = "previews";
    private static final int LONGEST_NAME = 80;

    /**
     * Takes a folder for a new run.
     *
     * @param root not there yet, or empty but for a {@code cache}
     * @throws AtelierException if something else is in it, or it cannot be written to
     */
    static RunFolder claim(Path root) {
        if (Files.isDirectory(root)) {
            try (Stream<Path> files = Files.list(root)) {
                List<String> names =
                        files.map(file -> file.getFileName().toString())
                                .filter(name -> !name.equals(CACHE))
                                .toList();
                if (!names.isEmpty()) {
                    throw new AtelierException(
                            "%s is not empty, it holds %s: choose a new folder for the run."
                                    .formatted(root, names.getFirst()));
                }
            } catch (IOException e) {
                throw FileFailures.reading(root, e);
            }
        }
        OutputFolder.prepare(root);
        return new RunFolder(root);
    }

    Path plan() {
        return root.resolve("plan.json");
    }

    Path metrics() {
        return root.resolve("metrics.jsonl");
    }

    /** What the probes came to before the first step. */
    Path baseline() {
        return root.resolve("baseline.json");
    }

    /** The curves as a picture. */
    Path curves() {
        return root.resolve("curves.png");
    }

    /** The run as a page. */
    Path page() {
        return root.resolve("run.html");
    }

    /** Folder of previews, made if it is not there. */
    Path previews() {
        return made(root.resolve(PREVIEWS));
    }

    /** A preview after that many steps. */
    Path preview(long step, int number) {
        return root.resolve(PREVIEWS)
                .resolve(String.format(Locale.ROOT, "step-%06d-%d.png", step, number));
    }

    /** A folder of the cache, made if it is not there. */
    Path cache(String kind) {
        return made(root.resolve(CACHE).resolve(kind));
    }

    /** An unfinished adapter after that many steps. */
    Path checkpoint(long steps) {
        return made(root.resolve("checkpoints"))
                .resolve(String.format(Locale.ROOT, "step-%06d.safetensors", steps));
    }

    /** The finished adapter. */
    Path adapter(String trigger) {
        String name =
                trigger.replaceAll("[^\\p{L}\\p{N}_.-]+", "-").replaceAll("^[-.]+|[-.]+$", "");
        int end = Math.min(LONGEST_NAME, name.length());
        if (end > 0 && Character.isHighSurrogate(name.charAt(end - 1))) {
            end--;
        }
        return root.resolve((end == 0 ? "adapter" : name.substring(0, end)) + ".safetensors");
    }

    /** Forgets a run that did not get as far as its first step, so that it can be started again. */
    void release() {
        try {
            Files.deleteIfExists(plan());
            Files.deleteIfExists(metrics());
            Files.deleteIfExists(baseline());
            Folders.deleteQuietly(root.resolve(PREVIEWS));
            try (Stream<Path> files = Files.list(root)) {
                for (Path file : files.filter(EventFile::isOne).toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw FileFailures.writing(root, e);
        }
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw FileFailures.writing(folder, e);
        }
    }
}
