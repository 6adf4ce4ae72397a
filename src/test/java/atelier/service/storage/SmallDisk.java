package atelier.service.storage;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.reference.Reference;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A process with a small disk of its own, as Linux mounts one for whoever asks. */
public final class SmallDisk {

    private static final int NO_DISK = 99;
    private static final int BLOCK = 4096;

    private SmallDisk() {}

    /**
     * Runs a main class in such a process; the test is skipped where the machine lets nobody mount
     * a disk.
     *
     * @param disk an empty folder, where it is mounted
     * @param size as mount takes it
     * @return what the lines of its output say that begin with "told "
     */
    public static List<String> run(Path disk, String size, Class<?> main, Object... arguments)
            throws IOException, InterruptedException {
        return run(disk, size, List.of(), main, arguments);
    }

    /**
     * The same with further flags for the process's JVM.
     *
     * @param flags such as where JavaFX lies
     */
    public static List<String> run(
            Path disk, String size, List<String> flags, Class<?> main, Object... arguments)
            throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/unshare")),
                "unshare, which mounts a disk for a process, is not installed");
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "unshare",
                                "-rm",
                                "sh",
                                "-c",
                                "mount -t tmpfs -o size="
                                        + size
                                        + " tmpfs \"$0\" || exit 99; \"$@\"",
                                disk.toString(),
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                "--enable-native-access=ALL-UNNAMED",
                                "-Dai.djl.offline=true",
                                "-Dreference.dir=" + Reference.root().toAbsolutePath()));
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        Arrays.stream(arguments).map(Object::toString).forEach(command::add);
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        List<String> lines;
        try (var reader = process.inputReader()) {
            lines = reader.readAllLines();
        }
        int exit = process.waitFor();
        Assumptions.assumeTrue(exit != NO_DISK, "this machine lets nobody mount a disk");
        assertThat(exit).isZero();
        return lines.stream()
                .filter(line -> line.startsWith("told "))
                .map(line -> line.substring("told ".length()))
                .toList();
    }

    /** In the process: takes all room of the disk but that. */
    public static void fill(Path filler, long left) {
        try (OutputStream out = Files.newOutputStream(filler)) {
            byte[] block = new byte[BLOCK];
            while (Files.getFileStore(filler).getUsableSpace() >= left + BLOCK) {
                out.write(block);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
