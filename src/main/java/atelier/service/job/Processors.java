package atelier.service.job;

import atelier.engine.torch.Devices;
import atelier.model.settings.DeviceChoice;
import atelier.model.settings.FoundDevice;

/** The processors of this machine. */
public final class Processors {

    private Processors() {}

    /**
     * What there is to compute on, told without starting the engine: a graphics card wherever its
     * driver is there and new enough. Waits for the driver's library.
     */
    public static DeviceChoice found() {
        return Devices.ofThisMachine().found().stream()
                .filter(device -> device.readiness() == FoundDevice.Readiness.READY)
                .map(FoundDevice::kind)
                .findFirst()
                .orElse(DeviceChoice.CPU);
    }
}
