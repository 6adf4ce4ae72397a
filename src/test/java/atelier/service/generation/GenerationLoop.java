package atelier.service.generation;

import atelier.model.generation.AdapterUse;
import atelier.model.generation.EmphasisMode;
import atelier.model.generation.GenerationOrder;
import atelier.model.generation.GenerationRequest;
import atelier.model.generation.ModelChoice;
import atelier.model.generation.SamplingSettings;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.settings.DeviceChoice;
import atelier.reference.Reference;
import atelier.service.job.ResidentMemory;
import java.nio.file.Path;
import java.util.List;

/**
 * A process of its own that generates again and again, with and without an adapter, and prints its
 * resident memory in KiB after each generation, a line each.
 */
public final class GenerationLoop {

    private GenerationLoop() {}

    /** Arguments: a folder for the images, and how many generations. */
    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        Path adapter = Reference.root().resolve("lora/kohya_ldm.safetensors");
        try (TinyGeneration tiny = new TinyGeneration(folder)) {
            for (int i = 0; i < Integer.parseInt(args[1]); i++) {
                GenerationRequest request =
                        new GenerationRequest(
                                "a cat",
                                "",
                                256,
                                256,
                                null,
                                new SamplingSettings("euler", "leading", 4, 5, 0, 0),
                                i,
                                1,
                                0,
                                EmphasisMode.NO_NORM,
                                null);
                tiny.service()
                        .generate(
                                new GenerationOrder(
                                        ModelChoice.of(Reference.root().resolve("tiny-sdxl")),
                                        i % 2 == 0
                                                ? List.of()
                                                : List.of(new AdapterUse(adapter, 0.8)),
                                        request,
                                        folder,
                                        DeviceChoice.CPU,
                                        false),
                                file -> {},
                                ProgressListener.NONE,
                                new CancelToken());
                ResidentMemory.print();
            }
        }
    }
}
