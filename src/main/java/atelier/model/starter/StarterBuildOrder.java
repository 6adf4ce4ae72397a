package atelier.model.starter;

import atelier.model.settings.DeviceChoice;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of the starter model to build.
 *
 * @param recipe its file
 * @param out the model's folder that is built
 * @param stages names of those to build; all where it is empty
 * @param steps how many each of them takes, in place of the recipe's number; null for that
 * @param resume whether to go on with what was begun in the folder
 * @param device where to compute
 */
public record StarterBuildOrder(
        Path recipe,
        Path out,
        List<String> stages,
        @Nullable Long steps,
        boolean resume,
        DeviceChoice device) {

    /** Copies the list. */
    public StarterBuildOrder {
        stages = List.copyOf(stages);
    }
}
