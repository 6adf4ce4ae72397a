package atelier.packaging;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * A start of {@code bin/atelier} in an environment that holds nothing but what the test puts there.
 */
final class Launch {

    /** What came of it. */
    record Result(int exit, String out, String err, long process) {}

    private static final long LIMIT_SECONDS = 60;

    private final Path folder;
    private final Map<String, String> environment = new TreeMap<>();
    private Path program = distribution().resolve("bin/atelier");

    /**
     * A start in {@code folder}, which is the home folder, too. No JDK is found but one on the
     * PATH; see hideJava.
     */
    Launch(Path folder) {
        this.folder = folder;
        environment.put("HOME", folder.toString());
        environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        environment.put("XDG_STATE_HOME", folder.resolve("state").toString());
        environment.put("PATH", "/usr/bin:/bin");
        // The tools that the launcher calls stand in these folders, and often a java does as well;
        // see hideJava.
        environment.put("ATELIER_JVM_FOLDERS", "");
    }

    /** The folder that the build left. */
    static Path distribution() {
        return Path.of(System.getProperty("atelier.distribution"));
    }

    /** The JDK that runs this test: the real one. */
    static Path realJdk() {
        return Path.of(System.getProperty("java.home"));
    }

    Launch with(String variable, Object value) {
        environment.put(variable, value.toString());
        return this;
    }

    /** Puts a folder first on the PATH. */
    Launch pathFirst(Path bin) {
        return with("PATH", bin + File.pathSeparator + environment.get("PATH"));
    }

    /**
     * Makes the PATH a folder that holds the launcher's tools alone, so that no java stands on it.
     */
    Launch hideJava() throws IOException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : List.of("dirname", "readlink", "sed", "uname", "env")) {
            FakeJdk.script(tools.resolve(tool), "PATH=/usr/bin:/bin exec " + tool + " \"$@\"\n");
        }
        return with("PATH", tools);
    }

    /** Starts another file instead of the distribution's own, such as a link to it. */
    Launch program(Path other) {
        program = other;
        return this;
    }

    Result run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(command + " did not end: " + Files.readString(err));
        }
        return new Result(
                process.exitValue(), Files.readString(out), Files.readString(err), process.pid());
    }
}
