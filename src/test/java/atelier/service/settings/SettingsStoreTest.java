package atelier.service.settings;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.settings.Appearance;
import atelier.model.settings.DeviceChoice;
import atelier.model.settings.HealthChecks;
import atelier.model.settings.Look;
import atelier.model.settings.MachineUse;
import atelier.model.settings.Settings;
import atelier.model.settings.WindowState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsStoreTest {

    private static final Settings CHANGED =
            new Settings(
                    new Appearance("ru", Look.LIGHT, 150),
                    new MachineUse(DeviceChoice.CUDA, 8_000_000_000L),
                    true,
                    "sdxl",
                    new HealthChecks(true, 1_764_000_000_000L),
                    new WindowState(-10, 20.5, 1000, 700, true, "library", Map.of("split", "0.3")),
                    Map.of("prompt", "лиса, (мех:1.2)\n"));

    @TempDir private Path folder;
    private Path file;
    private final List<String> failures = new CopyOnWriteArrayList<>();

    @BeforeEach
    void name() {
        file = folder.resolve("settings.json");
    }

    private SettingsStore open(Duration delay) {
        return new SettingsStore(file, delay, failures::add);
    }

    private SettingsStore open() {
        return open(Duration.ofDays(1));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void everythingSetIsThereAtTheNextStart() {
        try (SettingsStore store = open()) {
            assertThat(store.get()).isEqualTo(Settings.DEFAULT);
            store.update(before -> CHANGED);
            assertThat(store.get()).isEqualTo(CHANGED);
        }
        try (SettingsStore store = open()) {
            assertThat(store.get()).isEqualTo(CHANGED);
            assertThat(store.notice()).isNull();
        }
    }

    @Test
    void whatAnEarlierVersionSetIsPassedOver() throws IOException {
        Files.writeString(
                file,
                "{\"format\":1,\"machine\":{\"device\":\"CPU\",\"memoryLimit\":5,\"freeOnPause\":false}}");
        try (SettingsStore store = open()) {
            assertThat(store.notice()).isNull();
            assertThat(store.get().machine()).isEqualTo(new MachineUse(DeviceChoice.CPU, 5));
        }
    }

    @Test
    void remoteProvidersAreOffUntilTheyAreSwitchedOn() {
        assertThat(Settings.DEFAULT.remoteProviders()).isFalse();
    }

    @Test
    void aChangeIsWrittenByItselfAndLaterOnesWithIt() throws Exception {
        try (SettingsStore store = open(Duration.ofMillis(20))) {
            store.update(before -> before.withDraft("prompt", "a"));
            store.update(before -> before.withDraft("prompt", "ab"));
            while (!Files.exists(file) || !Files.readString(file).contains("\"ab\"")) {
                Thread.sleep(5);
            }
            store.update(before -> before.withDraft("caption", "c"));
            while (!Files.readString(file).contains("\"c\"")) {
                Thread.sleep(5);
            }
        }
        assertThat(names()).containsExactly("settings.json");
        try (SettingsStore store = open()) {
            assertThat(store.get())
                    .isEqualTo(
                            Settings.DEFAULT.withDraft("prompt", "ab").withDraft("caption", "c"));
        }
    }

    @Test
    void nothingIsWrittenBeforeSomethingChanges() throws IOException {
        try (SettingsStore store = open(Duration.ZERO)) {
            store.update(before -> before);
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void aDraftThatIsSentOffIsForgotten() {
        Settings begun = Settings.DEFAULT.withDraft("a", "x").withDraft("b", "y");
        assertThat(begun.withDraft("a", "").drafts()).containsExactlyEntriesOf(Map.of("b", "y"));
    }

    @Test
    void aDamagedFileGivesTheDefaultsAndIsKept() throws IOException {
        String damaged = "{\"format\": 1, \"appearance\": {\"look\":";
        Files.writeString(file, damaged);
        try (SettingsStore store = open()) {
            assertThat(store.get()).isEqualTo(Settings.DEFAULT);
            assertThat(store.notice())
                    .isEqualTo(
                            "%s is damaged or of another version of Atelier, so all settings are as at first; the file is kept as settings-set-aside-00001.json.",
                            file);
            store.update(before -> CHANGED);
        }
        assertThat(folder.resolve("settings-set-aside-00001.json")).hasContent(damaged);
        try (SettingsStore store = open()) {
            assertThat(store.get()).isEqualTo(CHANGED);
        }
    }

    @Test
    void aFileOfAnotherFormatOrWithAWordThatMeansNothingIsKeptToo() throws IOException {
        for (String text :
                List.of(
                        "{\"format\": 2}",
                        "[]",
                        "{\"format\": 1, \"appearance\": {\"look\": \"PINK\"}}",
                        "{\"format\": 1, \"window\": null}")) {
            Files.writeString(file, text);
            try (SettingsStore store = open()) {
                assertThat(store.get()).as(text).isEqualTo(Settings.DEFAULT);
                assertThat(store.notice()).as(text).contains("is kept as");
            }
        }
        assertThat(names()).hasSize(5);
    }

    @Test
    void whatTheFileDoesNotSayIsAsByDefault() throws IOException {
        Files.writeString(file, "{\"format\": 1, \"appearance\": {\"language\": \"ru\"}}");
        try (SettingsStore store = open()) {
            assertThat(store.get())
                    .isEqualTo(Settings.DEFAULT.with(new Appearance("ru", Look.DARK, 100)));
        }
    }

    @Test
    void whatCannotBeWrittenIsSaidAndWrittenWhenItCan() throws IOException {
        Path missing = folder.resolve("gone");
        Path there = missing.resolve("settings.json");
        try (SettingsStore store = new SettingsStore(there, Duration.ofDays(1), failures::add)) {
            store.update(before -> CHANGED);
            store.flush();
            assertThat(failures)
                    .singleElement()
                    .asString()
                    .startsWith(there + " cannot be saved: the folder " + missing);
            store.update(before -> CHANGED.withDraft("a", "x"));
            store.flush();
            assertThat(failures).as("told once").hasSize(1);
            Files.createDirectory(missing);
        }
        assertThat(there).exists();
        assertThat(failures).hasSize(1);
    }

    @Test
    void listenersHearOfChangesAndOfNothingElse() {
        List<Settings> heard = new CopyOnWriteArrayList<>();
        try (SettingsStore store = open()) {
            store.listen(heard::add);
            store.update(before -> before);
            store.update(before -> CHANGED);
        }
        assertThat(heard).containsExactly(CHANGED);
    }
}
