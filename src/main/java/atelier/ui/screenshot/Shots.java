package atelier.ui.screenshot;

import atelier.model.job.JobState;
import atelier.ui.Studio;
import atelier.ui.dataset.PictureLayer;
import atelier.ui.dataset.ProposedCaption;
import atelier.ui.library.LibraryContent;
import atelier.ui.library.LibraryTab;
import atelier.ui.review.ReviewExhibit;
import atelier.ui.review.ReviewView;
import atelier.ui.shell.ClosingModel;
import atelier.ui.shell.JobBarState;
import atelier.ui.shell.Place;
import atelier.ui.shell.Toast;
import atelier.ui.shell.ToastButton;
import atelier.ui.text.Phrase;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The states of the window that pictures are made of. */
final class Shots {

    private Shots() {}

    /** All of them, in the order of the stages. */
    static List<Shot> all() {
        return List.of(
                new Shot(
                        "first-start",
                        studio -> first(studio, SampleFirstStart.of(studio).fresh())),
                new Shot(
                        "first-start-training",
                        studio -> first(studio, SampleFirstStart.of(studio).inTraining())),
                new Shot(
                        "first-start-trained",
                        studio -> first(studio, SampleFirstStart.of(studio).trained())),
                new Shot(
                        "first-start-drawing",
                        studio -> first(studio, SampleFirstStart.of(studio).inDrawing())),
                new Shot(
                        "first-start-done",
                        studio -> first(studio, SampleFirstStart.of(studio).done())),
                new Shot(
                        "first-start-no-starter",
                        studio -> first(studio, SampleFirstStart.of(studio).withoutStarter())),
                new Shot(
                        "first-start-failed",
                        studio -> first(studio, SampleFirstStart.of(studio).failed())),
                new Shot("dataset", studio -> studio.shell().go(Place.DATASET)),
                new Shot("dataset-empty", Shots::withoutPictures),
                new Shot("dataset-refused", Shots::refused),
                new Shot("dataset-mask", studio -> over(studio, PictureLayer.MASK)),
                new Shot("dataset-faces", studio -> over(studio, PictureLayer.FACES)),
                new Shot("dataset-captions", Shots::proposedCaptions),
                new Shot(
                        "training",
                        studio -> training(studio, JobState.RUNNING, SampleBars.training())),
                new Shot("training-empty", studio -> training(studio, null, SampleBars.idle())),
                new Shot(
                        "training-paused",
                        studio -> training(studio, JobState.PAUSED, SampleBars.paused())),
                new Shot(
                        "training-failed",
                        studio ->
                                training(
                                        studio,
                                        JobState.FAILED,
                                        SampleBars.failed(Phrase.of("sample.loss")))),
                new Shot(
                        "training-done",
                        studio -> training(studio, JobState.DONE, SampleBars.idle())),
                new Shot("generation", Shots::generation),
                new Shot("generation-idle", Shots::order),
                new Shot("generation-nothing", Shots::nothingFound),
                new Shot("generation-wrong", Shots::wrongPrompt),
                new Shot("restoration", Shots::restoration),
                new Shot("restoration-empty", studio -> studio.shell().go(Place.RESTORATION)),
                new Shot("restoration-lost", Shots::lostFace),
                new Shot("restoration-no-model", Shots::withoutRestorer),
                new Shot("review", Shots::review),
                new Shot("review-side", studio -> review(studio, ReviewView.SIDE)),
                new Shot("review-slider", studio -> review(studio, ReviewView.SLIDER)),
                new Shot("review-blink", studio -> review(studio, ReviewView.BLINK)),
                new Shot("review-difference", studio -> review(studio, ReviewView.DIFFERENCE)),
                new Shot("review-blind", studio -> compared(studio).blind(false)),
                new Shot("review-blind-end", studio -> compared(studio).blind(true)),
                new Shot("review-order", studio -> compared(studio).order()),
                new Shot("review-unmeasured", Shots::compared),
                new Shot("review-empty", studio -> compared(studio).nothing()),
                new Shot(
                        "review-unread",
                        studio -> compared(studio).unread(Phrase.of("sample.unread"))),
                new Shot("library", studio -> library(studio, LibraryTab.OVERVIEW)),
                new Shot("library-characters", studio -> library(studio, LibraryTab.CHARACTERS)),
                new Shot("library-adapters", Shots::brokenAdapter),
                new Shot("library-images", studio -> library(studio, LibraryTab.IMAGES)),
                new Shot("library-models", Shots::licence),
                new Shot("library-health", studio -> library(studio, LibraryTab.HEALTH)),
                new Shot("library-history", studio -> library(studio, LibraryTab.HISTORY)),
                new Shot("library-empty", Shots::emptyLibrary),
                new Shot("library-unread", Shots::unreadLibrary),
                new Shot("settings", studio -> studio.shell().go(Place.SETTINGS)),
                new Shot("settings-scaled", Shots::scaled),
                new Shot("queue", Shots::queue),
                new Shot("queue-empty", Studio::openQueue),
                new Shot("closing", studio -> closing(studio, ClosingModel.State.ASKING)),
                new Shot("closing-saving", studio -> closing(studio, ClosingModel.State.SAVING)),
                new Shot("offer", Shots::offer),
                new Shot("palette", Shots::palette),
                new Shot("palette-empty", Shots::emptyPalette),
                new Shot(
                        "job-paused",
                        studio -> training(studio, JobState.PAUSED, SampleBars.paused())),
                new Shot(
                        "job-short-of-memory",
                        studio -> training(studio, JobState.RUNNING, SampleBars.shortOfMemory())),
                new Shot(
                        "job-failed",
                        studio -> training(studio, JobState.FAILED, SampleBars.failed())),
                new Shot("job-no-gpu", SampleBars::noGpu));
    }

