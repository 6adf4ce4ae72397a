package atelier.service.generation.metadata;

import atelier.model.generation.ImageSettings;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Understands what one tool, or one family of tools, writes into images. */
@FunctionalInterface
interface ForeignSettings {

    /**
     * Reads the settings.
     *
     * @param texts what the image holds, by keyword
     * @return null where they are not of this tool or say nothing
     */
    @Nullable ImageSettings read(Map<String, String> texts);
}
