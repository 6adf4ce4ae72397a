package atelier.ui.restoration;

import atelier.model.restoration.RestorationChoice;
import java.util.List;

/**
 * What pictures can be restored by.
 *
 * @param restorers of faces that are there, those that may be used commercially first
 * @param upscalers that are there, the plain filter last; at least that
 */
public record Networks(List<RestorationChoice> restorers, List<RestorationChoice> upscalers) {

    /** Copies the lists. */
    public Networks {
        restorers = List.copyOf(restorers);
        upscalers = List.copyOf(upscalers);
    }
}
