package atelier.model.generation;

import atelier.model.settings.DeviceChoice;
import java.nio.file.Path;
import java.util.List;

/**
 * An order of images to the generation service.
 *
 * @param model what to generate with
 * @param adapters applied together, each with its weight
 * @param request what to make
 * @param out folder for the images; made if it is not there
 * @param device where to compute
 * @param tiled whether to encode and decode in tiles, which takes less memory; done anyway where
 *     memory runs short
 */
public record GenerationOrder(
        ModelChoice model,
        List<AdapterUse> adapters,
        GenerationRequest request,
        Path out,
        DeviceChoice device,
        boolean tiled) {

    /** Keeps a copy of the adapters. */
    public GenerationOrder {
        adapters = List.copyOf(adapters);
    }
}
