package atelier.cli;

import atelier.cli.output.Facts;
import atelier.cli.output.JobOutput;
import atelier.cli.output.TerminalText;
import atelier.model.library.HealthFinding;
import atelier.model.library.HealthReport;
import atelier.model.library.RelinkReport;
import atelier.model.library.RepairReport;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What the doctor says, for people and for programs. */
final class DoctorText {

    private DoctorText() {}

    /** One line for each finding. */
    static void findings(JobOutput output, List<HealthFinding> findings) {
        for (HealthFinding finding : findings) {
            output.result(
                    "finding",
                    Facts.of("trouble", finding.trouble().name())
                            .and("grade", finding.trouble().grade().name())
                            .and("kind", finding.kind().name())
                            .and("item", finding.item())
                            .and("name", finding.name())
                            .and("detail", finding.detail())
                            .and("number", finding.number())
                            .and("repairable", finding.trouble().canBeRepaired()),
                    "%-7s %s"
                            .formatted(
                                    finding.trouble().grade().name().toLowerCase(Locale.ROOT),
                                    TerminalText.oneLine(TroubleWords.of(finding))));
        }
    }

    /** How many there are. */
    static void summary(JobOutput output, HealthReport report) {
        int count = report.findings().size();
        output.result(
                "health",
                facts(report),
                count == 0
                        ? "%s checked, everything is sound"
                                .formatted(Amounts.of(report.items(), "thing"))
                        : "%s checked, %s"
                                .formatted(
                                        Amounts.of(report.items(), "thing"),
                                        Amounts.of(count, "finding")));
    }

    /** The same after repairs. */
    static void summary(JobOutput output, RepairReport report) {
        output.result(
                "health",
                facts(report.left())
                        .and("repaired", report.repaired().size())
                        .and("failed", report.failed()),
                "%s done, %s left; take the repairs back with: atelier doctor --undo"
                        .formatted(
                                Amounts.of(report.repaired().size(), "repair"),
                                Amounts.of(report.left().findings().size(), "finding")));
    }

    private static Facts facts(HealthReport report) {
        return Facts.of("items", report.items())
                .and("findings", report.findings().size())
                .and("thorough", report.thorough());
    }

    /** What was mended, and why something was not. */
    static void repaired(JobOutput output, RepairReport report) {
        for (HealthFinding finding : report.repaired()) {
            output.result(
                    "repaired",
                    Facts.of("trouble", finding.trouble().name())
                            .and("kind", finding.kind().name())
                            .and("item", finding.item()),
                    "repaired: " + TerminalText.oneLine(TroubleWords.of(finding)));
        }
        report.failed().forEach(output::noticed);
    }

    /** How many changes were taken back. */
    static void undone(JobOutput output, int changes) {
        output.result(
                "undone",
                Facts.of("changes", changes),
                changes == 0
                        ? "There is no repair to take back."
                        : "%s of the last repair taken back"
                                .formatted(Amounts.of(changes, "change")));
    }

    /** What was linked again. */
    static void relinked(JobOutput output, RelinkReport report) {
        String count = Amounts.of(report.relinked().size(), "adapter") + " relinked";
        output.result(
                "relinked",
                Facts.of("relinked", report.relinked()).and("failed", report.failed()),
                String.join(
                        System.lineSeparator(),
                        Stream.concat(
                                        Stream.of(count),
                                        report.failed().stream().map(TerminalText::oneLine))
                                .toList()));
    }
}
