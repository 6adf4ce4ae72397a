package atelier.ui;

import atelier.ui.dataset.DatasetPanel;
import atelier.ui.firststart.FirstStartPanel;
import atelier.ui.generation.GenerationPanel;
import atelier.ui.library.LibraryPanel;
import atelier.ui.picture.Thumbnails;
import atelier.ui.restoration.RestorationPanel;
import atelier.ui.review.ReviewPanel;
import atelier.ui.settings.SettingsPanel;
import atelier.ui.shell.Layouts;
import atelier.ui.shell.Panel;
import atelier.ui.shell.Place;
import atelier.ui.training.TrainingPanel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Builds the panels over the models of a window, each when it is first visited. */
final class StudioPanels {

    private final Studio studio;
    private final StudioServices services;
    private final Layouts layouts;
    private final Thumbnails thumbnails;
    private final Clock clock = Clock.system(ZoneId.systemDefault());

    /**
     * @param studio whose models are asked for when a panel is built
     */
    StudioPanels(Studio studio, StudioServices services, Layouts layouts, Thumbnails thumbnails) {
        this.studio = studio;
        this.services = services;
        this.layouts = layouts;
        this.thumbnails = thumbnails;
    }

    /** How each is built. */
    Map<Place, Supplier<Panel>> makers() {
        return Map.of(
                Place.DATASET,
                this::dataset,
                Place.TRAINING,
                this::training,
                Place.GENERATION,
                this::generation,
                Place.RESTORATION,
                this::restoration,
                Place.REVIEW,
                this::review,
                Place.LIBRARY,
                this::library,
                Place.SETTINGS,
                this::settings,
                Place.FIRST_STEPS,
                this::firstSteps);
    }

    private void choosePictures(Consumer<List<Path>> then) {
        FileChoice.pictures(studio.texts(), studio.window(), then);
    }

    private Panel dataset() {
        return DatasetPanel.of(
                studio.dataset(),
                studio.layers(),
                studio.tagging(),
                studio.texts(),
                layouts,
                thumbnails,
                this::choosePictures,
                studio::goToTraining);
    }

    private Panel training() {
        return TrainingPanel.of(
                studio.training(),
                studio.texts(),
                layouts,
                thumbnails,
                clock,
                studio::goToComparison);
    }

    private Panel generation() {
        return GenerationPanel.of(
                studio.generation(), studio.texts(), layouts, thumbnails, studio::goToRestoration);
    }

    private Panel restoration() {
        return RestorationPanel.of(
                studio.restoration(),
                studio.texts(),
                layouts,
                thumbnails,
                this::choosePictures,
                then -> FileChoice.folder(studio.texts(), studio.window(), then),
                studio::goToModels);
    }

    private Panel review() {
        return ReviewPanel.of(
                studio.review(),
                studio.texts(),
                layouts,
                thumbnails,
                studio.undo(),
                this::choosePictures,
                then -> FileChoice.adapters(studio.texts(), studio.window(), then));
    }

    private Panel library() {
        return LibraryPanel.of(
                studio.library(),
                new WaysFromLibrary(
                        studio.shell(),
                        studio::goToPictures,
                        studio::goToTraining,
                        studio.generation(),
                        studio::goToRestoration,
                        services.background(),
                        studio.toasts()),
                studio.texts(),
                layouts,
                thumbnails,
                clock,
                then -> FileChoice.library(studio.texts(), studio.window(), then),
                then -> FileChoice.lists(studio.texts(), studio.window(), then));
    }

    private Panel settings() {
        return SettingsPanel.of(
                studio.settings(), studio.texts(), layouts, studio::everywhere, studio::goToModels);
    }

    private Panel firstSteps() {
        return FirstStartPanel.of(
                studio.firstStart(),
                studio.texts(),
                studio.theme().look(),
                layouts,
                thumbnails,
                this::choosePictures);
    }
}
