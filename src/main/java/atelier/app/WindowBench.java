package atelier.app;

import atelier.cli.BenchUiCommand;
import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.model.library.Workspace;
import atelier.service.library.LibraryService;
import atelier.service.storage.Folders;
import atelier.service.storage.database.OpenWorkspace;
import atelier.ui.Studio;
import atelier.ui.bench.FrameTimes;
import atelier.ui.bench.SecondFrame;
import atelier.ui.bench.Tour;
import atelier.ui.shell.Place;
import atelier.ui.training.RunStage;
import atelier.ui.work.Toolkit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.stage.Stage;
import javafx.util.Duration;

/** Opens the window to measure it. */
final class WindowBench implements BenchUiCommand.Bench {

    private static final Duration GLANCE = Duration.millis(400);
    private static final int GLANCES = 2;
    private static final int ENDLESS_STEPS = 100_000;

    private final Services services;
    private final Window window;
    private final Home home;

    /**
     * @param home where the sample character lies
     */
    WindowBench(Services services, Window window, Path home) {
        this.services = services;
        this.window = window;
        this.home = Home.in(home);
    }

    /**
     * Opens the window, glances at each panel, built and visited again, and closes it.
     *
     * @param secondFrame told on the JavaFX thread when the second frame is there
     */
    void rehearse(Workspace workspace, Runnable secondFrame, CancelToken cancel) {
        start();
        window.open(
                workspace,
                (studio, stage) ->
                        new SecondFrame(
                                        () -> {
                                            secondFrame.run();
                                            glance(studio, stage);
                                        })
                                .start(),
                cancel);
    }

    private static void glance(Studio studio, Stage stage) {
        Iterator<Place> places =
                Collections.nCopies(GLANCES, List.of(Place.values())).stream()
                        .flatMap(List::stream)
                        .iterator();
        Timeline glances = new Timeline();
        glances.getKeyFrames()
                .add(
                        new KeyFrame(
                                GLANCE,
                                _ -> {
                                    if (places.hasNext()) {
                                        studio.shell().go(places.next());
                                    } else {
                                        glances.stop();
                                        stage.hide();
                                    }
                                }));
        glances.setCycleCount(Timeline.INDEFINITE);
        glances.play();
    }

    @Override
    public BenchUiCommand.Smoothness smoothness(
            double seconds, int images, ProgressListener progress, CancelToken cancel) {
        Path place = Folders.makeTemporary("atelier-bench-");
        try {
            Workspace workspace = new Workspace(place);
            fill(workspace, images, progress, cancel);
            progress.progressed(Progress.of("Going through the window", 0, 0, "frame"));
            start();
            Tour.Seen seen =
                    tour(workspace, new Tour.Order(seconds, ENDLESS_STEPS, images), cancel);
            if (seen.training() != RunStage.RUNNING) {
                throw new AtelierException(
                        "No training ran beside the window, so nothing was measured: a model is missing in %s."
                                .formatted(home.starter()));
            }
            return new BenchUiCommand.Smoothness(
                    frames(seen.firstVisits()),
                    frames(seen.visits()),
                    frames(seen.scrolling()),
                    seen.mostHeap());
        } finally {
            Folders.deleteQuietly(place);
        }
    }

    private Tour.Seen tour(Workspace workspace, Tour.Order order, CancelToken cancel) {
        AtomicReference<Tour.Seen> result = new AtomicReference<>();
        window.open(
                workspace,
                (studio, stage) ->
                        new Tour(
                                        studio,
                                        stage.getScene(),
                                        order,
                                        seen -> {
                                            result.set(seen);
                                            stage.hide();
                                        })
                                .start(),
                cancel);
        cancel.check();
        Tour.Seen seen = result.get();
        if (seen == null) {
            throw new AtelierException(
                    "The window was closed before it was measured: leave it open until it closes by itself.");
        }
        return seen;
    }

    /** Images in the gallery: the sample character's pictures, over and over. */
    private void fill(
            Workspace workspace, int images, ProgressListener progress, CancelToken cancel) {
        try (OpenWorkspace open = services.open(workspace);
                Stream<Path> files = Files.list(home.sample())) {
            LibraryService library = services.library(open);
            List<Path> pictures =
                    files.filter(file -> file.toString().endsWith(".png")).sorted().toList();
            Path folder = Files.createDirectories(workspace.images().resolve("bench"));
            for (int i = 0; i < images; i++) {
                cancel.check();
                Path picture = pictures.get(i % pictures.size());
                library.images()
                        .index(Files.copy(picture, folder.resolve("image-%05d.png".formatted(i))));
                progress.progressed(Progress.of("Filling the gallery", i + 1, images, "image"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BenchUiCommand.Frames frames(FrameTimes times) {
        return new BenchUiCommand.Frames(
                times.millis().size(),
                times.quantile(0.5),
                times.quantile(0.99),
                times.quantile(1),
                times.longerThan(BenchUiCommand.LONG_FRAME_MILLIS));
    }

    private static void start() {
        if (Screens.ofThisProcess().present()) {
            Toolkit.start();
        } else {
            Toolkit.startHeadless();
        }
    }
}
