package atelier.ui;

import atelier.model.library.Workspace;
import atelier.ui.dataset.DatasetController;
import atelier.ui.dataset.DatasetModel;
import atelier.ui.dataset.DatasetWork;
import atelier.ui.dataset.InspectorController;
import atelier.ui.generation.GenerationModel;
import atelier.ui.generation.GenerationPanel;
import atelier.ui.generation.GenerationWork;
import atelier.ui.library.LibraryModel;
import atelier.ui.library.LibraryPanel;
import atelier.ui.library.LibraryWork;
import atelier.ui.picture.Thumbnails;
import atelier.ui.settings.SettingsController;
import atelier.ui.settings.SettingsModel;
import atelier.ui.shell.Command;
import atelier.ui.shell.DeviceStatus;
import atelier.ui.shell.JobBarController;
import atelier.ui.shell.JobBarModel;
import atelier.ui.shell.Layouts;
import atelier.ui.shell.PaletteModel;
import atelier.ui.shell.Panel;
import atelier.ui.shell.Panels;
import atelier.ui.shell.Place;
import atelier.ui.shell.RailController;
import atelier.ui.shell.ShellCommands;
import atelier.ui.shell.ShellController;
import atelier.ui.shell.ShellModel;
import atelier.ui.shell.ToastController;
import atelier.ui.shell.ToastModel;
import atelier.ui.shell.UndoStack;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import atelier.ui.theme.Theme;
import atelier.ui.training.TrainingModel;
import atelier.ui.training.TrainingPanel;
import atelier.ui.work.Background;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.Scene;

/** The content of the window and what stands behind it. On the JavaFX thread, all of it. */
public final class Studio {

    private final StudioServices services;
    private final KeptSettings kept;
    private final Texts texts;
    private final Theme theme;
    private final Thumbnails thumbnails;
    private final DatasetModel dataset;
    private final GenerationModel generation;
    private final TrainingModel training;
    private final LibraryModel library;
    private final ToastModel toasts = new ToastModel();
    private final UndoStack undo = new UndoStack(toasts);
    private final JobBarModel jobs;
    private final Layouts layouts;
    private final Panels panels;
    private final ShellModel shell;
    private final ShellController controller;

    /**
     * @param services what it works with
     * @param device the processor, as far as it is known
     */
    public Studio(StudioServices services, DeviceStatus device) {
        this.services = services;
        kept = new KeptSettings(services.settings());
        texts = new Texts(kept.language());
        theme = new Theme(kept.look());
        thumbnails =
                new Thumbnails(services.background(), services.pictures(), Thumbnails.USUAL_BYTES);
        layouts = new Layouts(texts);
        dataset = newDataset();
        generation = newGeneration();
        training =
                new TrainingModel(
                        services.training(), services.background(), toasts, this::goToGeneration);
        library = newLibrary();
        panels = new Panels(makers());
        Place last = kept.place();
        shell = new ShellModel(panels::has, panels.has(last) ? last : Place.DATASET);
        JobFeed feed = new JobFeed(services.jobs(), services.background(), shell, toasts);
        jobs = new JobBarModel(device, feed::perform);
        controller =
                new ShellController(
                        shell,
                        panels,
                        texts,
                        new ShellCommands(shell, texts, theme, undo, jobs),
                        layouts);
        texts.language().subscribe((_, now) -> kept.keep(now));
        theme.look().subscribe((_, now) -> kept.keep(now));
        shell.place()
                .subscribe((_, now) -> {
                    kept.keep(now);
                    if (now == Place.LIBRARY) {
                        library.visit();
                    }
                });
        feed.feed(jobs);
        library.findings()
                .subscribe(report ->
                        shell.findings()
                                .put(Place.LIBRARY, report == null ? 0 : report.findings().size()));
    }

    private void goToGeneration() {
        shell.go(Place.GENERATION);
    }

    private DatasetModel newDataset() {
        return new DatasetModel(
                new DatasetWork(
                        services.workspace(),
                        services.library(),
                        services.datasets(),
                        services.captions()),
                services.background(),
                toasts,
                undo,
                services.resolution());
    }

    private Map<Place, Supplier<Panel>> makers() {
        return Map.of(
                Place.DATASET,
                this::datasetPanel,
                Place.TRAINING,
                () ->
                        TrainingPanel.of(
                                training, texts, layouts, Clock.system(ZoneId.systemDefault())),
                Place.GENERATION,
                this::generationPanel,
                Place.LIBRARY,
                this::libraryPanel,
                Place.SETTINGS,
                this::settings);
    }

