package atelier.service.job;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.reference.Reference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Resident memory of work that is done again and again, in a process of its own whose heap is
 * fixed, so that only leaks can move it.
 */
public final class ResidentMemory {

    private ResidentMemory() {}

    /** In the process: collects what is no longer used, and prints the resident memory. */
    public static void print() {
        System.gc();
        System.out.println(kib("VmRSS:"));
    }

    /** In the process: counts the most that it is from here on. */
    public static void forgetPeak() {
        try {
            // 5 asks the kernel to begin at the present size.
            Files.writeString(Path.of("/proc/self/clear_refs"), "5");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the process: prints the most that the resident memory was. */
    public static void printPeak() {
        System.out.println(kib("VmHWM:"));
    }

    private static long kib(String what) {
        try {
            return Files.readString(Path.of("/proc/self/status"))
                    .lines()
                    .filter(line -> line.startsWith(what))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs a process.
     *
     * @param main a class that prints the memory in between
     * @return in KiB, each time that it was printed
     */
    public static List<Long> of(Class<?> main, Object... arguments)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-Xms192m",
                                "-Xmx192m",
                                "-XX:+AlwaysPreTouch",
                                // The optimising compiler works when it finds time, later on a busy
                                // machine, and its memory is no leak.
                                "-XX:TieredStopAtLevel=1",
                                "-Dai.djl.offline=true",
                                "-Dreference.dir=" + Reference.root().toAbsolutePath(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                main.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        List<String> lines;
        try (var reader = process.inputReader()) {
            lines = reader.readAllLines();
        }
        assertThat(process.waitFor()).isZero();
        return lines.stream().filter(line -> line.matches("\\d+")).map(Long::valueOf).toList();
    }

    /** Checks that it grows by two in a hundred at most after so many times. */
    public static void assertFlat(List<Long> resident, int settled) {
        long first = resident.get(settled - 1);
        assertThat(resident.subList(settled, resident.size()))
                .as("KiB each time: " + resident)
                .isNotEmpty()
                .allMatch(kib -> kib <= first * 1.02);
    }
}
