package atelier.app;

import java.util.Map;

/**
 * System properties that must stand before the libraries load which read them. What the user has
 * set is left alone.
 *
 * @param properties names and values
 */
record StartSettings(Map<String, String> properties) {

    StartSettings {
        properties = Map.copyOf(properties);
    }

    /**
     * What keeps the libraries off the network and their unpacked files in Atelier's own folders.
     */
    static StartSettings forFolders(AppFolders folders) {
        return new StartSettings(
                Map.of(
                        "OPT_OUT_TRACKING",
                        "true",
                        "ai.djl.offline",
                        "true",
                        "ai.djl.pytorch.graph_optimizer",
                        "false",
                        "ENGINE_CACHE_DIR",
                        folders.cache().resolve("engine").toString(),
                        "javafx.cachedir",
                        folders.cache().resolve("javafx").toString(),
                        "org.sqlite.tmpdir",
                        folders.cache().resolve("sqlite").toString(),
                        "java.awt.headless",
                        "true",
                        "atelier.log.file",
                        folders.logFile().toString()));
    }

    /** Sets each property that is not set yet. */
    void apply() {
        properties.forEach((name, value) -> System.getProperties().putIfAbsent(name, value));
    }
}
