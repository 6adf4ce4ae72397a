package atelier.ui;

import atelier.service.generation.ModelList;
import atelier.service.prompt.TokenCounter;
import atelier.ui.dataset.DatasetModel;
import atelier.ui.dataset.DatasetWork;
import atelier.ui.dataset.LayerModel;
import atelier.ui.dataset.LayerWork;
import atelier.ui.dataset.TaggingModel;
import atelier.ui.firststart.Beginning;
import atelier.ui.firststart.FirstStartModel;
import atelier.ui.firststart.ServiceFirstStart;
import atelier.ui.firststart.Ways;
import atelier.ui.generation.GenerationModel;
import atelier.ui.generation.GenerationWork;
import atelier.ui.library.LibraryModel;
import atelier.ui.library.LibraryWork;
import atelier.ui.restoration.RestorationModel;
import atelier.ui.review.ReviewModel;
import atelier.ui.review.ReviewWork;
import atelier.ui.shell.QueueModel;
import atelier.ui.shell.ToastModel;
import atelier.ui.shell.UndoStack;
import atelier.ui.training.TrainingModel;
import atelier.ui.work.Drafts;
import java.time.Clock;
import java.time.ZoneId;

/**
 * Makes the models of the panels over the services.
 *
 * @param toasts tells what was done
 * @param undo takes it back
 */
record ModelMaker(StudioServices services, ToastModel toasts, UndoStack undo) {

    /** The pictures of characters. */
    DatasetModel dataset() {
        return new DatasetModel(
                datasetWork(), services.background(), toasts, undo, services.resolution());
    }

    /**
     * Captions that are proposed.
     *
     * @param dataset whose they are
     */
    TaggingModel tagging(DatasetModel dataset) {
        return new TaggingModel(
                services.tagging(), dataset, datasetWork(), services.background(), toasts);
    }

    /**
     * What is seen over pictures.
     *
     * @param dataset whose they are
     */
    LayerModel layers(DatasetModel dataset) {
        return new LayerModel(
                new LayerWork(
                        services.workspace(), services.datasets(), services.masks(), this::busy),
                dataset,
                services.background(),
                toasts);
    }

    private boolean busy() {
        return services.jobs().jobs().onAccelerator().isPresent();
    }

    private DatasetWork datasetWork() {
        TokenCounter counter = new TokenCounter(services.workspace().tokenizers());
        return new DatasetWork(
                services.workspace(),
                services.library(),
                services.datasets(),
                services.captions(),
                caption -> counter.count(services.training().models().getFirst().path(), caption),
                this::busy);
    }

    /**
     * The training of characters.
     *
     * @param generate goes to where images are made
     */
    TrainingModel training(Runnable generate) {
        return new TrainingModel(services.training(), services.background(), toasts, generate);
    }

    /** The making of images. */
    GenerationModel generation(QueueModel queue) {
        return new GenerationModel(
                GenerationWork.of(
                        services.workspace(),
                        services.library(),
                        services.jobs(),
                        services.settings(),
                        services.starter(),
                        Clock.system(ZoneId.systemDefault())),
                queue,
                services.background(),
                toasts,
                undo);
    }

    /** The restoration of pictures. */
    RestorationModel restoration() {
        return new RestorationModel(services.restoration(), services.background(), toasts);
    }

    /** What was made. */
    LibraryModel library() {
        return new LibraryModel(
                new LibraryWork(
                        services.workspace(),
                        services.library(),
                        services.jobs(),
                        services.catalog(),
                        services.starter(),
                        new Drafts(services.settings())),
                services.background(),
                toasts,
                undo);
    }

    /** Comparisons side by side. */
    ReviewModel review() {
        return new ReviewModel(
                new ReviewWork(
                        services.workspace(),
                        services.library(),
                        services.jobs(),
                        services.settings(),
                        services.comparisons(),
                        services.pictures(),
                        new ModelList(services.workspace().models(), services.starter()),
                        services.starter(),
                        Clock.system(ZoneId.systemDefault())),
                services.background(),
                toasts,
                undo);
    }

    /** The first minute. */
    FirstStartModel firstStart(Ways ways) {
        return new FirstStartModel(
                ServiceFirstStart.over(
                        services.workspace(),
                        new Beginning(
                                services.library(),
                                datasetWork(),
                                new ModelList(services.workspace().models(), services.starter()),
                                services.starter(),
                                services.sample()),
                        services.training(),
                        services.jobs(),
                        services.settings()),
                services.background(),
                toasts,
                ways);
    }
}