    private Panel datasetPanel() {
        InspectorController inspector = new InspectorController(dataset, texts, thumbnails);
        Parent column = layouts.load(inspector);
        Consumer<Consumer<List<Path>>> choose =
                then -> FileChoice.pictures(texts, column.getScene().getWindow(), then);
        Parent view =
                layouts.load(
                        new DatasetController(
                                dataset,
                                texts,
                                thumbnails,
                                column,
                                inspector::editCaption,
                                choose,
                                () -> shell.go(Place.TRAINING)));
        dataset.open();
        return new Panel(
                view,
                List.of(
                        Command.action(
                                "plus",
                                Phrase.of("dataset.add"),
                                "Shortcut+O",
                                () -> choose.accept(dataset::add)),
                        Command.action(
                                "trash-2",
                                Phrase.of("dataset.leaveout"),
                                "Delete",
                                dataset::leaveOut)));
    }

    private GenerationModel newGeneration() {
        return new GenerationModel(
                GenerationWork.of(
                        services.workspace(),
                        services.library(),
                        services.jobs(),
                        services.settings(),
                        services.starter(),
                        Clock.system(ZoneId.systemDefault())),
                services.background(),
                toasts,
                undo);
    }

    private Panel generationPanel() {
        return GenerationPanel.of(generation, texts, layouts, thumbnails);
    }

    private LibraryModel newLibrary() {
        return new LibraryModel(
                new LibraryWork(
                        services.workspace(),
                        services.library(),
                        services.jobs(),
                        services.catalog()),
                services.background(),
                toasts,
                undo);
    }

    private Panel libraryPanel() {
        return LibraryPanel.of(
                library,
                new WaysFromLibrary(
                        shell, dataset, training, generation, services.background(), toasts),
                texts,
                layouts,
                thumbnails,
                Clock.system(ZoneId.systemDefault()),
                then -> FileChoice.library(texts, null, then));
    }

    private Panel settings() {
        SettingsModel model = new SettingsModel(texts, theme);
        return new Panel(layouts.load(new SettingsController(model, texts)), List.<Command>of());
    }

    /** A scene of that size with the whole window in it. */
    public Scene scene(double width, double height) {
        Scene scene = new Scene(layouts.load(controller), width, height);
        controller.surround(
                layouts.load(new RailController(shell, texts, controller::openPalette)),
                layouts.load(new JobBarController(jobs, texts, () -> {})),
                layouts.load(new ToastController(toasts, texts)));
        theme.dress(scene);
        controller.listen(scene);
        return scene;
    }

    /**
     * Keeps the amount of memory in use up to date.
     *
     * @param used in bytes
     */
    public void watchMemory(Background background, LongSupplier used) {
        new MemoryWatch(background, used, jobs).start();
    }

    /** Writes what is not written yet, as the window closes. */
    void finish() {
        dataset.finish();
    }

    /** What was made. */
    public LibraryModel library() {
        return library;
    }

    /** The training of characters. */
    public TrainingModel training() {
        return training;
    }

    /** Where everything lies. */
    public Workspace workspace() {
        return services.workspace();
    }

    /** What of it is kept for the next start. */
    KeptSettings kept() {
        return kept;
    }

    /** What is ordered, and what came of it. */
    public GenerationModel generation() {
        return generation;
    }

    /** What the window says. */
    public Texts texts() {
        return texts;
    }

    /** How it looks. */
    public Theme theme() {
        return theme;
    }

    /** Where the user is. */
    public ShellModel shell() {
        return shell;
    }

    /** What there is at each place. */
    public Panels panels() {
        return panels;
    }

    /** The pictures of the character. */
    public DatasetModel dataset() {
        return dataset;
    }

    /** The work. */
    public JobBarModel jobs() {
        return jobs;
    }

    /** Short words on what was done. */
    public ToastModel toasts() {
        return toasts;
    }

    /** What was done and can be taken back. */
    public UndoStack undo() {
        return undo;
    }

    /** What the palette finds. */
    public PaletteModel palette() {
        return controller.palette();
    }

    /** Opens the command palette. */
    public void openPalette() {
        controller.openPalette();
    }
}
