package atelier.service.report;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.settings.ProblemReport;
import atelier.model.settings.ProblemReport.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProblemReportsTest {

    private static final Clock NOON =
            Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);

    @TempDir private Path folder;

    private ProblemReports reports() {
        return new ProblemReports(
                folder.resolve("reports"),
                folder.resolve("logs/atelier.log"),
                folder.resolve("working"),
                () -> List.of("Atelier 1.0", "Cores 2"),
                NOON);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static Map<String, String> contents(Path zip) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (ZipFile open = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : open.stream().map(ZipEntry.class::cast).toList()) {
                contents.put(
                        entry.getName(),
                        new String(
                                open.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return contents;
    }

    @Test
    void logsCrashFilesAndFactsGoInAndNothingElse() throws IOException {
        write("logs/atelier.log", "today");
        write("logs/atelier.log.2026-11-19.0.gz", "yesterday");
        write("logs/other.log", "not ours");
        write("working/hs_err_pid4711.log", "SIGSEGV");
        write("working/portrait.png", "private");
        ProblemReport report = reports().make();
        assertThat(report.file())
                .isEqualTo(folder.resolve("reports/atelier-report-20261120-120000.zip"));
        assertThat(contents(report.file()))
                .containsOnly(
                        Map.entry("atelier.log", "today"),
                        Map.entry("atelier.log.2026-11-19.0.gz", "yesterday"),
                        Map.entry("facts.txt", "Atelier 1.0\nCores 2\n"),
                        Map.entry("hs_err_pid4711.log", "SIGSEGV"));
        assertThat(report.parts())
                .contains(new Part("atelier.log", 5), new Part("hs_err_pid4711.log", 7));
        assertThat(report.facts()).containsExactly("Atelier 1.0", "Cores 2");
    }

    @Test
    void withoutLogsThereAreTheFacts() throws IOException {
        assertThat(contents(reports().make().file())).containsOnlyKeys("facts.txt");
    }
}
