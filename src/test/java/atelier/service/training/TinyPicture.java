package atelier.service.training;

import atelier.model.generation.AdapterUse;
import atelier.model.generation.EmphasisMode;
import atelier.model.generation.GenerationOrder;
import atelier.model.generation.GenerationRequest;
import atelier.model.generation.ModelChoice;
import atelier.model.generation.SamplingSettings;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.settings.DeviceChoice;
import atelier.service.generation.GenerationService;
import atelier.service.generation.NoHashes;
import atelier.service.generation.ProvenanceMaker;
import atelier.service.generation.metadata.GeneratedImageWriter;
import atelier.service.job.MemoryLimit;
import atelier.service.storage.PictureReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A small picture that the tiny model makes of the trigger. */
final class TinyPicture {

    private static final int SIDE = 64;

    private TinyPicture() {}

    /**
     * Its pixels, three bytes each, without the metadata, which name the adapters.
     *
     * @param folder for the file
     */
    static byte[] of(TinyTraining tiny, Path folder, AdapterUse... adapters) throws IOException {
        return of(tiny, TinyTraining.MODEL, folder, adapters);
    }

    /** The same of another model. */
    static byte[] of(TinyTraining tiny, Path model, Path folder, AdapterUse... adapters)
            throws IOException {
        try (GenerationService generation =
                new GenerationService(
                        tiny.accelerator,
                        Path.of("none"),
                        new ProvenanceMaker(new NoHashes(), "test"),
                        new GeneratedImageWriter(),
                        new PictureReader(),
                        MemoryLimit.NONE)) {
            GenerationRequest request =
                    new GenerationRequest(
                            "mirza",
                            null,
                            SIDE,
                            SIDE,
                            null,
                            new SamplingSettings("euler", "leading", 3, 5, 0, 0),
                            7,
                            1,
                            0,
                            EmphasisMode.NO_NORM,
                            null);
            GenerationOrder order =
                    new GenerationOrder(
                            ModelChoice.of(model),
                            List.of(adapters),
                            request,
                            folder.resolve("images"),
                            DeviceChoice.CPU,
                            false);
            return pixels(
                    generation
                            .generate(order, file -> {}, ProgressListener.NONE, new CancelToken())
                            .getFirst());
        }
    }

    /** The pixels of an image of that size, three bytes each. */
    static byte[] pixels(Path image) throws IOException {
        int[] rgb = new PictureReader().read(image).getRGB(0, 0, SIDE, SIDE, null, 0, SIDE);
        byte[] bytes = new byte[rgb.length * 3];
        for (int i = 0; i < rgb.length; i++) {
            bytes[3 * i] = (byte) (rgb[i] >> 16);
            bytes[3 * i + 1] = (byte) (rgb[i] >> 8);
            bytes[3 * i + 2] = (byte) rgb[i];
        }
        return bytes;
    }
}
