package atelier.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A start of a main class as a process of its own, its output in files. */
final class AtelierProcess {

    /** Long enough for a machine that does much else; only a process that hangs takes it. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Process process;
    private final Path out;
    private final Path err;

    /**
     * @param folder for output and logs
     * @param wrapper words before those that start the JVM
     */
    AtelierProcess(Path folder, List<String> wrapper, Class<?> main, Object... arguments)
            throws IOException {
        out = folder.resolve("stdout.txt");
        err = folder.resolve("stderr.txt");
        List<String> command = new ArrayList<>();
        if (System.getProperty("os.name").equals("Linux")) {
            // A build that runs in the background ignores interrupts, and its children would
            // inherit that.
            command.addAll(List.of("env", "--default-signal=INT"));
        }
        command.addAll(wrapper);
        command.addAll(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.library.path=",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .put("XDG_STATE_HOME", folder.resolve("state").toAbsolutePath().toString());
        // Kept from run to run: LibTorch is unpacked into it.
        builder.environment()
                .put("XDG_CACHE_HOME", Path.of("target/process-cache").toAbsolutePath().toString());
        process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    }

    List<String> out() throws IOException {
        return Files.readAllLines(out);
    }

    List<String> err() throws IOException {
        return Files.readAllLines(err);
    }

    /** Waits until the standard output or the standard error has such a line. */
    void awaitLine(Predicate<String> wanted) throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (out().stream().noneMatch(wanted) && err().stream().noneMatch(wanted)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroyForcibly();
                throw new AssertionError("No such line in " + out() + err());
            }
            Thread.sleep(20);
        }
    }

    /** Waits until so many lines of the standard output hold a text, or the process has ended. */
    void awaitLines(String text, int count) throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (process.isAlive()
                && out().stream().filter(line -> line.contains(text)).count() < count) {
            if (System.nanoTime() > end) {
                process.destroyForcibly();
                throw new AssertionError("No such lines in " + out() + err());
            }
            Thread.sleep(5);
        }
    }

    /** Does what Ctrl-C does. */
    void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    }

    /** Ends it without a chance to clean up. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Waits for the end, for that time at most, and gives the exit code. */
    int exit(Duration longest) throws InterruptedException {
        if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("It did not end");
        }
        return process.exitValue();
    }
}
