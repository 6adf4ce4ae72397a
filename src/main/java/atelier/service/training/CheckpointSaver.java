package atelier.service.training;

import atelier.engine.training.Trainer;
import atelier.model.AtelierException;
import atelier.service.training.state.RunStates;
import atelier.service.training.state.SavedState;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Saves a run as it goes, every so many steps and at its end: the adapter as it is, and the state
 * to go on from.
 */
final class CheckpointSaver {

    private final RunFolder folder;
    private final Trainer trainer;
    private final Consumer<Path> adapters;
    private final RunStates states;
    private final Retention retention;
    private final FreeSpace space;
    private long saved;

    /**
     * @param trainer at the step to begin from, whose state is saved unless it is the first
     * @param adapters writes the adapter as it is to a file
     */
    CheckpointSaver(
            RunFolder folder,
            Trainer trainer,
            Consumer<Path> adapters,
            RunStates states,
            Retention retention,
            FreeSpace space) {
        this.folder = folder;
        this.trainer = trainer;
        this.adapters = adapters;
        this.states = states;
        this.retention = retention;
        this.space = space;
        this.saved = trainer.done();
    }

    /**
     * Writes the checkpoint of the step that a run goes on from, where the run ended between saving
     * the state and that.
     */
    void begin() {
        long done = trainer.done();
        if (retention.isRegular(done) && !folder.checkpoints().found().containsKey(done)) {
            requireSpace();
            writeCheckpoint(done);
        }
    }

    /** Hears of each step, when all others have. */
    void stepped(StepReport report) {
        retention.stepped(report);
        if (retention.isRegular(report.step())) {
            save(null);
        }
    }

    /**
     * Saves the run as it is now.
     *
     * @param unreported the last step, where nobody has heard of it; null otherwise
     * @throws AtelierException if it cannot be written, or little room is left on the disk; what
     *     was saved before stays
     */
    void save(@Nullable StepReport unreported) {
        long done = trainer.done();
        if (done == saved) {
            retention.prune(done);
            return;
        }
        SavedState state =
                new SavedState(trainer.state(), unreported == null ? null : unreported.text());
        state.trainer().requireFinite();
        if (space.isLow(folder.root())
                && space.holds(folder.root(), RunStates.bytes(state.trainer()))) {
            // Hours of work may be in it.
            keep(state);
        }
        requireSpace();
        writeCheckpoint(done);
        keep(state);
    }

    /** Saves the run as it is now, with a checkpoint that stays; does nothing before any step. */
    void pin() {
        long done = trainer.done();
        if (done > 0) {
            // Marked first, so that nothing prunes it in between.
            folder.checkpoints().of(done);
            folder.checkpoints().pin(done);
            save(null);
        }
    }

    private void keep(SavedState state) {
        states.save(state);
        saved = state.trainer().done();
    }

    private void writeCheckpoint(long done) {
        adapters.accept(folder.checkpoints().of(done));
        retention.prune(done);
    }

    /** The step that the run can be gone on from; 0 for none. */
    long saved() {
        return saved;
    }

    private void requireSpace() {
        if (space.isLow(folder.root())) {
            throw new AtelierException(
                    "The run paused, as only %s are free on the disk of %s and it leaves %s to others: free some space."
                            .formatted(
                                    space.text(folder.root()), folder.root(), space.leastText()));
        }
    }
}
