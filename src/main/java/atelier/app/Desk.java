package atelier.app;

import atelier.model.library.Workspace;
import atelier.service.generation.GenerationService;
import atelier.service.job.JobQueue;
import atelier.service.job.MachineMemory;
import atelier.service.job.MemoryLimit;
import atelier.service.library.CharacterTraining;
import atelier.service.library.LibraryService;
import atelier.service.library.WeeklyCheck;
import atelier.service.settings.SettingsStore;
import atelier.service.storage.database.OpenWorkspace;
import atelier.service.training.TrainingService;
import atelier.ui.Studio;
import atelier.ui.StudioServices;
import atelier.ui.dataset.ServiceTagging;
import atelier.ui.restoration.ServiceRestorationWork;
import atelier.ui.shell.DeviceStatus;
import atelier.ui.text.Phrase;
import atelier.ui.training.ServiceTrainingWork;
import atelier.ui.work.Background;
import atelier.ui.work.Tally;
import java.nio.file.Files;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A workspace at work: its library, settings and queue, and the content of windows over them. Needs
 * JavaFX to be started.
 */
final class Desk implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
    private static final int STARTER_SIDE = 256;
    private static final int SDXL_SIDE = 1024;

    private final OpenWorkspace open;
    private final LibraryService library;
    private final SettingsStore settings;
    private final GenerationService generation;
    private final WeeklyCheck weekly;
    private final JobQueue jobs;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Tally tally = new Tally(threads);
    private final Background background = new Background(tally, Platform::runLater);
    private final StudioServices parts;
    private @Nullable CharacterTraining life;
    private volatile Consumer<String> told = sentence -> LOG.warn("{}", sentence);

    /**
     * Opens a workspace; nothing runs before {@link #begin}.
     *
     * @param home what comes along
     */
    Desk(Services services, Home home, Workspace workspace) {
        open = services.open(workspace);
        try {
            library = services.library(open);
            settings =
                    new SettingsStore(
                            workspace.settings(),
                            SettingsStore.USUAL_DELAY,
                            sentence -> told.accept(sentence));
            MemoryLimit limit = new MemoryLimit(() -> settings.get().machine().memoryLimit());
            generation = services.generation(workspace, limit);
            TrainingService training = services.training(workspace, limit);
            weekly = new WeeklyCheck(settings, Clock.systemUTC());
            jobs = services.jobs(open, library, training, generation, weekly);
            boolean mayBringSample = open.notice() == null && Files.isDirectory(home.sample());
            parts =
                    new StudioServices(
                            workspace,
                            library,
                            services.dataset(workspace),
                            services.masks(workspace),
                            services.captions(workspace),
                            new ServiceTagging(
                                    services.tagging(workspace),
                                    () -> jobs.jobs().onAccelerator().isPresent()),
                            services.pictures(),
                            jobs,
                            new ServiceTrainingWork(
                                    workspace,
                                    library,
                                    training,
                                    jobs,
                                    home.starter(),
                                    settings,
                                    Clock.system(ZoneId.systemDefault())),
                            new ServiceRestorationWork(
                                    workspace,
                                    services.restoration(workspace).models(),
                                    jobs,
                                    settings,
                                    Clock.system(ZoneId.systemDefault())),
                            services.comparisonPlanner(),
                            settings,
                            services.settings(open, settings, home.starter()),
                            Files.isDirectory(workspace.models()) ? SDXL_SIDE : STARTER_SIDE,
                            home.starter(),
                            mayBringSample ? home.sample() : null,
                            home.catalog(),
                            background);
        } catch (RuntimeException e) {
            // Else the workspace stays locked for as long as this process lives.
            open.close();
            throw e;
        }
    }

    /** The content of a window. On the JavaFX thread. */
    Studio studio() {
        return new Studio(parts, processor());
    }

    /** What is known of the processor. */
    private DeviceStatus processor() {
        DeviceStatus rests =
                new DeviceStatus(
                        true,
                        Phrase.of("device.cpu", Runtime.getRuntime().availableProcessors()),
                        Phrase.of("device.rests"),
                        memoryUsed(),
                        MachineMemory.total());
        return parts.choices().inUse().get().map(rests::in).orElse(rests);
    }

    /** How many bytes of memory are in use. */
    static long memoryUsed() {
        return MachineMemory.total() - MachineMemory.available();
    }

    /**
     * Lets the queue run, and characters follow it.
     *
     * @param check what the weekly check of the library is called
     * @param notices hears, in one sentence, of what could not be done, and of findings
     */
    void begin(String check, Consumer<String> notices) {
        told = notices;
        life = new CharacterTraining(library, parts.workspace(), jobs, notices);
        life.start();
        jobs.start();
        weekly.start(jobs, check, notices);
    }

    /** What the user should know about the workspace and the settings, in sentences. */
    List<String> notices() {
        return Stream.of(open.notice(), settings.notice()).filter(Objects::nonNull).toList();
    }

    /** What of it a window works with. */
    StudioServices parts() {
        return parts;
    }

    /** Waits until nothing is being read for a window any more. Not on the JavaFX thread. */
    void awaitQuiet() {
        tally.awaitQuiet();
    }

    /** Stops what runs, keeping what it has, and writes what is to be kept. */
    @Override
    public void close() {
        // The last first, and all of them, whatever one of them says.
        try (OpenWorkspace _ = open;
                SettingsStore _ = settings;
                GenerationService _ = generation;
                JobQueue _ = jobs;
                WeeklyCheck _ = weekly;
                ExecutorService _ = threads) {
            if (life != null) {
                life.close();
            }
        }
    }
}
