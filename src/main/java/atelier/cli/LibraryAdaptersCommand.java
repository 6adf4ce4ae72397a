package atelier.cli;

import atelier.cli.output.Facts;
import atelier.cli.output.JobOutput;
import atelier.cli.output.TerminalText;
import atelier.model.library.AdapterRating;
import atelier.model.library.AdapterRecord;
import atelier.model.library.RatedAdapter;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the adapters of the library, the best first. */
@Command(
        name = "adapters",
        sortOptions = false,
        description = {
            "Lists the adapters of the library by what you think of images made with them, the best first.",
            "A rating is the mean of their stars, a liked image counting as 5 and a disliked one as 1, drawn towards 3 as if each"
                    + " number had been given once before: so one image of 5 stars does not beat twenty of 4."
        },
        footer = {
            "",
            "With --json: {\"event\":\"adapter\",\"file\",\"name\",\"type\",\"trigger\",\"character\",\"stars\",\"images\"} for each."
        })
public final class LibraryAdaptersCommand implements Runnable {

    private final LibraryAccess access;

    @Option(names = "--archived", description = "Those in the archive in place of the others.")
    private boolean archived;

    @Mixin private JobOptions job;

    /** Works on the libraries that it comes to that way. */
    public LibraryAdaptersCommand(LibraryAccess access) {
        this.access = access;
    }

    @Override
    public void run() {
        access.run(
                job,
                (library, output, _) ->
                        library.ratings().ranked().stream()
                                .filter(one -> one.adapter().archived() == archived)
                                .forEach(one -> show(output, one)));
    }

    private static void show(JobOutput output, RatedAdapter one) {
        AdapterRecord adapter = one.adapter();
        AdapterRating rating = one.rating();
        output.result(
                "adapter",
                Facts.of("file", adapter.file())
                        .and("name", adapter.name())
                        .and("type", adapter.type().name())
                        .and("trigger", adapter.trigger())
                        .and("character", adapter.character())
                        .and("stars", rating.stars())
                        .and("images", rating.images()),
                "%s  %s"
                        .formatted(
                                rating.isKnown()
                                        ? String.format(
                                                Locale.ROOT,
                                                "%.1f by %3d",
                                                rating.stars(),
                                                rating.images())
                                        : "not rated ",
                                TerminalText.oneLine(adapter.name())));
    }
}
