package atelier.engine.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PartialFileTest {

    @TempDir private Path folder;
    private String home;

    @BeforeEach
    void home() {
        Matcher name =
                Pattern.compile("\\.atelier-(\\w+)-(\\d+)-\\w+\\.partial")
                        .matcher(PartialFile.in(folder).getFileName().toString());
        assertThat(name.matches()).isTrue();
        home = name.group(1);
        assertThat(name.group(2)).isEqualTo(Long.toString(ProcessHandle.current().pid()));
    }

    private static long deadPid() throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--version")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        assertThat(process.waitFor()).isZero();
        return process.pid();
    }

    private Path partial(String home, long pid) throws IOException {
        return Files.writeString(folder.resolve(PartialFile.name(home, pid, 7)), "half");
    }

    private void write() {
        AtomicFile.write(folder.resolve("file"), channel -> {});
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatADeadProcessLeftIsRemovedByTheNextWrite() throws Exception {
        partial(home, deadPid());
        write();
        assertThat(names()).containsExactly("file");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFolderIsRemovedWithAllThatIsInItAndNothingBehindItsLinks() throws Exception {
        Path mine = Files.createDirectory(folder.resolve("mine"));
        Files.writeString(mine.resolve("file"), "mine");
        Path left = folder.resolve(PartialFile.name(home, deadPid(), 7));
        Files.createDirectories(left.resolve("unet"));
        Files.writeString(left.resolve("unet/weights"), "half");
        Files.createSymbolicLink(left.resolve("link"), mine);
        write();
        assertThat(names()).containsExactly("file", "mine");
        assertThat(mine.resolve("file")).hasContent("mine");
    }

    @Test
    void whatALivingProcessWritesStays() throws IOException {
        Path other = partial(home, ProcessHandle.current().parent().orElseThrow().pid());
        AtomicFile.write(
                folder.resolve("outer"),
                channel -> {
                    write();
                    assertThat(names()).hasSize(3);
                });
        assertThat(names())
                .containsExactlyInAnyOrder("file", "outer", other.getFileName().toString());
    }

    @Test
    void whatComesFromElsewhereStaysForAWeek() throws Exception {
        Path other = partial("elsewhere", deadPid());
        write();
        assertThat(other).exists();
        Files.setLastModifiedTime(
                other, FileTime.from(Instant.now().minus(Duration.ofDays(7).plusHours(1))));
        write();
        assertThat(names()).containsExactly("file");
    }

    @Test
    void filesOfOtherNamesAreNobodysLeftovers() throws Exception {
        List<String> others =
                List.of(
                        ".atelier-notes.partial",
                        "atelier-" + home + "-" + deadPid() + "-7.partial",
                        ".atelier-" + home + "-" + deadPid() + "-7.partial.txt",
                        ".file.partial");
        for (String name : others) {
            Files.writeString(folder.resolve(name), "mine");
        }
        write();
        assertThat(names()).containsAll(others);
    }

    @Test
    void namesAreShortWhateverTheTargetIsCalled() {
        String longest = "\u6f22".repeat(85);
        AtomicFile.write(folder.resolve(longest), channel -> {});
        assertThat(folder.resolve(longest)).isEmptyFile();
    }
}
