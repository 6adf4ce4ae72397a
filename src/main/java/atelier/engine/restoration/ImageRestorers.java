package atelier.engine.restoration;

import atelier.engine.torch.Lane;
import atelier.model.restoration.RestorationSettings;
import atelier.model.settings.DeviceChoice;

/** Loads what restores images. */
@FunctionalInterface
public interface ImageRestorers {

    /**
     * Loads the networks that the settings name; called on the lane, which they stay on.
     *
     * @param device that they run on; only {@link DeviceChoice#AUTO} may end on the CPU unasked
     * @throws atelier.model.AtelierException if a file is missing, damaged, or another kind of
     *     network, a setting is out of range, or the device cannot be had
     */
    ImageRestorer open(Lane lane, DeviceChoice device, RestorationSettings settings);
}
