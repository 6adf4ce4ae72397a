package atelier.ui.training;

import atelier.model.training.RunPreview;
import atelier.model.training.RunPrompt;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A run as it is shown at one moment.
 *
 * @param steps in all; 0 before it is known
 * @param done so far
 * @param loss of each step
 * @param smoothed the same without its ups and downs
 * @param probe on the fixed probe, beginning before the first step
 * @param rate the learning rate
 * @param seconds that each step took
 * @param settings every setting of its plan
 * @param prompts of its previews
 * @param previews that are drawn
 * @param checkpoints that are kept
 */
public record RunView(
        long steps,
        long done,
        Points loss,
        Points smoothed,
        Points probe,
        Points rate,
        Points seconds,
        Map<String, String> settings,
        List<RunPrompt> prompts,
        List<RunPreview> previews,
        SortedMap<Long, Path> checkpoints) {

    /** Nothing is known of it yet. */
    public static final RunView EMPTY =
            new RunView(
                    0,
                    0,
                    Points.NONE,
                    Points.NONE,
                    Points.NONE,
                    Points.NONE,
                    Points.NONE,
                    Map.of(),
                    List.of(),
                    List.of(),
                    new TreeMap<>());

    /** Copies the lists and maps. */
    public RunView {
        settings = Map.copyOf(settings);
        prompts = List.copyOf(prompts);
        previews = List.copyOf(previews);
        checkpoints = Collections.unmodifiableSortedMap(new TreeMap<>(checkpoints));
    }

    /** The steps that have previews, in order. */
    List<Long> previewed() {
        return previews.stream().map(RunPreview::step).distinct().sorted().toList();
    }

    /** A preview, if it is drawn. */
    Optional<Path> preview(long step, int prompt) {
        return previews.stream()
                .filter(preview -> preview.step() == step && preview.prompt() == prompt)
                .map(RunPreview::file)
                .findFirst();
    }

    /** The step with the lowest loss on the probe; negative where it was not taken. */
    long lowestProbe() {
        int lowest = probe.lowest();
        return lowest < 0 ? -1 : Math.round(probe.steps()[lowest]);
    }
}
