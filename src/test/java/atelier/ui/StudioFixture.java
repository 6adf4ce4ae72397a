package atelier.ui;

import atelier.model.generation.ModelFile;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.library.CharacterRecord;
import atelier.model.library.Workspace;
import atelier.model.settings.Appearance;
import atelier.model.settings.DeviceChoice;
import atelier.model.settings.DeviceInUse;
import atelier.model.settings.FoundDevice;
import atelier.model.settings.Look;
import atelier.model.settings.Settings;
import atelier.model.settings.WindowState;
import atelier.service.dataset.CaptionService;
import atelier.service.dataset.DatasetService;
import atelier.service.dataset.MaskMaker;
import atelier.service.generation.NoHashes;
import atelier.service.job.JobQueue;
import atelier.service.job.JobRunner;
import atelier.service.library.LibraryService;
import atelier.service.library.WorkspaceDisk;
import atelier.service.report.ProblemReports;
import atelier.service.review.ComparisonPlanner;
import atelier.service.settings.SettingsStore;
import atelier.service.storage.PictureReader;
import atelier.service.storage.database.OpenWorkspace;
import atelier.ui.dataset.FakeTagging;
import atelier.ui.restoration.FakeRestoration;
import atelier.ui.settings.SettingsWork;
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
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/** A workspace in a folder of its own, and windows over it. */
public final class StudioFixture implements AutoCloseable {

    private static final long GIGABYTE = 1L << 30;

    /** The sample character's pictures. */
    public static final Path SAMPLE =
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
    private final @Nullable Path sample;

    private StudioFixture(
            Path folder, String first, @Nullable Path sample, JobRunner<?>... runners) {
        beginsAt = Settings.DEFAULT.window().at(first);
        this.sample = sample;
        open = OpenWorkspace.open(new Workspace(folder), OpenWorkspace.locks());
        settings =
                new SettingsStore(open.workspace().settings(), SettingsStore.USUAL_DELAY, _ -> {});
        jobs = new JobQueue(open.database(), List.of(runners), Clock.systemUTC(), System::nanoTime);
        library = new LibraryService(open, new PictureReader(), Clock.systemUTC(), "tester");
    }

    /** With nothing in it, and a queue that does that work. */
    public static StudioFixture empty(Path folder, JobRunner<?>... runners) {
        return new StudioFixture(folder, Place.DATASET.id(), null, runners);
    }

    /** As it is when Atelier is opened for the first time. */
    public static StudioFixture first(Path folder) {
        return new StudioFixture(folder, "", SAMPLE);
    }

    /** With the sample character. */
    public static StudioFixture withSample(Path folder) {
        // Where nothing is read, so that only what shows the sample reads it.
        StudioFixture fixture = new StudioFixture(folder, Place.SETTINGS.id(), null);
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
                MaskMaker.NONE,
                new CaptionService(reader, open.workspace().captionEdits()),
                new FakeTagging(),
                reader,
                jobs,
                new FakeTraining(),
                new FakeRestoration(),
                new ComparisonPlanner(new NoHashes()),
                settings,
                choices(),
                256,
                open.workspace().models().resolve("none"),
                sample,
                CATALOG,
                background);
    }

    /** The names of the characters that are there. */
    List<String> characters() {
        return library.characters().all().stream().map(CharacterRecord::name).toList();
    }

    /** On a machine with a graphics card whose driver is missing. */
    private SettingsWork choices() {
        return new SettingsWork(
                settings,
                () ->
                        List.of(
                                new FoundDevice(
                                        DeviceChoice.CUDA, FoundDevice.Readiness.NO_DRIVER, "bf16"),
                                new FoundDevice(
                                        DeviceChoice.MPS,
                                        FoundDevice.Readiness.OTHER_MACHINE,
                                        "fp16"),
                                new FoundDevice(
                                        DeviceChoice.CPU, FoundDevice.Readiness.READY, "bf16")),
                () -> Optional.of(new DeviceInUse(DeviceChoice.CPU, "CPU", "bf16")),
                24 * GIGABYTE,
                new WorkspaceDisk(open),
                () ->
                        List.of(
                                new ModelFile("sdxl", Path.of("sdxl"), 1024),
                                new ModelFile("starter", Path.of("starter"), 256)),
                new ProblemReports(
                        open.workspace().root().resolve("reports"),
                        open.workspace().root().resolve("logs").resolve("atelier.log"),
                        open.workspace().root(),
                        () -> List.of("Atelier 1.0", "Cores 2"),
                        Clock.systemUTC()),
                "1.0");
    }

    /** The queue. */
    public JobQueue jobs() {
        return jobs;
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
