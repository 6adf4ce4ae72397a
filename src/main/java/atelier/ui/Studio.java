package atelier.ui;

import atelier.model.library.Workspace;
import atelier.ui.dataset.DatasetModel;
import atelier.ui.dataset.LayerModel;
import atelier.ui.dataset.TaggingModel;
import atelier.ui.firststart.FirstStartModel;
import atelier.ui.firststart.Ways;
import atelier.ui.generation.GenerationModel;
import atelier.ui.library.LibraryModel;
import atelier.ui.library.LibraryTab;
import atelier.ui.picture.Thumbnails;
import atelier.ui.restoration.RestorationModel;
import atelier.ui.review.ReviewModel;
import atelier.ui.settings.Dress;
import atelier.ui.settings.SettingsModel;
import atelier.ui.shell.ClosingModel;
import atelier.ui.shell.Command;
import atelier.ui.shell.DeviceStatus;
import atelier.ui.shell.JobBarController;
import atelier.ui.shell.JobBarModel;
import atelier.ui.shell.KeptLayout;
import atelier.ui.shell.Layouts;
import atelier.ui.shell.Magnifier;
import atelier.ui.shell.PaletteModel;
import atelier.ui.shell.Panels;
import atelier.ui.shell.Place;
import atelier.ui.shell.QueueModel;
import atelier.ui.shell.RailController;
import atelier.ui.shell.ShellCommands;
import atelier.ui.shell.ShellController;
import atelier.ui.shell.ShellModel;
import atelier.ui.shell.ToastController;
import atelier.ui.shell.ToastModel;
import atelier.ui.shell.UndoStack;
import atelier.ui.text.Texts;
import atelier.ui.theme.Theme;
import atelier.ui.training.TrainingModel;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The content of the window and what stands behind it. On the JavaFX thread, all of it. */
public final class Studio {

    private final StudioServices services;
    private final KeptSettings kept;
    private final Texts texts;
    private final Theme theme;
    private final Thumbnails thumbnails;
    private final DatasetModel dataset;
    private final LayerModel layers;
    private final TaggingModel tagging;
    private final GenerationModel generation;
    private final TrainingModel training;
    private final RestorationModel restoration;
    private final FirstStartModel firstStart;
    private final LibraryModel library;
    private final ReviewModel review;
    private final ToastModel toasts = new ToastModel();
    private final UndoStack undo = new UndoStack(toasts);
    private final JobBarModel jobs;
    private final QueueModel queue;
    private final ObjectProperty<Integer> scale;
    private final DoubleProperty shownScale = new SimpleDoubleProperty(1);
    private final SettingsModel settings;
    private final ShellCommands always;
    private final ClosingModel closing;
    private final Layouts layouts;
    private final Panels panels;
    private final ShellModel shell;
    private final ShellController controller;
    private @Nullable Scene shown;

    /**
     * @param services what it works with
     * @param device the processor, as far as it is known
     */
    public Studio(StudioServices services, DeviceStatus device) {
        this.services = services;
        kept = new KeptSettings(services.settings());
        texts = new Texts(kept.language());
        theme = new Theme(kept.look());
        scale = new SimpleObjectProperty<>(kept.scale());
        settings =
                new SettingsModel(
                        services.choices(),
                        new Dress(texts.language(), theme.look(), scale, shownScale),
                        services.background(),
                        toasts,
                        undo);
        thumbnails =
                new Thumbnails(services.background(), services.pictures(), Thumbnails.USUAL_BYTES);
        layouts = new Layouts(texts);
        queue = new QueueModel(services.jobs(), services.background(), toasts);
        closing = new ClosingModel(services.jobs(), services.background(), toasts);
        ModelMaker models = new ModelMaker(services, toasts, undo);
        dataset = models.dataset();
        layers = models.layers(dataset);
        tagging = models.tagging(dataset);
        generation = models.generation(queue);
        training = models.training(this::goToGeneration);
        restoration = models.restoration();
        firstStart =
                models.firstStart(
                        new Ways(
                                this::goToPictures,
                                this::goToGeneration,
                                this::takeIn,
                                this::refresh));
        library = models.library();
        review = models.review();
        panels = new Panels(new StudioPanels(this, services, layouts, thumbnails).makers());
        shell = new ShellModel(kept.place());
        JobFeed feed = new JobFeed(services.jobs(), services.background(), shell, toasts);
        jobs = new JobBarModel(device, feed::perform);
        always = new ShellCommands(shell, texts, theme, undo, jobs, closing);
        controller = new ShellController(shell, panels, texts, always, layouts, queue);
        texts.language().subscribe((_, now) -> kept.keep(now));
        theme.look().subscribe((_, now) -> kept.keep(now));
        shell.place().subscribe((_, now) -> kept.keep(now));
        library.findings()
                .subscribe(report ->
                        shell.findings()
                                .put(Place.LIBRARY, report == null ? 0 : report.findings().size()));
        scale.subscribe((_, now) -> kept.keepScale(now));
        KeptLayout layout = new KeptLayout(services.settings());
        dataset.remember(layout);
        generation.remember(layout);
        feed.feed(jobs);
        queue.open();
    }

