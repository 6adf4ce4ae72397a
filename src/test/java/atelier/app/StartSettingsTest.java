package atelier.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StartSettingsTest {

    private static final String NEW = "atelier.test.new";
    private static final String TAKEN = "atelier.test.taken";

    @Test
    void whatTheUserHasSetIsLeftAlone() {
        System.setProperty(TAKEN, "the user's");
        try {
            new StartSettings(Map.of(NEW, "ours", TAKEN, "ours")).apply();
            assertThat(System.getProperty(NEW)).isEqualTo("ours");
            assertThat(System.getProperty(TAKEN)).isEqualTo("the user's");
        } finally {
            System.clearProperty(NEW);
            System.clearProperty(TAKEN);
        }
    }

    @Test
    void librariesStayOffTheNetworkAndUnpackIntoAteliersOwnCache() {
        Path cache = Path.of("cache").toAbsolutePath();
        StartSettings settings =
                StartSettings.forFolders(new AppFolders(cache, Path.of("logs"), Path.of("work")));
        assertThat(settings.properties())
                .containsEntry("OPT_OUT_TRACKING", "true")
                .containsEntry("ai.djl.offline", "true");
        assertThat(Path.of(settings.properties().get("ENGINE_CACHE_DIR"))).startsWithRaw(cache);
        assertThat(Path.of(settings.properties().get("javafx.cachedir"))).startsWithRaw(cache);
        assertThat(Path.of(settings.properties().get("org.sqlite.tmpdir"))).startsWithRaw(cache);
    }
}
