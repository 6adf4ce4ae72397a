package atelier.service.training;

import atelier.model.training.SavingSettings;
import atelier.service.training.state.StepFiles;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;

/**
 * Which checkpoints of a run are kept: the last few, the one with the lowest loss on the probe, and
 * those the user pinned. One that a pause made between two regular ones stays until the next
 * regular one, so that a run that was paused keeps the same files as one that was not.
 */
final class Retention {

    private final StepFiles files;
    private final SavingSettings saving;
    private final long steps;
    private final Map<Long, Double> probes = new HashMap<>();

    /**
     * @param files the checkpoints
     * @param steps of the whole run
     */
    Retention(StepFiles files, SavingSettings saving, long steps) {
        this.files = files;
        this.saving = saving;
        this.steps = steps;
    }

    /** Whether a checkpoint is due after a step. */
    boolean isRegular(long step) {
        return step == steps || (step > 0 && step % saving.checkpointEvery() == 0);
    }

    /** Hears of each step, those before a resume included. */
    void stepped(StepReport report) {
        Double probe = report.probe();
        if (probe != null && isRegular(report.step())) {
            probes.put(report.step(), probe);
        }
    }

    /** Deletes what need not be kept once the checkpoint of a step is on the drive. */
    void prune(long done) {
        NavigableMap<Long, Path> found = files.found().headMap(done, true);
        List<Long> regular = found.keySet().stream().filter(this::isRegular).toList();
        int last = Math.min(saving.keepLast(), regular.size());
        Set<Long> kept = new HashSet<>(regular.subList(regular.size() - last, regular.size()));
        kept.add(done);
        regular.stream()
                .filter(probes::containsKey)
                .min((one, other) -> Double.compare(probe(one), probe(other)))
                .ifPresent(kept::add);
        found.forEach((step, file) -> {
            if (!kept.contains(step) && !files.isPinned(step)) {
                StepFiles.delete(file);
            }
        });
    }

    private double probe(long step) {
        return probes.getOrDefault(step, Double.POSITIVE_INFINITY);
    }
}
