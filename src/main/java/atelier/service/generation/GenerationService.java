package atelier.service.generation;

import atelier.engine.lora.AdaptedModel;
import atelier.engine.lora.AdapterFile;
import atelier.engine.lora.WeightedAdapter;
import atelier.engine.sdxl.ImageGenerator;
import atelier.engine.sdxl.MemoryLadder;
import atelier.engine.sdxl.SourcePicture;
import atelier.engine.sdxl.prompt.TokenizerFiles;
import atelier.engine.torch.ComputeDevice;
import atelier.engine.torch.Torch;
import atelier.engine.weights.Checkpoint;
import atelier.engine.weights.CheckpointOptions;
import atelier.model.generation.AdapterUse;
import atelier.model.generation.GenerationOrder;
import atelier.model.generation.GenerationRequest;
import atelier.model.generation.InitImage;
import atelier.model.generation.PreviewPicture;
import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.service.generation.metadata.GeneratedImageWriter;
import atelier.service.job.Accelerator;
import atelier.service.job.MemoryLimit;
import atelier.service.storage.OutputFolder;
import atelier.service.storage.PictureReader;
import atelier.service.storage.PictureScaler;
import atelier.service.storage.Pixels;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Makes images from prompts and writes each as it is finished, with everything needed to make it
 * again inside.
 *
 * <p>The model of the last order stays in memory. Orders run one after the other.
 */
public final class GenerationService implements AutoCloseable {

    /** The stage in which adapters are put in place of others. */
    public static final String CHANGING = "Changing adapters";

    private final Accelerator accelerator;
    private final ModelShelf shelf;
    private final ProvenanceMaker provenances;
    private final GeneratedImageWriter writer;
    private final PictureReader pictures;
    private final GenerationMemory memory;

    /**
     * @param tokenizers where imported CLIP vocabularies lie, for models that bring none
     * @param provenances describes how an image was made
     * @param limit of the memory that images may take; what does not fit is made in smaller parts,
     *     or refused
     */
    public GenerationService(
            Accelerator accelerator,
            Path tokenizers,
            ProvenanceMaker provenances,
            GeneratedImageWriter writer,
            PictureReader pictures,
            MemoryLimit limit) {
        this.accelerator = accelerator;
        this.shelf = new ModelShelf(new TokenizerFiles(tokenizers));
        this.provenances = provenances;
        this.writer = writer;
        this.pictures = pictures;
        this.memory = new GenerationMemory(limit);
    }

    /** Makes the images of an order that nobody watches. */
    public List<Path> generate(
            GenerationOrder order,
            Consumer<Path> finished,
            ProgressListener progress,
            CancelToken cancel) {
        return generate(order, seed -> null, finished, null, progress, cancel);
    }

    /**
     * Makes the images of an order.
     *
     * @param origin what the image of a seed is made for, to be written into it; null for nothing
     * @param finished hears of each file as it is written
     * @param previews sees images while they are made, on the lane; null for nobody
     * @return the files, in the order of their seeds
     * @throws atelier.model.AtelierException if a setting, a file or the device does not allow it;
     *     images finished before stay
     */
    public List<Path> generate(
            GenerationOrder order,
            LongFunction<@Nullable String> origin,
            Consumer<Path> finished,
            @Nullable Consumer<PreviewPicture> previews,
            ProgressListener progress,
            CancelToken cancel) {
        return generate(
                order,
                (seed, picture, provenance) -> {
                    Path file =
                            writer.write(
                                    order.out(),
                                    ImageNames.stem(order.request(), seed),
                                    picture,
                                    provenance,
                                    origin.apply(seed));
                    finished.accept(file);
                    return file;
                },
                previews,
                progress,
                cancel);
    }

    /**
     * Makes the images of an order, and lets somebody else save them.
     *
     * @param saver saves each as it is finished, on the lane
     * @param previews sees images while they are made, on the lane; null for nobody
     * @return the files, in the order of their seeds
     * @throws atelier.model.AtelierException if a setting, a file or the device does not allow it;
     *     images finished before stay
     */
    public List<Path> generate(
            GenerationOrder order,
            ImageSaver saver,
            @Nullable Consumer<PreviewPicture> previews,
            ProgressListener progress,
            CancelToken cancel) {
        GenerationRequest request = order.request();
        RequestCheck.check(request);
        OutputFolder.prepare(order.out());
        Checkpoint checkpoint =
                Checkpoint.open(order.model().path(), CheckpointOptions.of(order.model()));
        RequestCheck.check(request, checkpoint);
        List<WeightedAdapter> adapters =
                order.adapters().stream().map(GenerationService::open).toList();
        SourcePicture source = request.init() == null ? null : source(request, request.init());
        return accelerator.call(
                order.device(),
                (torch, device) -> {
                    Run run = new Run(order, checkpoint, adapters, source, saver, previews);
                    return run(run, torch, device, progress, cancel);
                });
    }

    private record Run(
            GenerationOrder order,
            Checkpoint checkpoint,
            List<WeightedAdapter> adapters,
            @Nullable SourcePicture source,
            ImageSaver saver,
            @Nullable Consumer<PreviewPicture> previews) {

        ImageGenerator.@Nullable Watcher watcher() {
            return previews == null
                    ? null
                    : (seed, planes, height, width) ->
                            previews.accept(
                                    new PreviewPicture(seed, width, height, Pixels.rgb(planes)));
        }
    }

    private List<Path> run(
            Run run,
            Torch torch,
            ComputeDevice device,
            ProgressListener progress,
            CancelToken cancel) {
        GenerationOrder order = run.order();
        Set<MemoryLadder.Rung> rungs = memory.rungs(order, run.checkpoint(), device);
        LoadedModel loaded =
                shelf.take(torch, device, order.model(), run.checkpoint(), progress, cancel);
        change(loaded.adapters(), run.adapters(), progress, cancel);
        ProvenanceMaker.Describer provenance =
                provenances.begin(order, run.checkpoint(), run.adapters(), device.type().label());
        List<Path> files = new ArrayList<>();
        new ImageGenerator(torch, loaded.model(), run.watcher(), rungs)
                .generate(
                        order.request(),
                        run.source(),
                        order.tiled(),
                        (seed, tiled, planes) -> {
                            BufferedImage picture =
                                    Pixels.picture(
                                            planes,
                                            order.request().width(),
                                            order.request().height());
                            files.add(run.saver().save(seed, picture, provenance.of(seed, tiled)));
                        },
                        progress,
                        cancel);
        return files;
    }

    private static void change(
            AdaptedModel model,
            List<WeightedAdapter> adapters,
            ProgressListener progress,
            CancelToken cancel) {
        if (model.isUsing(adapters)) {
            return;
        }
        progress.progressed(Progress.of(CHANGING, 0, 1, "change"));
        model.use(adapters, cancel);
        progress.progressed(Progress.of(CHANGING, 1, 1, "change"));
    }

    private static WeightedAdapter open(AdapterUse use) {
        return new WeightedAdapter(AdapterFile.open(use.file()), use.weight());
    }

    private SourcePicture source(GenerationRequest request, InitImage init) {
        BufferedImage picture =
                PictureScaler.covering(
                        pictures.read(init.image()), request.width(), request.height());
        Path mask = init.mask();
        return new SourcePicture(
                Pixels.planes(picture),
                mask == null
                        ? null
                        : Pixels.mask(
                                PictureScaler.covering(
                                        pictures.read(mask), request.width(), request.height())),
                init.strength());
    }

    /** Frees the model in memory. */
    @Override
    public void close() {
        accelerator.onLane(shelf::close);
    }
}
