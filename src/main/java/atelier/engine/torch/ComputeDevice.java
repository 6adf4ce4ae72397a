package atelier.engine.torch;

import ai.djl.Device;
import atelier.model.settings.DeviceChoice;

/**
 * A processor that networks can run on.
 *
 * @param kind CPU, CUDA or MPS; never AUTO
 * @param name as shown to the user
 * @param type the element type that it computes UNet and text encoders in fastest without loss that
 *     matters
 */
public record ComputeDevice(DeviceChoice kind, String name, ComputeType type) {

    /** DJL's name of it. */
    Device device() {
        return switch (kind) {
            case CUDA -> Device.gpu();
            case MPS -> Device.of("mps", 0);
            case CPU, AUTO -> Device.cpu();
        };
    }
}
