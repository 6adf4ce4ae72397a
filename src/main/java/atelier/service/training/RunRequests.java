package atelier.service.training;

import atelier.model.training.RunRequest;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What is asked of the runs of this process, from any thread, until each gets round to it. */
public final class RunRequests {

    private final Map<Path, Set<RunRequest>> open = new HashMap<>();

    /** Asks something of the run in that folder; asking twice is asking once. */
    synchronized void ask(Path run, RunRequest request) {
        open.computeIfAbsent(key(run), _ -> EnumSet.noneOf(RunRequest.class)).add(request);
    }

    /** What is asked of a run, which is then no longer open. */
    synchronized Set<RunRequest> take(Path run) {
        Set<RunRequest> asked = open.remove(key(run));
        return asked == null ? Set.of() : asked;
    }

    private static Path key(Path run) {
        return run.toAbsolutePath().normalize();
    }
}