    private static void first(Studio studio, SampleFirstStart sample) {
        studio.shell().go(Place.FIRST_STEPS);
        sample.show(studio.firstStart());
        SampleBars.show(studio, sample.place(), sample.bar());
    }

    private static void withoutPictures(Studio studio) {
        studio.shell().go(Place.DATASET);
        studio.dataset().choose(null);
    }

    private static void over(Studio studio, PictureLayer layer) {
        studio.shell().go(Place.DATASET);
        studio.layers().look(layer);
    }

    private static void refused(Studio studio) {
        studio.shell().go(Place.DATASET);
        studio.dataset().add(List.of(Path.of("notes.docx")));
    }

    private static void training(Studio studio, @Nullable JobState state, JobBarState status) {
        new SampleRun(studio.workspace().originals(SampleRun.SLUG)).show(studio.training(), state);
        SampleBars.at(studio, Place.TRAINING, status);
    }

    private static void generation(Studio studio) {
        order(studio);
        new SampleGeneration(new SampleRun(studio.workspace().originals(SampleRun.SLUG)).files())
                .show(studio);
    }

    private static void order(Studio studio) {
        studio.shell().go(Place.GENERATION);
        studio.generation()
                .write(
                        "Ilvara, (round cheerful face:1.2), riding through {steppe|city|plain},"
                                + " dusk");
    }

    private static void nothingFound(Studio studio) {
        studio.shell().go(Place.GENERATION);
        studio.generation().find("zebra");
    }

    private static void wrongPrompt(Studio studio) {
        studio.shell().go(Place.GENERATION);
        studio.generation().write("a {red|blue hat");
    }

    private static void proposedCaptions(Studio studio) {
        studio.shell().go(Place.DATASET);
        studio.tagging()
                .exhibit(
                        List.of(
                                new ProposedCaption(
                                        "03.txt",
                                        "",
                                        "ilvara, twin buns, white hair, laughing, on the steppe,"
                                                + " at night"),
                                new ProposedCaption(
                                        "05.txt",
                                        "ilvara in the city",
                                        "ilvara, twin buns, gold eyes, hoop earrings, in the city,"
                                                + " by day"),
                                new ProposedCaption(
                                        "11.txt",
                                        "",
                                        "ilvara, purple robe, winking, head tilted to the left")));
    }

