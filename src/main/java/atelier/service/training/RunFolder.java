package atelier.service.training;

import atelier.model.AtelierException;
import atelier.service.storage.FileFailures;
import atelier.service.storage.FolderLock;
import atelier.service.storage.Folders;
import atelier.service.storage.OutputFolder;
import atelier.service.training.state.StepFiles;
import atelier.service.training.tensorboard.EventFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Where each thing of a run lies: {@code plan.json}, what it is trained by; {@code run.json}, where
 * and when; {@code metrics.jsonl}; {@code baseline.json} with the probes before the first step;
 * event files for TensorBoard; {@code curves.png}; {@code run.html}; {@code previews/}; {@code
 * cache/} with what the pictures and captions were turned into; {@code checkpoints/} with
 * unfinished adapters; {@code state/} with what is needed to go on; and the finished adapter under
 * the trigger's name.
 *
 * @param root the folder
 */
record RunFolder(Path root) {

    private static final String CACHE = "cache";
    private static final String PREVIEWS = "previews";
    private static final String PLAN = "plan.json";
    private static final String RUN = "run.json";
    private static final int LONGEST_NAME = 80;

    /**
     * Takes the folder for a new run.
     *
     * @param host whose process takes it
     * @return holds it until it is closed
     * @throws AtelierException if something is in it but the cache of an earlier run, it cannot be
     *     written to, or another training is in it
     */
    FolderLock claim(RunHost host) {
        requireEmpty(host);
        OutputFolder.prepare(root);
        FolderLock lock = host.locks().take(root, host.owner());
        try {
            requireEmpty(host);
            return lock;
        } catch (AtelierException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Takes the folder of a run to go on with it.
     *
     * @param host whose process takes it
     * @return holds it until it is closed
     * @throws AtelierException if there is no run in it, it cannot be written to, or another
     *     training is in it
     */
    FolderLock enter(RunHost host) {
        if (!Files.isRegularFile(plan())) {
            throw new AtelierException(
                    "There is no run in %s to go on with, as it holds no %s: choose the folder that --out named."
                            .formatted(root, PLAN));
        }
        OutputFolder.prepare(root);
        return host.locks().take(root, host.owner());
    }

    private void requireEmpty(RunHost host) {
        if (!Files.isDirectory(root)) {
            return;
        }
        List<String> names;
        try (Stream<Path> files = Files.list(root)) {
            names = files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw FileFailures.reading(root, e);
        }
        List<String> others = names.stream().filter(name -> !isLeftOver(name)).toList();
        if (others.contains(PLAN)) {
            host.locks().requireFree(root);
            throw new AtelierException(
                    "%s is not empty, it holds %s: choose a new folder for the run, or go on with the one in it by --resume %s."
                            .formatted(root, PLAN, root));
        }
        if (!others.isEmpty()) {
            throw new AtelierException(
                    "%s is not empty, it holds %s: choose a new folder for the run."
                            .formatted(root, others.getFirst()));
        }
    }

    /** What a run leaves that ended before its plan was written, which comes last. */
    private static boolean isLeftOver(String name) {
        return name.equals(CACHE)
                || name.equals(RUN)
                || name.equals(RunLocks.NAME)
                || name.matches("\\.atelier-.*\\.partial");
    }

    Path plan() {
        return root.resolve(PLAN);
    }

    Path run() {
        return root.resolve(RUN);
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
        return made(PREVIEWS);
    }

    /** A preview after that many steps. */
    Path preview(long step, int number) {
        return root.resolve(PREVIEWS)
                .resolve(String.format(Locale.ROOT, "step-%06d-%d.png", step, number));
    }

    /** All that the run can compute again. */
    Path caches() {
        return root.resolve(CACHE);
    }

    /** A folder of the cache, made if it is not there. */
    Path cache(String kind) {
        return made(CACHE + "/" + kind);
    }

    private Path made(String name) {
        Path folder = root.resolve(name);
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw FileFailures.writing(folder, e);
        }
    }

    /** Unfinished adapters. */
    StepFiles checkpoints() {
        return new StepFiles(root.resolve("checkpoints"));
    }

    /** What training knew after steps. */
    StepFiles states() {
        return new StepFiles(root.resolve("state"));
    }

    /** The finished adapter, or the finished model where that is one file. */
    Path adapter(String trigger) {
        return root.resolve(name(trigger) + ".safetensors");
    }

    /** The finished model where that is a folder; no other folder of a run is called so. */
    Path model(String trigger) {
        return root.resolve(name(trigger) + "-model");
    }

    private static String name(String trigger) {
        String name =
                trigger.replaceAll("[^\\p{L}\\p{N}_.-]+", "-").replaceAll("^[-.]+|[-.]+$", "");
        int end = Math.min(LONGEST_NAME, name.length());
        if (end > 0 && Character.isHighSurrogate(name.charAt(end - 1))) {
            end--;
        }
        return end == 0 ? "adapter" : name.substring(0, end);
    }

    /** Forgets a run that did not get as far as its first step, so that it can be started again. */
    void release() {
        try {
            Files.deleteIfExists(plan());
            Files.deleteIfExists(run());
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
}
