package atelier.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A JDK's folder whose java is a script: it tells its version and, started with anything else,
 * writes down its arguments, its environment and its process.
 *
 * @param home the folder
 */
record FakeJdk(Path home) {

    private static final String JAVA =
            """
            if [ "$1" = -version ]; then
                echo 'openjdk version "VERSION" 2021-09-14' >&2
                echo 'OpenJDK Runtime Environment' >&2
                exit 0
            fi
            here=$(dirname -- "$0")
            printf '%s\\0' "$@" >"$here/arguments"
            env >"$here/environment"
            echo $$ >"$here/process"
            """;

    /** Makes one that says so when it is asked with {@code -version}. */
    static FakeJdk make(Path home, String version) throws IOException {
        script(
                Files.createDirectories(home.resolve("bin")).resolve("java"),
                JAVA.replace("VERSION", version));
        return new FakeJdk(home);
    }

    /** Makes one that has a release file, too, as every JDK since 9. */
    static FakeJdk makeWithReleaseFile(Path home, String version) throws IOException {
        FakeJdk jdk = make(home, "1.0 and never asked");
        Files.writeString(
                home.resolve("release"),
                "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        return jdk;
    }

    /** Writes a shell script that can be started. */
    static void script(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    Path bin() {
        return home.resolve("bin");
    }

    Path java() {
        return bin().resolve("java");
    }

    boolean wasStarted() {
        return Files.exists(bin().resolve("arguments"));
    }

    List<String> arguments() throws IOException {
        return Arrays.asList(Files.readString(bin().resolve("arguments")).split("\0", -1));
    }

    Map<String, String> environment() throws IOException {
        return Files.readAllLines(bin().resolve("environment")).stream()
                .filter(line -> line.contains("="))
                .collect(
                        Collectors.toMap(
                                line -> line.split("=", 2)[0],
                                line -> line.split("=", 2)[1],
                                (a, b) -> b));
    }

    long process() throws IOException {
        return Long.parseLong(Files.readString(bin().resolve("process")).strip());
    }
}
