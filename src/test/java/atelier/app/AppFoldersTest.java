package atelier.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AppFoldersTest {

    private static final Path HOME = Path.of("/home/mia").toAbsolutePath();

    @Test
    void linuxFollowsTheBaseDirectorySpecification() {
        AppFolders folders = AppFolders.of("Linux", HOME, Map.of());
        assertThat(folders.cache()).isEqualTo(HOME.resolve(".cache/atelier"));
        assertThat(folders.logFile())
                .isEqualTo(HOME.resolve(".local/state/atelier/logs/atelier.log"));
    }

    @Test
    void linuxUsesTheFoldersThatTheUserNames() {
        Path cache = HOME.resolve("fast");
        AppFolders folders =
                AppFolders.of("Linux", HOME, Map.of("XDG_CACHE_HOME", cache.toString()));
        assertThat(folders.cache()).isEqualTo(cache.resolve("atelier"));
    }

    @Test
    void aRelativeFolderIsIgnored() {
        AppFolders folders =
                AppFolders.of(
                        "Linux", HOME, Map.of("XDG_CACHE_HOME", "fast", "XDG_STATE_HOME", ""));
        assertThat(folders).isEqualTo(AppFolders.of("Linux", HOME, Map.of()));
    }

    @Test
    void macosAndWindowsHaveTheirOwnCustoms() {
        assertThat(AppFolders.of("Mac OS X", HOME, Map.of()).cache())
                .isEqualTo(HOME.resolve("Library/Caches/Atelier"));
        Path local = HOME.resolve("Local");
        assertThat(
                        AppFolders.of("Windows 11", HOME, Map.of("LOCALAPPDATA", local.toString()))
                                .cache())
                .isEqualTo(local.resolve("Atelier").resolve("Cache"));
    }

    @Test
    void workLiesInTheHomeFolderUnlessTheEnvironmentNamesAnother() {
        assertThat(AppFolders.of("Linux", HOME, Map.of()).workspace())
                .isEqualTo(HOME.resolve("Atelier"));
        assertThat(AppFolders.of("Windows 11", HOME, Map.of("ATELIER_WORKSPACE", " ")).workspace())
                .isEqualTo(HOME.resolve("Atelier"));
        Path chosen = HOME.resolve("big").resolve("studio");
        assertThat(
                        AppFolders.of(
                                        "Mac OS X",
                                        HOME,
                                        Map.of("ATELIER_WORKSPACE", chosen.toString()))
                                .workspace())
                .isEqualTo(chosen);
    }
}
