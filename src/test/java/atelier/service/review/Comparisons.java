package atelier.service.review;

import atelier.model.generation.EmphasisMode;
import atelier.model.generation.ModelChoice;
import atelier.model.review.CellSettings;
import atelier.model.review.ComparedAdapter;
import atelier.model.review.ComparedModel;
import atelier.model.review.ComparedPrompt;
import atelier.model.review.Comparison;
import atelier.model.review.ComparisonAxes;
import atelier.model.review.QualityWeights;
import atelier.model.review.SamplerChoice;
import atelier.model.review.ScoreOrder;
import atelier.reference.Reference;
import java.nio.file.Path;
import java.util.List;

/** Comparisons on the tiny random model. */
public final class Comparisons {

    /** The model. */
    public static final Path MODEL = Reference.root().resolve("tiny-sdxl");

    /** What is the same in every cell. */
    public static final CellSettings SETTINGS =
            new CellSettings("blurry", 64, 64, 0, 0, EmphasisMode.NO_NORM);

    /** Nothing to measure by. */
    public static final ScoreOrder SCORES =
            new ScoreOrder(MODEL, List.of(), List.of(), QualityWeights.USUAL);

    private Comparisons() {}

    /** An adapter of the reference. */
    public static ComparedAdapter adapter(String name, long step) {
        return new ComparedAdapter(
                name, Reference.root().resolve("lora/" + name + ".safetensors"), name, step);
    }

    /** A base model in that folder. */
    public static ComparedModel model(String name, Path folder) {
        return new ComparedModel(name, ModelChoice.of(folder), name);
    }

    /** Two adapters, one strength, one prompt, three seeds: nine cells. */
    public static Comparison small() {
        return new Comparison("small", axes(List.of("a cat"), List.of(1L, 2L, 9L)), SETTINGS);
    }

    /** The axes of {@link #small} with other prompts and seeds. */
    public static ComparisonAxes axes(List<String> prompts, List<Long> seeds) {
        return new ComparisonAxes(
                List.of(model("tiny", MODEL)),
                List.of(adapter("kohya_ldm", 10), adapter("peft", 20)),
                List.of(0.8),
                prompts.stream().map(text -> new ComparedPrompt(text, false)).toList(),
                seeds,
                List.of(new SamplerChoice("euler", "leading")),
                List.of(2),
                List.of(5.0));
    }
}
