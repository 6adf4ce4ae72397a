package atelier.ui.bench;

import atelier.ui.Studio;
import atelier.ui.component.ImageGrid;
import atelier.ui.shell.Place;
import atelier.ui.training.RunStage;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.Scene;

/**
 * Goes through the window as one would who looks everywhere: each panel for the first time, then
 * training is begun and all panels are visited over and over, then all images are scrolled through.
 * Everything on the JavaFX thread, one action at most in each frame.
 */
public final class Tour extends AnimationTimer {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double FIRST_VISIT_SECONDS = 2;
    private static final double VISIT_SECONDS = 0.5;
    private static final double PATIENCE_SECONDS = 120;
    private static final int IMAGES_A_FRAME = 8;

    private final Studio studio;
    private final Scene scene;
    private final Order order;
    private final Consumer<Seen> finished;
    private final List<Place> places;
    private FrameMeter meter = new FrameMeter();
    private FrameTimes firstVisits = new FrameTimes(List.of());
    private FrameTimes visits = new FrameTimes(List.of());
    private Phase phase = Phase.FIRST_VISITS;
    private long entered;
    private long acted;
    private int next;
    private long mostHeap;

    private enum Phase {
        FIRST_VISITS,
        BEGINNING,
        VISITS,
        SCROLLING
    }

    /**
     * What is to be done.
     *
     * @param seconds to visit panels while training runs
     * @param steps of the training: more than it can do in that time
     * @param images to scroll through, as many as there are
     */
    public record Order(double seconds, int steps, int images) {}

    /**
     * What came of it.
     *
     * @param firstVisits frames while panels were built
     * @param visits frames while training ran
     * @param scrolling frames while images were scrolled through, training still running
     * @param mostHeap the most bytes of the Java heap in use, seen between frames
     * @param training how far training was at the end
     */
    public record Seen(
            FrameTimes firstVisits,
            FrameTimes visits,
            FrameTimes scrolling,
            long mostHeap,
            RunStage training) {}

    /**
     * Makes it ready; {@code start} begins it.
     *
     * @param scene of the studio, shown
     * @param finished told once
     */
    public Tour(Studio studio, Scene scene, Order order, Consumer<Seen> finished) {
        this.studio = studio;
        this.scene = scene;
        this.order = order;
        this.finished = finished;
        this.places = List.of(Place.values());
    }

    @Override
    public void start() {
        enter(Phase.FIRST_VISITS);
        super.start();
    }

    @Override
    public void handle(long now) {
        Runtime runtime = Runtime.getRuntime();
        mostHeap = Math.max(mostHeap, runtime.totalMemory() - runtime.freeMemory());
        switch (phase) {
            case FIRST_VISITS -> visitFirst();
            case BEGINNING -> begin();
            case VISITS -> visit();
            case SCROLLING -> scroll();
        }
    }

    private void visitFirst() {
        if (!isTime(FIRST_VISIT_SECONDS)) {
            return;
        }
        if (next < places.size()) {
            go();
        } else {
            firstVisits = meter.times();
            studio.training().plan().set("steps", Integer.toString(order.steps()));
            enter(Phase.BEGINNING);
        }
    }

    private void begin() {
        if (studio.training().stage() == RunStage.RUNNING || since(entered) > PATIENCE_SECONDS) {
            enter(Phase.VISITS);
        } else if (isTime(VISIT_SECONDS) && studio.training().stage() == RunStage.NONE) {
            studio.training().train();
        }
    }

    private void visit() {
        if (since(entered) > order.seconds()) {
            visits = meter.times();
            studio.shell().go(Place.GENERATION);
            enter(Phase.SCROLLING);
        } else if (isTime(VISIT_SECONDS)) {
            go();
        }
    }

    private void scroll() {
        Optional<ImageGrid<?>> grid = shownGrid();
        if (next < order.images() && grid.isPresent()) {
            next += IMAGES_A_FRAME;
            grid.orElseThrow().scrollTo(Math.min(next, order.images()) - 1);
        } else if (next >= order.images() || since(entered) > PATIENCE_SECONDS) {
            stop();
            meter.stop();
            finished.accept(
                    new Seen(
                            firstVisits,
                            visits,
                            meter.times(),
                            mostHeap,
                            studio.training().stage()));
        }
    }

    private Optional<ImageGrid<?>> shownGrid() {
        for (Node node : scene.getRoot().lookupAll(".image-grid")) {
            if (node instanceof ImageGrid<?> grid && grid.isVisible() && grid.getWidth() > 0) {
                return Optional.of(grid);
            }
        }
        return Optional.empty();
    }

    private void go() {
        studio.shell().go(places.get(next % places.size()));
        next++;
    }

    private void enter(Phase now) {
        phase = now;
        next = 0;
        entered = System.nanoTime();
        acted = entered;
        meter.stop();
        meter = new FrameMeter();
        meter.start();
    }

    /** Whether that long has passed since something was done last; it is then done now. */
    private boolean isTime(double seconds) {
        if (since(acted) < seconds) {
            return false;
        }
        acted = System.nanoTime();
        return true;
    }

    private static double since(long then) {
        return (System.nanoTime() - then) / NANOS_PER_SECOND;
    }
}
