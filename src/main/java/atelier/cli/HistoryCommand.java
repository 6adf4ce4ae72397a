package atelier.cli;

import atelier.cli.output.Facts;
import atelier.cli.output.JobOutput;
import atelier.cli.output.TerminalText;
import atelier.model.library.AuditRow;
import atelier.service.library.LibraryHistory;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what was changed in the library, and takes changes back. */
@Command(
        name = "history",
        sortOptions = false,
        description = {
            "Shows the changes of a character, adapter, image, run or model, the newest first: when, what, old, new, why, by whom.",
            "Without NAME it shows the last changes of all. With --undo it takes one back, by its number."
        },
        footer = {
            "",
            "With --json: {\"event\":\"change\",\"id\",\"when\",\"kind\",\"item\",\"field\",\"old\",\"now\",\"why\",\"who\",\"undone\"} for each;"
                    + " {\"event\":\"undone\",\"id\"}."
        })
public final class HistoryCommand implements Runnable {

    private static final int USUAL = 20;
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private final LibraryAccess access;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description =
                    "Name or slug of a character, name or file of an adapter, file of an image or a model, folder of a run.")
    private @Nullable String name;

    @Option(
            names = "--last",
            paramLabel = "N",
            description = "How many changes to show where no NAME is given. Default: 20.")
    private int last = USUAL;

    @Option(
            names = "--undo",
            paramLabel = "NUMBER",
            description = "Take the change of that number back, which is a change of its own.")
    private @Nullable Long undo;

    @Mixin private JobOptions job;

    /** Works on the libraries that it comes to that way. */
    public HistoryCommand(LibraryAccess access) {
        this.access = access;
    }

    @Override
    public void run() {
        access.run(job, (library, output, _) -> run(library.history(), output));
    }

    private void run(LibraryHistory history, JobOutput output) {
        Long number = undo;
        if (number != null) {
            history.undo(number);
            output.result(
                    "undone", Facts.of("id", number), "Change %d taken back".formatted(number));
            return;
        }
        List<AuditRow> rows = name == null ? history.last(last) : history.named(name);
        rows.forEach(row -> output.result("change", facts(row), text(row)));
        if (rows.isEmpty() && !output.isJson()) {
            output.result("changes", Facts.none(), "No change is known.");
        }
    }

    private static Facts facts(AuditRow row) {
        return Facts.of("id", row.id())
                .and("when", row.when().toString())
                .and("kind", row.kind().name())
                .and("item", row.item())
                .and("field", row.field())
                .and("old", row.old())
                .and("now", row.now())
                .and("why", row.why())
                .and("who", row.who())
                .and("undone", row.undone());
    }

    private static String text(AuditRow row) {
        String what =
                row.field().equals(AuditRow.INDEX)
                        ? "index"
                        : "%s: %s -> %s"
                                .formatted(
                                        row.field().toLowerCase(Locale.ROOT),
                                        shown(row.old()),
                                        shown(row.now()));
        return TerminalText.oneLine(
                "%5d  %s  %s %s  %s  (%s, by %s)%s"
                        .formatted(
                                row.id(),
                                WHEN.format(row.when()),
                                row.kind().name().toLowerCase(Locale.ROOT),
                                row.item(),
                                what,
                                row.why(),
                                row.who(),
                                row.undone() ? "  taken back" : ""));
    }

    private static String shown(String value) {
        return value.isEmpty() ? "nothing" : value;
    }
}