    private static SampleRestoration restored(Studio studio) {
        return new SampleRestoration(
                new SampleRun(studio.workspace().originals(SampleRun.SLUG)).files(),
                studio.workspace().images().resolve("softened"));
    }

    private static void restoration(Studio studio) {
        SampleBars.at(studio, Place.RESTORATION, SampleBars.restoring());
        restored(studio).running(studio.restoration());
    }

    private static void lostFace(Studio studio) {
        SampleBars.at(studio, Place.RESTORATION, SampleBars.restoring());
        restored(studio).lost(studio.restoration());
    }

    private static void withoutRestorer(Studio studio) {
        studio.shell().go(Place.RESTORATION);
        restored(studio).withoutModel(studio.restoration());
    }

    private static void scaled(Studio studio) {
        studio.shell().go(Place.SETTINGS);
        studio.settings().scale().set(200);
    }

    private static void queue(Studio studio) {
        training(studio, JobState.RUNNING, SampleBars.training());
        studio.queue().exhibit(new SampleJobs(studio.texts()).all());
        studio.openQueue();
    }

    private static void closing(Studio studio, ClosingModel.State state) {
        training(studio, JobState.RUNNING, SampleBars.training());
        studio.closing().exhibit(List.of(new SampleJobs(studio.texts()).running()), state);
    }

    private static void offer(Studio studio) {
        training(studio, JobState.PAUSED, SampleBars.paused());
        studio.toasts()
                .show(
                        Toast.offer(
                                Phrase.of("job.paused-title", Phrase.of("sample.training")),
                                Phrase.of("job.step-of", 740, 1200),
                                new ToastButton(Phrase.of("job.resume"), () -> {})));
    }

    private static ReviewExhibit compared(Studio studio) {
        studio.shell().go(Place.REVIEW);
        return new ReviewExhibit(studio.review());
    }

    private static void review(Studio studio) {
        review(studio, ReviewView.GRID);
        SampleBars.show(studio, Place.REVIEW, SampleBars.comparing());
    }

    private static void review(Studio studio, ReviewView view) {
        ReviewExhibit panel = compared(studio);
        panel.scores(SampleReview::scores);
        panel.look(view, SampleReview::cell);
    }

    private static void library(Studio studio, LibraryTab tab) {
        studio.shell().go(Place.LIBRARY);
        SampleRun pictures = new SampleRun(studio.workspace().originals(SampleRun.SLUG));
        SampleLibrary sample = new SampleLibrary(pictures.files());
        studio.library().exhibit(sample.content());
        studio.library().exhibit(sample.report());
        studio.library().exhibit(sample.analysis());
        studio.library().tab().set(tab);
    }

    private static void brokenAdapter(Studio studio) {
        library(studio, LibraryTab.ADAPTERS);
        studio.library().openAdapter("golden-hour.safetensors");
    }

    private static void licence(Studio studio) {
        library(studio, LibraryTab.MODELS);
        studio.library().askFor("gfpgan-1.4");
    }

    private static void emptyLibrary(Studio studio) {
        studio.shell().go(Place.LIBRARY);
        studio.library().exhibit(LibraryContent.EMPTY);
        studio.library().exhibit(SampleLibrary.soundReport());
        studio.library().tab().set(LibraryTab.OVERVIEW);
    }

    private static void unreadLibrary(Studio studio) {
        studio.shell().go(Place.LIBRARY);
        studio.library().exhibit(Phrase.of("sample.unread"));
    }

    private static void palette(Studio studio) {
        training(studio, JobState.RUNNING, SampleBars.training());
        studio.openPalette();
    }

    private static void emptyPalette(Studio studio) {
        studio.openPalette();
        studio.palette().query().set("setings");
    }
}
