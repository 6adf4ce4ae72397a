package atelier.model.training;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is new of a run since it was looked at last, and what lies in its folder now.
 *
 * @param anew whether the steps told before do not count any more, as the run went back behind them
 * @param trained steps not told of before, in order
 * @param baseline what the probe came to before the first step; null where that is not known
 * @param settings every setting of its plan; none before it begins
 * @param prompts of its previews, in order
 * @param previews all that are drawn, by step and prompt
 * @param checkpoints all that are kept, by step
 */
public record RunNews(
        boolean anew,
        List<TrainedStep> trained,
        @Nullable Double baseline,
        Map<String, String> settings,
        List<RunPrompt> prompts,
        List<RunPreview> previews,
        SortedMap<Long, Path> checkpoints) {

    /** Of a run that has not begun. */
    public static final RunNews NOTHING =
            new RunNews(false, List.of(), null, Map.of(), List.of(), List.of(), new TreeMap<>());

    /** Copies the lists and maps. */
    public RunNews {
        trained = List.copyOf(trained);
        settings = Map.copyOf(settings);
        prompts = List.copyOf(prompts);
        previews = List.copyOf(previews);
        checkpoints = Collections.unmodifiableSortedMap(new TreeMap<>(checkpoints));
    }
}
