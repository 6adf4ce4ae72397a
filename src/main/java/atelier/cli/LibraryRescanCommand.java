package atelier.cli;

import atelier.cli.output.Facts;
import atelier.model.library.RescanReport;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes the index of the workspace anew from its files. */
@Command(
        name = "rescan",
        sortOptions = false,
        description = {
            "Reads the characters, adapters, images and runs of the workspace again and makes its library.db anew.",
            "Files are not changed. What cannot be read is left out and named."
        },
        footer = {
            "",
            "With --json: {\"event\":\"library\",\"characters\",\"pictures\",\"adapters\",\"images\",\"runs\",\"problems\",\"lost\"}."
        })
public final class LibraryRescanCommand implements Runnable {

    private final LibraryAccess access;

    @Mixin private JobOptions job;

    /** Works on the libraries that it comes to that way. */
    public LibraryRescanCommand(LibraryAccess access) {
        this.access = access;
    }

    @Override
    public void run() {
        access.run(
                job,
                (library, output, cancel) -> {
                    RescanReport report = library.files().rescan(output, cancel);
                    output.result("library", facts(report), text(report));
                });
    }

    private static Facts facts(RescanReport report) {
        return Facts.of("characters", report.characters())
                .and("pictures", report.pictures())
                .and("adapters", report.adapters())
                .and("images", report.images())
                .and("runs", report.runs())
                .and("problems", report.problems())
                .and("lost", report.lost());
    }

    private static String text(RescanReport report) {
        String counts =
                "%s with %s, %s, %s, %s"
                        .formatted(
                                Amounts.of(report.characters(), "character"),
                                Amounts.of(report.pictures(), "picture"),
                                Amounts.of(report.adapters(), "adapter"),
                                Amounts.of(report.images(), "image"),
                                Amounts.of(report.runs(), "run"));
        return String.join(
                "\n",
                Stream.of(List.of(counts), report.problems(), report.lost())
                        .flatMap(List::stream)
                        .toList());
    }
}