    private void goToGeneration() {
        shell.go(Place.GENERATION);
    }

    /** Goes on to the comparison of the checkpoints in a folder. */
    void goToComparison(Path checkpoints) {
        shell.go(Place.REVIEW);
        review.begin(List.of(checkpoints));
    }

    /** Goes to the training of the character of that slug. */
    void goToTraining(String character) {
        training.choose(character);
        shell.go(Place.TRAINING);
    }

    /** Goes to its pictures. */
    void goToPictures(String character) {
        shell.go(Place.DATASET);
        dataset.open(character);
    }

    private void takeIn(List<Path> own) {
        dataset.begin(own, () -> shell.go(Place.DATASET));
    }

    /** The sample character is there. */
    private void refresh() {
        kept.keep(shell.place().get());
        panels.refresh();
    }

    /** Goes on to the restoration of a picture. */
    void goToRestoration(Path picture) {
        shell.go(Place.RESTORATION);
        restoration.add(List.of(picture));
    }

    /** Goes to where models are fetched. */
    void goToModels() {
        library.tab().set(LibraryTab.MODELS);
        shell.go(Place.LIBRARY);
    }

    /** The window that shows it; null for none. */
    @Nullable Window window() {
        return shown == null ? null : shown.getWindow();
    }

    /** What can be done everywhere in the window. */
    List<Command> everywhere() {
        return controller.everywhere();
    }

    /** A scene of that size with the whole window in it. */
    public Scene scene(double width, double height) {
        Magnifier whole = new Magnifier(layouts.load(controller));
        scale.subscribe(percent -> whole.percent().set(percent));
        whole.factor().subscribe(factor -> shownScale.set(factor.doubleValue()));
        Scene scene = new Scene(whole, width, height);
        controller.surround(
                layouts.load(new RailController(shell, texts, controller::openPalette)),
                layouts.load(new JobBarController(jobs, texts, controller::openQueue)),
                layouts.load(new ToastController(toasts, texts)));
        controller.follow(closing);
        theme.dress(scene);
        controller.listen(scene);
        shown = scene;
        return scene;
    }

    /**
     * Keeps up to date which processor computes, and how much memory is in use.
     *
     * @param used in bytes
     */
    public void watchMachine(LongSupplier used) {
        new MachineWatch(services.background(), services.choices().inUse(), used, jobs).start();
    }

    /** Offers to go on with what was set aside before. */
    public void offerToGoOn() {
        new ResumeOffer(services.jobs(), services.background(), toasts).make();
    }

    /** How it is closed. */
    public ClosingModel closing() {
        return closing;
    }

    /** The jobs. */
    public QueueModel queue() {
        return queue;
    }

    /** Opens the list of the jobs. */
    public void openQueue() {
        controller.openQueue();
    }

    /** Writes what is not written yet, as the window closes. */
    void finish() {
        dataset.finish();
    }

    /** The first minute. */
    public FirstStartModel firstStart() {
        return firstStart;
    }

    /** What was made. */
    public LibraryModel library() {
        return library;
    }

    /** What is compared. */
    public ReviewModel review() {
        return review;
    }

    /** The training of characters. */
    public TrainingModel training() {
        return training;
    }

    /** The restoration of pictures. */
    public RestorationModel restoration() {
        return restoration;
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

    /** What the user chooses about the application. */
    public SettingsModel settings() {
        return settings;
    }

    /** The pictures of the character. */
    public DatasetModel dataset() {
        return dataset;
    }

    /** What is seen over the pictures. */
    public LayerModel layers() {
        return layers;
    }

    /** Captions that are proposed. */
    public TaggingModel tagging() {
        return tagging;
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
