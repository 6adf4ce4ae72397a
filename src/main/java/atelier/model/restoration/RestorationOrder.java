package atelier.model.restoration;

import atelier.model.settings.DeviceChoice;
import java.nio.file.Path;
import java.util.List;

/**
 * An order to restore images.
 *
 * @param items in the order to restore them
 * @param out folder for the results; those that are there already are not made again
 * @param device where to compute
 */
public record RestorationOrder(
        List<RestorationItem> items, Path out, RestorationWish wish, DeviceChoice device) {

    /** Copies the list. */
    public RestorationOrder {
        items = List.copyOf(items);
    }
}
