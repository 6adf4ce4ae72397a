package atelier.service.starter.build;

import atelier.engine.torch.ComputeType;
import atelier.engine.training.NetworkTrainer;
import atelier.engine.training.NetworkTrainerSettings;
import atelier.engine.training.schedules.LearningRateSchedules;
import atelier.engine.weights.FloatTensor;
import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.settings.Choice;
import atelier.model.starter.StarterBuildOrder;
import atelier.model.training.OptimizerSettings;
import atelier.model.training.RateSettings;
import atelier.service.job.Accelerator;
import atelier.service.storage.AtomicFiles;
import atelier.service.storage.OutputFolder;
import atelier.service.storage.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.Consumer;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Builds the starter model, stage by stage, each resumable to the bit. */
public final class StarterBuildService {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String OPTIMIZER = "adamw";
    private static final double BETA1 = 0.9;

    private final Accelerator accelerator;

    /** Builds on that accelerator. */
    public StarterBuildService(Accelerator accelerator) {
        this.accelerator = accelerator;
    }

    /**
     * Builds stages in the order of the recipe.
     *
     * @param built hears of each stage that is done
     * @throws AtelierException if the recipe is wrong, a stage was begun before and is not to be
     *     gone on with, or the training fails; what is done stays
     */
    public void build(
            StarterBuildOrder order,
            Consumer<BuiltStage> built,
            ProgressListener progress,
            CancelToken cancel) {
        Recipe recipe = RecipeFile.read(order.recipe());
        List<StageRecipe> stages = chosen(recipe, order);
        for (StageRecipe stage : stages) {
            StageTypes.get(stage.type());
            if (!order.resume() && files(order, stage).isBegun()) {
                throw new AtelierException(
                        "%s holds a build of the stage %s already: go on with it by --resume, or choose another folder with --out."
                                .formatted(order.out(), stage.name()));
            }
        }
        OutputFolder.prepare(order.out());
        for (StageRecipe stage : stages) {
            cancel.check();
            if (files(order, stage).isDone()) {
                progress.noticed("The stage %s is done already.".formatted(stage.name()));
            } else {
                built.accept(build(order, recipe.seed(), stage, progress, cancel));
            }
        }
    }

    private static List<StageRecipe> chosen(Recipe recipe, StarterBuildOrder order) {
        List<String> names =
                order.stages().isEmpty()
                        ? recipe.stages().stream().map(StageRecipe::name).toList()
                        : order.stages();
        names.forEach(name -> Choice.byId("stage", name, recipe.stages(), StageRecipe::name));
        Long steps = order.steps();
        return recipe.stages().stream()
                .filter(stage -> names.contains(stage.name()))
                .map(stage -> steps == null ? stage : stage.withSteps(steps))
                .toList();
    }

    private static StageFiles files(StarterBuildOrder order, StageRecipe stage) {
        return new StageFiles(order.out(), stage.name());
    }

    private BuiltStage build(
            StarterBuildOrder order,
            long seed,
            StageRecipe recipe,
            ProgressListener progress,
            CancelToken cancel) {
        return accelerator.call(
                order.device(),
                (torch, device) -> {
                    Path shipped =
                            Objects.requireNonNull(order.recipe().toAbsolutePath().getParent());
                    StageContext context =
                            new StageContext(torch, device, recipe, seed, order.out(), shipped);
                    try (Stage<?> stage =
                            StageTypes.get(recipe.type()).open(context, progress, cancel)) {
                        return build(context, stage, order.recipe(), progress, cancel);
                    }
                });
    }

    private static <B> BuiltStage build(
            StageContext context,
            Stage<B> stage,
            Path recipeFile,
            ProgressListener progress,
            CancelToken cancel) {
        StageRecipe recipe = context.recipe();
        StageFiles files = new StageFiles(context.out(), recipe.name());
        SequencedMap<String, FloatTensor> weights;
        double seconds;
        try (NetworkTrainer<B> trainer =
                new NetworkTrainer<>(context.torch(), stage.design(), settings(recipe))) {
            StageRun<B> run =
                    new StageRun<>(
                            recipe,
                            files,
                            stage,
                            trainer,
                            files.states(
                                    recipeFile,
                                    Sha256.ofText(RecipeFile.text(recipe, context.seed()))));
            run.run(context.seed(), progress, cancel);
            weights = trainer.result();
            seconds = run.seconds();
        }
        SequencedMap<String, Object> figures = new LinkedHashMap<>();
        figures.put("steps", recipe.steps());
        figures.put("secondsOfLastSitting", seconds);
        figures.put("device", context.device().name());
        figures.putAll(stage.finish(weights, progress, cancel));
        byte[] text = (JSON.writeValueAsString(figures) + "\n").getBytes(StandardCharsets.UTF_8);
        AtomicFiles.replace(files.summary(), out -> out.write(text));
        files.removeStates();
        return new BuiltStage(recipe.name(), recipe.steps(), files.summary(), figures);
    }

    private static NetworkTrainerSettings settings(StageRecipe recipe) {
        return new NetworkTrainerSettings(
                recipe.steps(),
                OptimizerSettings.of(OPTIMIZER, recipe.learningRate(), recipe.weightDecay())
                        .withBetas(BETA1, recipe.beta2()),
                LearningRateSchedules.of(new RateSettings(recipe.schedule(), recipe.warmUp(), 1)),
                recipe.maxGradientNorm(),
                recipe.emaDecay(),
                Choice.byId(
                        "precision",
                        recipe.precision(),
                        List.of(ComputeType.FLOAT32, ComputeType.BFLOAT16),
                        ComputeType::label));
    }
}
