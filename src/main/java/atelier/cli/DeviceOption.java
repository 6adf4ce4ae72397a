package atelier.cli;

import atelier.cli.option.DeviceArgument;
import atelier.model.settings.DeviceChoice;
import picocli.CommandLine.Option;

/** The processor that a command computes on. */
final class DeviceOption {

    @Option(
            names = "--device",
            paramLabel = "NAME",
            defaultValue = "auto",
            converter = DeviceArgument.class,
            completionCandidates = DeviceArgument.class,
            description =
                    "Where to compute: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}, the fastest that is there.")
    private DeviceChoice device;

    /** The choice that was made. */
    DeviceChoice choice() {
        return device;
    }
}
