package atelier.app;

import atelier.cli.Versions;
import atelier.model.settings.FoundDevice;
import atelier.service.job.MachineMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * What a report of a problem tells of the machine: nothing of the user, and no names of folders.
 *
 * @param devices the processors there may be
 */
record SystemFacts(Supplier<List<FoundDevice>> devices) {

    /** One fact a line. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Atelier " + Versions.ofAtelier());
        lines.add("Java " + property("java.version") + ", " + property("java.vendor"));
        lines.add("JavaFX " + property("javafx.runtime.version"));
        lines.add(property("os.name") + ' ' + property("os.version") + ", " + property("os.arch"));
        lines.add("Cores " + Runtime.getRuntime().availableProcessors());
        lines.add(
                "Memory %d MiB, of which %d are free"
                        .formatted(
                                mebibytes(MachineMemory.total()),
                                mebibytes(MachineMemory.available())));
        lines.add("Heap at most %d MiB".formatted(mebibytes(Runtime.getRuntime().maxMemory())));
        for (FoundDevice device : devices.get()) {
            lines.add(
                    device.kind()
                            + " "
                            + device.readiness().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                            + ", "
                            + device.numbers());
        }
        lines.add("Language " + Locale.getDefault().toLanguageTag());
        return lines;
    }

    private static String property(String name) {
        return System.getProperty(name, "not known");
    }

    private static long mebibytes(long bytes) {
        return bytes >> 20;
    }
}
