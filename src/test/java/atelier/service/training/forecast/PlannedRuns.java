package atelier.service.training.forecast;

import atelier.engine.weights.Checkpoint;
import atelier.model.adapter.AdapterDescription;
import atelier.model.dataset.Framing;
import atelier.model.generation.PredictionType;
import atelier.model.training.TrainingPlan;
import atelier.reference.Reference;
import atelier.service.dataset.FramedPicture;
import atelier.service.dataset.Pictures;
import atelier.service.training.TestPlans;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;

/** Runs that need no pictures. */
final class PlannedRuns {

    static final Path MODEL = Reference.root().resolve("tiny-sdxl");

    private PlannedRuns() {}

    /** A picture of those sizes: width, height, and so on. */
    static FramedPicture picture(int... sides) {
        List<Framing> framings = new ArrayList<>();
        for (int i = 0; i < sides.length; i += 2) {
            framings.add(new Framing(sides[i], sides[i + 1], sides[i], sides[i + 1]));
        }
        return new FramedPicture(Pictures.of(Path.of("a.png"), null), framings);
    }

    static PlannedRun of(boolean checkpointed, List<FramedPicture> pictures, String... sets) {
        return of(MODEL, checkpointed, pictures, sets);
    }

    /** The same on another model. */
    static PlannedRun of(
            Path model, boolean checkpointed, List<FramedPicture> pictures, String... sets) {
        TrainingPlan plan = TestPlans.of(sets);
        return new PlannedRun(
                plan,
                Checkpoint.open(model),
                pictures,
                checkpointed,
                Path.of("run", "mia.safetensors"),
                new AdapterDescription(
                        "mia",
                        "mia",
                        null,
                        null,
                        "64x64",
                        PredictionType.EPSILON,
                        null,
                        null,
                        new LinkedHashMap<>()));
    }

    /** The same with square pictures of those sides. */
    static PlannedRun of(boolean checkpointed, int... sides) {
        return of(
                checkpointed,
                Arrays.stream(sides).mapToObj(side -> picture(side, side)).toList(),
                "steps=100",
                "rank=4");
    }
}
