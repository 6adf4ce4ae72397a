package atelier.service.training.state;

import atelier.engine.training.TrainerState;
import atelier.model.AtelierException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The saved states of a run. The two newest are kept, so that there is another where the newest has
 * gone bad; an older one is deleted only when a newer is whole on the drive.
 */
public final class RunStates {

    private static final int KEPT = 2;

    private final StepFiles files;
    private final Path planFile;
    private final String plan;

    /**
     * @param files where they lie
     * @param planFile the plan that the run goes by
     * @param plan hash of it
     */
    public RunStates(StepFiles files, Path planFile, String plan) {
        this.files = files;
        this.planFile = planFile;
        this.plan = plan;
    }

    /**
     * The newest state that is sound; empty where there is none.
     *
     * @param notice hears of those that are not
     * @throws AtelierException if a state was saved under another plan
     */
    public Optional<SavedState> newest(Consumer<String> notice) {
        for (Path file : files.found().descendingMap().values()) {
            try {
                SavedState state = StateFile.read(file);
                requirePlan(file, state.trainer().done());
                return Optional.of(state);
            } catch (DamagedStateException e) {
                notice.accept(
                        "A saved state is damaged, so the run goes on from an earlier step: "
                                + e.getMessage());
            }
        }
        return Optional.empty();
    }

    private void requirePlan(Path file, long done) {
        if (!StateFile.plan(file).equals(plan)) {
            throw new AtelierException(
                    "%s was changed after step %d was saved: put it back as it was, or start a new run."
                            .formatted(planFile, done));
        }
    }

    /**
     * Saves a state, then deletes what is no longer needed.
     *
     * @throws AtelierException if it cannot be written; those there were stay
     */
    public void save(SavedState state) {
        long done = state.trainer().done();
        StateFile.write(files.of(done), state, plan);
        NavigableMap<Long, Path> found = files.found();
        // Those of later steps were damaged, else the run would have gone on from them.
        found.tailMap(done, false).values().forEach(StepFiles::delete);
        List<Path> older = new ArrayList<>(found.headMap(done, true).values());
        older.subList(0, Math.max(0, older.size() - KEPT)).forEach(StepFiles::delete);
    }

    /** About how many bytes a state takes. */
    public static long bytes(TrainerState state) {
        return Stream.of(state.weights(), state.averages(), state.optimizer().tensors())
                .flatMap(tensors -> tensors.values().stream())
                .mapToLong(tensor -> (long) tensor.values().length * Float.BYTES)
                .sum();
    }
}
