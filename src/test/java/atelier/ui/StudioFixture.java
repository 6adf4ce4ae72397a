package atelier.ui;

import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.library.Workspace;
import atelier.model.settings.Appearance;
import atelier.model.settings.Look;
import atelier.model.settings.Settings;
import atelier.model.settings.WindowState;
import atelier.service.dataset.CaptionService;
import atelier.service.dataset.DatasetService;
import atelier.service.job.JobQueue;
import atelier.service.library.LibraryService;
import atelier.service.settings.SettingsStore;
import atelier.service.storage.PictureReader;
import atelier.service.storage.database.OpenWorkspace;
import atelier.ui.shell.DeviceStatus;
import atelier.ui.shell.Place;
import atelier.ui.text.Language;
import atelier.ui.text.Phrase;
import atelier.ui.training.FakeTraining;
import atelier.ui.work.Background;
import atelier.ui.work.Tally;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;

/** A workspace in a folder of its own, and windows over it. */
public final class StudioFixture implements AutoCloseable {

    private static final long GIGABYTE = 1L << 30;
    private static final Path SAMPLE =
            Path.of(System.getProperty("project.dir"), "sample-data", "character");

    private static final Path CATALOG =
            Path.of(System.getProperty("project.dir"), "models", "catalog");

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Tally tally = new Tally(threads);
    private final OpenWorkspace open;
    private final SettingsStore settings;
    private final JobQueue jobs;
    private final LibraryService library;
    private final WindowState beginsAt;

    private StudioFixture(Path folder, Place first) {
        WindowState usual = Settings.DEFAULT.window();
        beginsAt =
                new WindowState(
                        usual.x(),
                        usual.y(),
                        usual.width(),
                        usual.height(),
                        false,
                        first.id(),
                        Map.of());
        open = OpenWorkspace.open(new Workspace(folder), OpenWorkspace.locks());
        settings =
                new SettingsStore(open.workspace().settings(), SettingsStore.USUAL_DELAY, _ -> {});
        jobs = new JobQueue(open.database(), List.of(), Clock.systemUTC(), System::nanoTime);
        library = new LibraryService(open, new PictureReader(), Clock.systemUTC(), "tester");
    }

    /** With nothing in it. */
    public static StudioFixture empty(Path folder) {
        return new StudioFixture(folder, Place.DATASET);
    }

    /** With the sample character. */
    public static StudioFixture withSample(Path folder) {
        // Where nothing is read, so that only what shows the sample reads it.
        StudioFixture fixture = new StudioFixture(folder, Place.SETTINGS);
        fixture.library.addSample(SAMPLE, ProgressListener.NONE, new CancelToken());
        return fixture;
    }

    /** The content of a window on a machine with two cores. On the JavaFX thread. */
    public Studio studio(Language language, Look look) {
        settings.update(_ ->
                Settings.DEFAULT
                        .with(new Appearance(language.locale().toLanguageTag(), look, 100))
                        .with(beginsAt));
        return studio();
    }

    /** The same, as it was left before. */
    Studio studio() {
        return new Studio(
                services(new Background(tally, Platform::runLater)),
                new DeviceStatus(
                        true,
                        Phrase.of("device.cpu", 2),
                        Phrase.of("device.rests"),
                        3 * GIGABYTE,
                        24 * GIGABYTE));
    }

    /** What a panel works with, where everything happens at once on the thread that asks. */
    public StudioServices atOnce() {
        Executor here = Runnable::run;
        return services(new Background(here, here));
    }

    private StudioServices services(Background background) {
        PictureReader reader = new PictureReader();
        return new StudioServices(
                open.workspace(),
                library,
                new DatasetService(reader),
                new CaptionService(reader, open.workspace().captionEdits()),
                reader,
                jobs,
                new FakeTraining(),
                settings,
                256,
                open.workspace().models().resolve("none"),
                CATALOG,
                background);
    }

    /** Waits until nothing is being read any more. */
    public void awaitQuiet() {
        tally.awaitQuiet();
    }

    @Override
    public void close() {
        threads.close();
        jobs.close();
        settings.close();
        open.close();
    }
}
