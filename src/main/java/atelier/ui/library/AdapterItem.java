package atelier.ui.library;

import atelier.model.library.AdapterFault;
import atelier.model.library.AdapterRating;
import atelier.model.library.AdapterRecord;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An adapter with what the library shows of it.
 *
 * @param record what the library knows of it
 * @param fault what it lacks
 * @param images how many images were made with it
 * @param rating what those images are worth
 * @param picture of an image made with it, or of its character; null where there is none
 */
public record AdapterItem(
        AdapterRecord record,
        AdapterFault fault,
        int images,
        AdapterRating rating,
        @Nullable Path picture) {}
