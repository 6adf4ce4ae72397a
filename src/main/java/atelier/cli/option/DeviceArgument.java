package atelier.cli.option;

import static java.util.Map.entry;

import atelier.model.settings.DeviceChoice;
import java.util.List;

/** The processor to compute on. */
public final class DeviceArgument extends Choice<DeviceChoice> {

    /** Made by picocli. */
    public DeviceArgument() {
        super(
                List.of(
                        entry("auto", DeviceChoice.AUTO),
                        entry("cpu", DeviceChoice.CPU),
                        entry("cuda", DeviceChoice.CUDA),
                        entry("mps", DeviceChoice.MPS)));
    }
}
