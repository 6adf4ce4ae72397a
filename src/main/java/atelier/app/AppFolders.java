package atelier.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where Atelier keeps what is its own, by the custom of each system, and where the user's work
 * lies.
 *
 * @param cache what can be made again, such as unpacked native libraries
 * @param logs the log files
 * @param workspace the user's work, unless a command line names another folder for it
 */
record AppFolders(Path cache, Path logs, Path workspace) {

    /** The folders on this machine, for this user. */
    static AppFolders ofThisMachine() {
        return of(
                System.getProperty("os.name"),
                Path.of(System.getProperty("user.home")),
                System.getenv());
    }

    /** The folders under the system {@code osName} for a user with this home and environment. */
    static AppFolders of(String osName, Path home, Map<String, String> environment) {
        Path workspace =
                Optional.of(environment.getOrDefault("ATELIER_WORKSPACE", ""))
                        .filter(value -> !value.isBlank())
                        .map(Path::of)
                        .orElse(home.resolve("Atelier"));
        String system = osName.toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            Path local =
                    folder(environment, "LOCALAPPDATA", home.resolve("AppData/Local"))
                            .resolve("Atelier");
            return new AppFolders(local.resolve("Cache"), local.resolve("Logs"), workspace);
        }
        if (system.startsWith("mac")) {
            Path library = home.resolve("Library");
            return new AppFolders(
                    library.resolve("Caches/Atelier"), library.resolve("Logs/Atelier"), workspace);
        }
        return new AppFolders(
                folder(environment, "XDG_CACHE_HOME", home.resolve(".cache")).resolve("atelier"),
                folder(environment, "XDG_STATE_HOME", home.resolve(".local/state"))
                        .resolve("atelier/logs"),
                workspace);
    }

    /** The file that this process logs to. */
    Path logFile() {
        return logs.resolve("atelier.log");
    }

    /**
     * The folder a variable names; a relative one is ignored, as the base directory specification
     * asks.
     */
    private static Path folder(Map<String, String> environment, String variable, Path otherwise) {
        String value = environment.getOrDefault(variable, "");
        return !value.isEmpty() && Path.of(value).isAbsolute() ? Path.of(value) : otherwise;
    }
}
