package atelier.service.training;

import atelier.service.storage.FileFailures;
import atelier.service.storage.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the runs of a workspace turned pictures and captions into. It is kept so that a run that
 * goes on need not compute it again.
 *
 * @param runs folder of all runs; need not exist
 */
public record RunCaches(Path runs) {

    /** The folders, one of each run that has one. */
    public List<Path> folders() {
        return of(_ -> true);
    }

    /** Deletes those of all runs that no training is in. */
    public void clear() {
        of(run -> Files.notExists(run.resolve(RunLocks.NAME))).forEach(Folders::deleteQuietly);
    }

    private List<Path> of(Predicate<Path> chosen) {
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(runs)) {
            return all.filter(chosen)
                    .map(run -> new RunFolder(run).caches())
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw FileFailures.reading(runs, e);
        }
    }
}
