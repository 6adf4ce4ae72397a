package atelier.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.settings.DeviceChoice;
import atelier.model.settings.DiskUse.Part;
import atelier.model.settings.HealthChecks;
import atelier.model.settings.Look;
import atelier.model.settings.MachineUse;
import atelier.model.settings.Settings;
import atelier.ui.StudioFixture;
import atelier.ui.StudioServices;
import atelier.ui.shell.ToastModel;
import atelier.ui.shell.UndoStack;
import atelier.ui.text.Language;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsModelTest {

    private static final long GIGABYTE = 1L << 30;

    @TempDir private Path folder;
    private final ToastModel toasts = new ToastModel();
    private final UndoStack undo = new UndoStack(toasts);
    private StudioFixture fixture;
    private StudioServices services;
    private SettingsModel model;

    @BeforeEach
    void open() {
        fixture = StudioFixture.empty(folder);
        services = fixture.atOnce();
        model = newModel();
    }

    private SettingsModel newModel() {
        return new SettingsModel(
                services.choices(),
                new Dress(
                        new Texts(Language.ENGLISH).language(),
                        new SimpleObjectProperty<>(Look.DARK),
                        new SimpleObjectProperty<>(100),
                        new SimpleDoubleProperty(1)),
                services.background(),
                toasts,
                undo);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private Settings kept() {
        return services.settings().get();
    }

    @Test
    void theWeeklyCheckIsKeptWithoutForgettingTheLastAndCanBeTakenBack() {
        services.settings().update(now -> now.with(new HealthChecks(false, 7)));
        model.weekly().set(true);
        assertThat(kept().checks()).isEqualTo(new HealthChecks(true, 7));
        assertThat(newModel().weekly().get()).isTrue();
        undo.undo();
        assertThat(kept().checks()).isEqualTo(new HealthChecks(false, 7));
    }

    @Test
    void aDeviceIsKeptAndCanBeTakenBackAndChosenAgain() {
        model.device().set(DeviceChoice.CPU);
        assertThat(kept().machine()).isEqualTo(new MachineUse(DeviceChoice.CPU, 0));
        assertThat(toasts.current().get().text())
                .isEqualTo(Phrase.of("settings.device-set", Phrase.of("settings.device-cpu")));
        undo.undo();
        assertThat(model.device().get()).isEqualTo(DeviceChoice.AUTO);
        assertThat(kept().machine().device()).isEqualTo(DeviceChoice.AUTO);
        undo.redo();
        assertThat(kept().machine().device()).isEqualTo(DeviceChoice.CPU);
        assertThat(newModel().device().get()).isEqualTo(DeviceChoice.CPU);
    }

    @Test
    void memoryIsLimitedInGigabytesAndAllOfItIsNoLimit() {
        assertThat(model.memory().get()).isEqualTo(24);
        model.memory().set(8);
        assertThat(kept().machine().memoryLimit()).isEqualTo(8 * GIGABYTE);
        assertThat(newModel().memory().get()).isEqualTo(8);
        model.memory().set(24);
        assertThat(kept().machine().memoryLimit()).isZero();
    }

    @Test
    void aBaseModelIsKeptAndCanBeTakenBack() {
        model.base().set("sdxl");
        assertThat(kept().baseModel()).isEqualTo("sdxl");
        undo.undo();
        assertThat(kept().baseModel()).isEmpty();
    }

    @Test
    void whatThereIsIsToldOnceItHasBeenLookedAt() {
        assertThat(model.found().get()).isNull();
        model.open();
        Found found = model.found().get();
        assertThat(found.devices()).hasSize(3);
        assertThat(found.waitsForRestart(DeviceChoice.CUDA)).isTrue();
        assertThat(found.waitsForRestart(DeviceChoice.CPU)).isFalse();
        assertThat(found.waitsForRestart(DeviceChoice.AUTO)).isFalse();
        assertThat(model.models()).hasSize(2);
    }

    private void write(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[1000]);
    }

    @Test
    void roomIsMadeAndSaidAndTheFiguresFollow() throws IOException {
        write("runs/one/cache/latents/a.safetensors");
        write("trash/1/adapters/b.safetensors");
        model.open();
        assertThat(model.found().get().disk().of(Part.CACHES)).isEqualTo(1000);
        model.clearCaches();
        assertThat(model.found().get().disk().of(Part.CACHES)).isZero();
        assertThat(model.found().get().disk().of(Part.TRASH)).isEqualTo(1000);
        model.emptyTrash();
        assertThat(model.found().get().disk().of(Part.TRASH)).isZero();
        assertThat(toasts.current().get().text()).isEqualTo(Phrase.of("settings.trash-emptied"));
    }

    @Test
    void aReportIsGatheredAndShown() {
        assertThat(model.gathered().get()).isNull();
        model.report();
        assertThat(model.gathered().get().file()).exists();
        assertThat(model.gathered().get().facts()).contains("Atelier 1.0");
    }
}
