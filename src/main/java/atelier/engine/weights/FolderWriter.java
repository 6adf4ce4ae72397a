package atelier.engine.weights;

import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a model as a diffusers folder: into a hidden one beside the target, which takes its name
 * at the end.
 */
final class FolderWriter {

    private final Checkpoint source;
    private final Path target;

    FolderWriter(Checkpoint source, Path target) {
        this.source = source;
        this.target = target;
    }

    /**
     * Writes the folder.
     *
     * @param tensors what goes into each network's file
     * @param tokenizers where to take the tokenizers from if the source has none; null to go
     *     without
     * @return whether the folder has tokenizers
     */
    boolean write(
            Map<Component, ? extends Map<String, ConvertedTensor>> tensors,
            @Nullable Path tokenizers,
            ProgressListener progress,
            CancelToken cancel) {
        Path folder = Objects.requireNonNull(target.toAbsolutePath().getParent());
        Path partial = PartialFile.in(folder);
        boolean done = false;
        try {
            Files.createDirectory(partial);
            boolean hasTokenizers = fill(partial, tensors, tokenizers, progress, cancel);
            Checkpoint.open(partial);
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
            AtomicFile.forceFolder(folder);
            done = true;
            return hasTokenizers;
        } catch (IOException e) {
            throw WeightFileErrors.writing(target, e);
        } finally {
            if (!done) {
                removeAll(partial);
            }
        }
    }

    private boolean fill(
            Path folder,
            Map<Component, ? extends Map<String, ConvertedTensor>> tensors,
            @Nullable Path tokenizers,
            ProgressListener progress,
            CancelToken cancel)
            throws IOException {
        long total = tensors.values().stream().mapToLong(Map::size).sum();
        long before = 0;
        for (Map.Entry<Component, ? extends Map<String, ConvertedTensor>> network :
                tensors.entrySet()) {
            Component component = network.getKey();
            Path part = Files.createDirectory(folder.resolve(component.folder()));
            ConfigFiles.replace(part.resolve("config.json"), config(component, network.getValue()));
            SafetensorsWriter writer = new SafetensorsWriter().metadata("format", "pt");
            network.getValue()
                    .forEach((name, tensor) ->
                            writer.tensor(name, tensor.dtype(), tensor.shape(), tensor));
            long offset = before;
            String stem = component.isTextEncoder() ? "model" : "diffusion_pytorch_model";
            writer.write(
                    part.resolve(stem + ".safetensors"),
                    written ->
                            progress.progressed(
                                    Progress.of(
                                            written.stage(),
                                            offset + written.done(),
                                            total,
                                            written.unit())),
                    cancel);
            before += network.getValue().size();
        }
        Path scheduler = Files.createDirectory(folder.resolve("scheduler"));
        ConfigFiles.replace(scheduler.resolve("scheduler_config.json"), source.scheduler());
        boolean own = source.tokenizer(Component.TEXT_ENCODER_1).isPresent();
        boolean hasTokenizers = TokenizerCopy.copy(own ? source.path() : tokenizers, folder);
        ConfigFiles.replace(folder.resolve("model_index.json"), index(hasTokenizers));
        return hasTokenizers;
    }

    private ObjectNode config(Component component, Map<String, ConvertedTensor> tensors) {
        ObjectNode config = source.config(component);
        if (config.has("torch_dtype")) {
            DType dtype = tensors.values().iterator().next().dtype();
            config.put(
                    "torch_dtype",
                    dtype == DType.F32 ? "float32" : dtype == DType.F16 ? "float16" : "bfloat16");
        }
        return config;
    }

    private JsonNode index(boolean hasTokenizers) {
        JsonNode own = source.index();
        if (own != null) {
            return own;
        }
        return ModelIndex.of(
                source.forceZerosForEmptyPrompt(),
                source.scheduler().path("_class_name").asString("EulerDiscreteScheduler"),
                source.components(),
                hasTokenizers);
    }

    private static void removeAll(Path partial) {
        try {
            PartialFile.remove(partial);
        } catch (IOException e) {
            throw WeightFileErrors.writing(partial, e);
        }
    }
}
