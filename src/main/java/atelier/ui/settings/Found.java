package atelier.ui.settings;

import atelier.model.generation.ModelFile;
import atelier.model.settings.DeviceChoice;
import atelier.model.settings.DeviceInUse;
import atelier.model.settings.DiskUse;
import atelier.model.settings.FoundDevice;
import java.util.List;
import java.util.Optional;

/**
 * What there is on this machine.
 *
 * @param devices the processors there may be
 * @param inUse the one that computes already
 * @param disk what the workspace takes
 * @param models that can be used
 */
record Found(
        List<FoundDevice> devices,
        Optional<DeviceChoice> inUse,
        DiskUse disk,
        List<ModelFile> models) {

    /** Looks for all of it; waits for the disk. */
    static Found look(SettingsWork work) {
        return new Found(
                work.devices().get(),
                work.inUse().get().map(DeviceInUse::kind),
                work.disk().measure(),
                work.models().get());
    }

    /**
     * Whether a processor was chosen that is not there, or not the one that computes already, so
     * that jobs would fail.
     */
    boolean waitsForRestart(DeviceChoice chosen) {
        return chosen != DeviceChoice.AUTO && inUse.isPresent() && inUse.orElseThrow() != chosen;
    }
}
