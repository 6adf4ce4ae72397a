package atelier.app;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.library.Workspace;
import atelier.reference.Reference;
import atelier.ui.Studio;
import atelier.ui.work.Toolkit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.api.FxService;
import org.testfx.api.FxToolkit;

/**
 * The real window over a real workspace, worked by mouse and keyboard: real queue, real engine,
 * real files. The model is the tiny one of the reference set, or the one that {@code -Dwalk.model}
 * names.
 */
final class Walk implements AutoCloseable {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    /** The sample character's pictures. */
    static final Path SAMPLE =
            Path.of(System.getProperty("project.dir"), "sample-data", "character");

    final Desk desk;
    final Studio studio;
    private final FxRobot robot = new FxRobot();
    final List<String> notices = new CopyOnWriteArrayList<>();
    private final Services services;
    private final Stage stage;

    /**
     * Opens the window over a workspace.
     *
     * @param folder of the workspace and the cache; may hold them already
     */
    Walk(Path folder) throws Exception {
        FxToolkit.registerPrimaryStage();
        services = new Services(folder.resolve("cache"));
        desk =
                new Desk(
                        services,
                        new Home(SAMPLE, model(), Path.of("models", "catalog")),
                        new Workspace(folder.resolve("workspace")));
        studio = Toolkit.call(desk::studio);
        stage = Toolkit.call(this::show);
        desk.begin("check", notices::add);
        desk.awaitQuiet();
    }

    private Stage show() {
        Stage shown = new Stage();
        shown.setScene(studio.scene(WIDTH, HEIGHT));
        shown.setX(0);
        shown.setY(0);
        shown.show();
        return shown;
    }

    static Path model() {
        return isTiny()
                ? Reference.root().resolve("tiny-sdxl").toAbsolutePath()
                : Path.of(System.getProperty("walk.model"));
    }

    /** Whether the model is the tiny one, of which nobody expects to see anything. */
    static boolean isTiny() {
        return System.getProperty("walk.model", "").isEmpty();
    }

    /** Does something on the window's thread, and waits for all that it begins. */
    void act(Runnable what) {
        robot.interact(what);
        desk.awaitQuiet();
    }

    /**
     * Clicks where the first of what is in sight is. The place is taken on the window's thread, as
     * a list may put another cell there before the mouse arrives.
     */
    void click(String query) {
        Point2D place =
                Toolkit.call(() ->
                        robot.lookup(query).queryAll().stream()
                                .filter(Walk::isInSight)
                                .findFirst()
                                .map(Walk::middle)
                                .orElseThrow(() -> new AssertionError("nothing is " + query)));
        robot.clickOn(place);
        desk.awaitQuiet();
    }

    private static Point2D middle(Node node) {
        Bounds bounds = node.localToScreen(node.getBoundsInLocal());
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    void press(KeyCode... keys) {
        robot.push(keys);
        desk.awaitQuiet();
    }

    /**
     * The first of what is there, in sight or not. Looked for on the window's thread, as running
     * work changes the scene meanwhile.
     */
    <T extends Node> T find(String query) {
        return Toolkit.call(() -> robot.lookup(query).query());
    }

    /** Writes in place of what stands in a field, and leaves it. */
    void write(String query, String words) {
        TextInputControl field = find(query);
        robot.interact(field::requestFocus);
        robot.push(KeyCode.CONTROL, KeyCode.A).write(words, 0);
        desk.awaitQuiet();
    }

    /** All that are there, in sight or not. */
    <T extends Node> List<T> all(String query) {
        return Toolkit.call(() -> List.copyOf(robot.lookup(query).<T>queryAll()));
    }

    /**
     * Keeps what the window shows as a picture in the folder that {@code -Dwalk.pictures} names;
     * does nothing without it.
     */
    void picture(String name) throws IOException {
        String pictures = System.getProperty("walk.pictures", "");
        if (!pictures.isEmpty()) {
            Path file = Files.createDirectories(Path.of(pictures)).resolve(name + ".png");
            FxService.serviceContext()
                    .getCaptureSupport()
                    .saveImage(Toolkit.call(() -> stage.getScene().snapshot(null)), file);
        }
    }

    String text(String query) {
        Node node = find(query);
        return Toolkit.call(() ->
                node instanceof Labeled labeled
                        ? labeled.getText()
                        : ((TextInputControl) node).getText());
    }

    boolean isShown(String query) {
        return Toolkit.call(
                () -> robot.lookup(query).queryAll().stream().anyMatch(Walk::isInSight));
    }

    private static boolean isInSight(Node node) {
        Node now = node;
        while (now != null && now.isVisible()) {
            now = now.getParent();
        }
        // What a list does not use at the moment is in no scene.
        return now == null && node.getScene() != null;
    }

    /** Waits until something holds on the window's thread. */
    void await(String what, Callable<Boolean> holds) throws InterruptedException {
        awaitBeside(what, () -> Toolkit.call(holds));
    }

    /** Waits until something holds that must not be asked on the window's thread. */
    void awaitBeside(String what, BooleanSupplier holds) throws InterruptedException {
        long end = System.nanoTime() + LONG.toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            Thread.sleep(20);
        }
    }

    @Override
    public void close() {
        Toolkit.call(() -> {
            stage.hide();
            return true;
        });
        desk.awaitQuiet();
        desk.close();
        services.close();
    }
}
