package atelier.ui.settings;

import atelier.model.generation.ModelFile;
import atelier.model.settings.DeviceInUse;
import atelier.model.settings.FoundDevice;
import atelier.service.library.WorkspaceDisk;
import atelier.service.report.ProblemReports;
import atelier.service.settings.SettingsStore;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the settings panel works with; what is supplied is asked beside the window's thread.
 *
 * @param store keeps what is set
 * @param devices the processors there may be
 * @param inUse the processor that computes already; empty before the first work
 * @param memory bytes that the machine has in all
 * @param disk what the workspace takes of the disk
 * @param models those that can be trained on and made images with
 * @param reports gathers what tells of a problem
 * @param version Atelier's own
 */
public record SettingsWork(
        SettingsStore store,
        Supplier<List<FoundDevice>> devices,
        Supplier<Optional<DeviceInUse>> inUse,
        long memory,
        WorkspaceDisk disk,
        Supplier<List<ModelFile>> models,
        ProblemReports reports,
        String version) {}
