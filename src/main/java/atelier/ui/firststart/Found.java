package atelier.ui.firststart;

import atelier.model.settings.DeviceChoice;
import atelier.ui.training.Trainee;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is to begin with.
 *
 * @param trainee who can be trained; null where there is nobody
 * @param sample whether it is the character that comes along
 * @param pictures its pictures
 * @param toLookAt how many of them have something to look at
 * @param adapter the newest in the library that was trained on it; null where there is none
 * @param starter whether the model that comes along is there
 * @param device what there is to compute on
 */
public record Found(
        @Nullable Trainee trainee,
        boolean sample,
        List<Path> pictures,
        int toLookAt,
        @Nullable Path adapter,
        boolean starter,
        DeviceChoice device) {

    /** Before anything is known. */
    static final Found NOTHING =
            new Found(null, false, List.of(), 0, null, false, DeviceChoice.CPU);

    /** The same with an adapter. */
    Found with(Path trained) {
        return new Found(trainee, sample, pictures, toLookAt, trained, starter, device);
    }

    /** Copies the list. */
    public Found {
        pictures = List.copyOf(pictures);
    }
}
