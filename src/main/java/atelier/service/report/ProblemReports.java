package atelier.service.report;

import atelier.model.library.Workspace;
import atelier.model.settings.ProblemReport;
import atelier.model.settings.ProblemReport.Part;
import atelier.service.storage.AtomicFiles;
import atelier.service.storage.FileFailures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Zips the logs, what the Java machine left when it crashed, and facts about the system, for the
 * user to read first. Nothing of the user's work goes in: no pictures, prompts or settings.
 */
public final class ProblemReports {

    private static final Pattern CRASH = Pattern.compile("hs_err_pid\\d+\\.log");

    private final Path folder;
    private final Path log;
    private final Path working;
    private final Supplier<List<String>> facts;
    private final Clock clock;

    /**
     * @param folder takes the zips
     * @param log the file that Atelier logs to; those before it lie beside it, under names that
     *     begin so
     * @param working the folder that the process runs in, where Java puts crash files
     * @param facts about the system, one a line
     * @param clock for the names of the zips
     */
    public ProblemReports(
            Path folder, Path log, Path working, Supplier<List<String>> facts, Clock clock) {
        this.folder = folder;
        this.log = log;
        this.working = working;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Gathers everything.
     *
     * @throws atelier.model.AtelierException if something cannot be read or the zip not be written
     */
    public ProblemReport make() {
        List<String> lines = facts.get();
        List<Path> files = new ArrayList<>(beside(log));
        files.addAll(named(working, CRASH));
        List<Part> parts = new ArrayList<>();
        Path zip =
                folder.resolve(
                        "atelier-report-" + Workspace.stamp(LocalDateTime.now(clock)) + ".zip");
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw FileFailures.writing(folder, e);
        }
        AtomicFiles.replace(
                zip,
                out -> {
                    // Closing it would close what is written to, which is not ours.
                    ZipOutputStream zipped = new ZipOutputStream(out, StandardCharsets.UTF_8);
                    add(zipped, "facts.txt", text(lines), parts);
                    for (Path file : files) {
                        add(zipped, "" + file.getFileName(), Files.readAllBytes(file), parts);
                    }
                    zipped.finish();
                });
        return new ProblemReport(zip, parts, lines);
    }

    private static byte[] text(List<String> lines) {
        return (String.join("\n", lines) + '\n').getBytes(StandardCharsets.UTF_8);
    }

    private static void add(ZipOutputStream zip, String name, byte[] content, List<Part> parts)
            throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
        parts.add(new Part(name, content.length));
    }

    private static List<Path> beside(Path log) {
        Path parent = log.toAbsolutePath().getParent();
        return parent == null
                ? List.of()
                : named(parent, Pattern.compile(Pattern.quote("" + log.getFileName()) + ".*"));
    }

    private static List<Path> named(Path folder, Pattern name) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> name.matcher("" + file.getFileName()).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw FileFailures.reading(folder, e);
        }
    }
}
