package atelier.model.dataset;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An order to look through pictures and captions.
 *
 * @param source a folder, a zip or an sd-scripts dataset configuration (.toml or .json)
 * @param trigger put in front of captions that lack it; empty for none
 * @param options how it is read
 * @param unpackTo folder for the content of a zip; null to forget it when the work is done
 */
public record DatasetOrder(
        Path source, String trigger, DatasetOptions options, @Nullable Path unpackTo) {}
