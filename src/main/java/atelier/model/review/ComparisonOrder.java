package atelier.model.review;

import atelier.model.settings.DeviceChoice;
import java.nio.file.Path;

/**
 * An order to make the cells of a comparison.
 *
 * @param comparison what to make
 * @param folder for everything that comes of it; cells that are there are not made again
 * @param device where to compute
 * @param tiled whether to decode in tiles, which takes less memory
 * @param scores what the cells are measured by when they are made
 */
public record ComparisonOrder(
        Comparison comparison,
        Path folder,
        DeviceChoice device,
        boolean tiled,
        ScoreOrder scores) {}
