package atelier.service.generation;

import atelier.engine.lora.WeightedAdapter;
import atelier.engine.weights.Checkpoint;
import atelier.engine.weights.Component;
import atelier.engine.weights.SafetensorsFile;
import atelier.model.generation.AdapterProvenance;
import atelier.model.generation.AdapterUse;
import atelier.model.generation.EngineProvenance;
import atelier.model.generation.FileIdentity;
import atelier.model.generation.GenerationOrder;
import atelier.model.generation.GenerationRequest;
import atelier.model.generation.ImageProvenance;
import atelier.model.generation.InitImage;
import atelier.model.generation.InitProvenance;
import atelier.model.generation.ModelProvenance;
import atelier.model.generation.SizeConditioning;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Describes how an order's images are made: what goes into each of them as metadata. */
public final class ProvenanceMaker {

    private final HashSource hashes;
    private final String version;

    /**
     * @param version Atelier's
     */
    public ProvenanceMaker(HashSource hashes, String version) {
        this.hashes = hashes;
        this.version = version;
    }

    /**
     * Begins to hash the files of an order, in the background, while its first image is made.
     *
     * @param computeType number format of the networks' arithmetic
     * @return the provenance of the image of a seed; waits for the hashes where they are not there
     *     yet
     */
    Describer begin(
            GenerationOrder order,
            Checkpoint checkpoint,
            List<WeightedAdapter> adapters,
            String computeType) {
        GenerationRequest request = order.request();
        Supplier<FileIdentity> model = model(checkpoint);
        Path vae = order.model().vae();
        Supplier<@Nullable FileIdentity> ownVae = vae == null ? () -> null : file(vae);
        InitImage init = request.init();
        Supplier<@Nullable InitProvenance> start = init == null ? () -> null : init(init);
        List<Supplier<AdapterProvenance>> uses = new ArrayList<>();
        for (int i = 0; i < adapters.size(); i++) {
            uses.add(adapter(order.adapters().get(i), adapters.get(i)));
        }
        return (seed, tiled) ->
                new ImageProvenance(
                        request.prompt(),
                        request.negative(),
                        null,
                        request.width(),
                        request.height(),
                        request.conditioning() == null
                                ? SizeConditioning.of(request.height(), request.width())
                                : request.conditioning(),
                        request.sampling(),
                        seed,
                        request.clipSkip(),
                        request.emphasis(),
                        start.get(),
                        new ModelProvenance(
                                model.get(),
                                ownVae.get(),
                                uses.stream().map(Supplier::get).toList(),
                                checkpoint.prediction().type(),
                                checkpoint.prediction().zeroTerminalSnr()),
                        new EngineProvenance(
                                EngineProvenance.TORCH_CPU, computeType, tiled, version));
    }

    /** The provenance of the image with that seed, decoded in tiles or not. */
    @FunctionalInterface
    interface Describer {

        ImageProvenance of(long seed, boolean tiled);
    }

    /** A folder goes by the hash of its UNet, where that is one file. */
    private Supplier<FileIdentity> model(Checkpoint checkpoint) {
        String name = checkpoint.path().toAbsolutePath().normalize().getFileName().toString();
        SequencedSet<SafetensorsFile> unet = checkpoint.files(Component.UNET);
        CompletableFuture<@Nullable String> hash =
                unet.size() == 1
                        ? hashes.wholeFile(unet.getFirst().path())
                        : CompletableFuture.completedFuture(null);
        return () -> new FileIdentity(name, hash.join());
    }

    private Supplier<FileIdentity> file(Path path) {
        String name = path.toAbsolutePath().normalize().getFileName().toString();
        CompletableFuture<@Nullable String> hash =
                Files.isRegularFile(path)
                        ? hashes.wholeFile(path)
                        : CompletableFuture.completedFuture(null);
        return () -> new FileIdentity(name, hash.join());
    }

    private Supplier<AdapterProvenance> adapter(AdapterUse use, WeightedAdapter adapter) {
        Supplier<FileIdentity> file = file(use.file());
        CompletableFuture<@Nullable String> payload = hashes.payload(use.file());
        String trigger = adapter.file().info().triggerPhrase();
        return () -> new AdapterProvenance(file.get(), use.weight(), payload.join(), trigger);
    }

    private Supplier<InitProvenance> init(InitImage init) {
        Supplier<FileIdentity> image = file(init.image());
        Path path = init.mask();
        Supplier<@Nullable FileIdentity> mask = path == null ? () -> null : file(path);
        return () -> new InitProvenance(image.get(), init.strength(), mask.get());
    }
}
