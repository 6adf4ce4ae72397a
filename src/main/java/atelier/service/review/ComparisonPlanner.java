package atelier.service.review;

import atelier.engine.lora.AdapterFile;
import atelier.engine.weights.Checkpoint;
import atelier.engine.weights.CheckpointOptions;
import atelier.engine.weights.Component;
import atelier.engine.weights.SafetensorsFile;
import atelier.model.AtelierException;
import atelier.model.adapter.AdapterInfo;
import atelier.model.generation.ModelChoice;
import atelier.model.review.ComparedAdapter;
import atelier.model.review.ComparedModel;
import atelier.model.review.Comparison;
import atelier.model.review.ComparisonAxes;
import atelier.model.review.ComparisonRequest;
import atelier.service.generation.HashSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SequencedSet;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes of what a user wants compared a comparison, whose files were looked at. */
public final class ComparisonPlanner {

    private static final Pattern NAMED_STEP = Pattern.compile(".*[-_](\\d{1,9})\\.safetensors");

    private final HashSource hashes;

    /**
     * @param hashes tell models and adapters by their content
     */
    public ComparisonPlanner(HashSource hashes) {
        this.hashes = hashes;
    }

    /**
     * Plans a comparison. What is named twice is taken once; adapters stand in the order of their
     * training where their files tell it. Waits for the disk, and for the hashes of models that
     * were never hashed.
     *
     * @throws AtelierException if a file is no model or no adapter, or there is nothing to compare
     */
    public Comparison plan(ComparisonRequest request) {
        List<ComparedModel> models = models(request.models());
        List<ComparedAdapter> adapters = adapters(request.adapters());
        Comparison comparison =
                new Comparison(
                        request.name(),
                        new ComparisonAxes(
                                models,
                                adapters,
                                request.strengths().stream().distinct().toList(),
                                request.prompts().stream().distinct().toList(),
                                request.seeds().stream().distinct().toList(),
                                request.samplers().stream().distinct().toList(),
                                request.steps().stream().distinct().toList(),
                                request.guidances().stream().distinct().toList()),
                        request.settings());
        ComparisonCheck.check(comparison);
        return comparison;
    }

    private List<ComparedModel> models(List<ModelChoice> choices) {
        List<ModelChoice> distinct = choices.stream().distinct().toList();
        List<String> names = AxisNames.of(distinct.stream().map(ModelChoice::path).toList());
        List<CompletableFuture<@Nullable String>> contents =
                distinct.stream().map(this::content).toList();
        List<ComparedModel> models = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            models.add(new ComparedModel(names.get(i), distinct.get(i), contents.get(i).join()));
        }
        return models;
    }

    /** A model in several files goes by its name alone. */
    private CompletableFuture<@Nullable String> content(ModelChoice choice) {
        SequencedSet<SafetensorsFile> unet =
                Checkpoint.open(choice.path(), CheckpointOptions.of(choice)).files(Component.UNET);
        return unet.size() == 1
                ? hashes.wholeFile(unet.getFirst().path())
                : CompletableFuture.completedFuture(null);
    }

    private List<ComparedAdapter> adapters(List<Path> paths) {
        List<Path> files =
                paths.stream()
                        .flatMap(path -> AdapterFolder.files(path).stream())
                        .map(file -> file.toAbsolutePath().normalize())
                        .distinct()
                        .toList();
        List<String> names = AxisNames.of(files);
        List<CompletableFuture<@Nullable String>> contents =
                files.stream().map(hashes::wholeFile).toList();
        List<ComparedAdapter> adapters = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            Path file = files.get(i);
            adapters.add(
                    new ComparedAdapter(names.get(i), file, contents.get(i).join(), step(file)));
        }
        // Steady, so that those that tell no step stay as they were named.
        adapters.sort(Comparator.comparingLong(ComparedAdapter::step));
        return adapters;
    }

    private static long step(Path file) {
        AdapterInfo info = AdapterFile.open(file).info();
        String told = info.metadata().get("ss_steps");
        if (told != null && told.matches("\\d{1,9}")) {
            return Long.parseLong(told);
        }
        Matcher name = NAMED_STEP.matcher(file.getFileName().toString());
        return name.matches() ? Long.parseLong(name.group(1)) : 0;
    }
}
