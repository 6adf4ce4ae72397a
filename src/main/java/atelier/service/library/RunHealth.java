package atelier.service.library;

import atelier.model.AtelierException;
import atelier.model.library.HealthFinding;
import atelier.model.library.HealthTrouble;
import atelier.model.library.ItemKind;
import atelier.model.library.RunRecord;
import atelier.service.training.RunIndex;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Looks at runs: whether the index has those that are there, as far as they came. */
final class RunHealth implements HealthCheck {

    private final RunLibrary runs;
    private final FoundFiles files;
    private final IndexEntries entries;

    RunHealth(RunLibrary runs, FoundFiles files, IndexEntries entries) {
        this.runs = runs;
        this.files = files;
        this.entries = entries;
    }

    /** What the index says of a run, and what its folder says; null where they say nothing. */
    private record Difference(
            HealthTrouble trouble, @Nullable RunRecord index, @Nullable RunRecord folder) {}

    @Override
    public Found look(HealthLook look) {
        List<HealthFinding> findings = new ArrayList<>();
        List<RunRecord> known = runs.all();
        List<Path> folders = files.runs();
        look.each(
                "Checking the runs",
                "run",
                folders,
                folder -> {
                    try {
                        RunIndex.read(folder);
                    } catch (AtelierException e) {
                        String name = name(folder);
                        findings.add(
                                new HealthFinding(
                                        HealthTrouble.RUN_DAMAGED,
                                        ItemKind.RUN,
                                        name,
                                        name,
                                        String.valueOf(e.getMessage()),
                                        1));
                    }
                });
        List<Difference> differences = differences();
        for (HealthTrouble trouble :
                List.of(
                        HealthTrouble.RUNS_GONE,
                        HealthTrouble.RUNS_NEW,
                        HealthTrouble.RUNS_CHANGED)) {
            int number = (int) differences.stream().filter(one -> one.trouble() == trouble).count();
            if (number > 0) {
                findings.add(new HealthFinding(trouble, ItemKind.RUN, "", "", "", number));
            }
        }
        return new Found(known.size(), findings);
    }

    private static String name(Path folder) {
        return Objects.requireNonNull(folder.getFileName()).toString();
    }

    private List<Difference> differences() {
        Map<String, RunRecord> index = new HashMap<>();
        runs.all().forEach(run -> index.put(run.folder(), run));
        List<Difference> differences = new ArrayList<>();
        for (Path folder : files.runs()) {
            RunRecord known = index.remove(name(folder));
            RunRecord there;
            try {
                there = RunIndex.read(folder).orElse(null);
            } catch (AtelierException _) {
                // It is damaged, which is a finding of its own.
                continue;
            }
            if (there == null && known != null) {
                differences.add(new Difference(HealthTrouble.RUNS_GONE, known, null));
            } else if (there != null && !there.equals(known) && !RunIndex.isHeld(folder)) {
                differences.add(
                        new Difference(
                                known == null ? HealthTrouble.RUNS_NEW : HealthTrouble.RUNS_CHANGED,
                                known,
                                there));
            }
        }
        index.values()
                .forEach(
                        run -> differences.add(new Difference(HealthTrouble.RUNS_GONE, run, null)));
        return differences;
    }

    @Override
    public boolean repair(HealthFinding finding, String why) {
        switch (finding.trouble()) {
            case RUN_DAMAGED -> runs.remove(finding.item(), why);
            case RUNS_GONE, RUNS_NEW, RUNS_CHANGED ->
                    differences().stream()
                            .filter(one -> one.trouble() == finding.trouble())
                            .forEach(one -> entries.change(one.index(), one.folder(), why));
            default -> {
                return false;
            }
        }
        return true;
    }
}
