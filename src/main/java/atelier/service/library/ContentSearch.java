package atelier.service.library;

import atelier.model.job.CancelToken;
import atelier.model.library.Workspace;
import atelier.service.storage.FileFailures;
import atelier.service.storage.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds weight files of a workspace by their content; only those of the right size are read. */
final class ContentSearch {

    private static final String ENDING = ".safetensors";
    private static final int DEPTH = 4;

    private final Map<Long, List<Path>> bySize = new HashMap<>();
    private final Map<Path, String> hashes = new HashMap<>();

    private final CancelToken cancel;

    private ContentSearch(CancelToken cancel) {
        this.cancel = cancel;
    }

    /** Among adapters, models and runs; not in the trash. */
    static ContentSearch in(Workspace workspace, CancelToken cancel) {
        ContentSearch search = new ContentSearch(cancel);
        for (Path folder : List.of(workspace.adapters(), workspace.models(), workspace.runs())) {
            search.add(folder);
        }
        return search;
    }

    private void add(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            for (Path file : files.filter(ContentSearch::isWeights).sorted().toList()) {
                bySize.computeIfAbsent(Files.size(file), _ -> new ArrayList<>()).add(file);
            }
        } catch (IOException e) {
            throw FileFailures.reading(folder, e);
        }
    }

    private static boolean isWeights(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(ENDING) && !name.startsWith(".") && Files.isRegularFile(file);
    }

    /** The first file of that content, other than one. */
    Optional<Path> find(String sha256, long bytes, Path other) {
        return bySize.getOrDefault(bytes, List.of()).stream()
                .filter(file -> !file.equals(other))
                .filter(file -> hash(file).equals(sha256))
                .findFirst();
    }

    /** The hash of a file, computed once. */
    String hash(Path file) {
        return hashes.computeIfAbsent(file, one -> Sha256.ofFile(one, cancel));
    }
}
