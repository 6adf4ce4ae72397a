package atelier.cli;

import atelier.cli.output.JobOutput;
import atelier.model.job.CancelToken;
import atelier.model.library.HealthReport;
import atelier.model.library.RepairReport;
import atelier.service.library.LibraryService;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says whether the library is sound, and mends it. */
@Command(
        name = "doctor",
        sortOptions = false,
        description = {
            "Looks whether the library is sound: characters, pictures, adapters, images, runs and models that are missing, moved,"
                    + " changed, damaged, twice there or contradict themselves, and what keeps an adapter from being used.",
            "Looking changes nothing. Repairs delete nothing, are in the history, and can be taken back."
        },
        footer = {
            "",
            "With --json: {\"event\":\"finding\",\"trouble\",\"grade\",\"kind\",\"item\",\"name\",\"detail\",\"number\",\"repairable\"} for each,"
                    + " {\"event\":\"repaired\",\"trouble\",\"kind\",\"item\"} for each repair, then {\"event\":\"health\",\"items\",\"findings\","
                    + "\"repaired\",\"failed\",\"thorough\"}; {\"event\":\"relinked\",\"relinked\",\"failed\"}; {\"event\":\"undone\",\"changes\"}."
        })
public final class DoctorCommand implements Runnable {

    private final LibraryAccess access;

    @ArgGroup private @Nullable Action action;

    @Option(
            names = "--deep",
            description =
                    "Compare contents, too, by reading and hashing every file. Default: names, sizes and times.")
    private boolean deep;

    @Mixin private JobOptions job;

    /** What is done, one thing at a time; else it is looked only. */
    static final class Action {

        @Option(names = "--fix", description = "Repair everything that has a repair.")
        private boolean fix;

        @Option(
                names = "--undo",
                description = "Take back the repairs that --fix made last, all of them.")
        private boolean undo;

        @Option(
                names = "--relink",
                paramLabel = "FILE",
                description =
                        "Link adapters to their files again, by a list with OLD -> NEW on each line: the adapter's file, and"
                                + " where it lies now. Only a file of the same content is taken.")
        private @Nullable Path relink;
    }

    /** Works on the libraries that it comes to that way. */
    public DoctorCommand(LibraryAccess access) {
        this.access = access;
    }

    @Override
    public void run() {
        access.run(job, this::run);
    }

    private void run(LibraryService library, JobOutput output, CancelToken cancel) {
        Action asked = action;
        if (asked == null) {
            HealthReport report = library.health().check(deep, output, cancel);
            DoctorText.findings(output, report.findings());
            DoctorText.summary(output, report);
        } else if (asked.fix) {
            RepairReport report = library.health().repairAll(deep, output, cancel);
            DoctorText.repaired(output, report);
            DoctorText.findings(output, report.left().findings());
            DoctorText.summary(output, report);
        } else if (asked.relink != null) {
            DoctorText.relinked(output, library.relinks().relink(asked.relink, output, cancel));
        } else if (asked.undo) {
            DoctorText.undone(output, library.health().undoLast());
        }
    }
}
