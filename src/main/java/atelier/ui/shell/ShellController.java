package atelier.ui.shell;

import atelier.ui.component.Overlay;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The window's content: rail, panel, job bar, and what floats above them. */
public final class ShellController {

    private static final double JOB_BAR = 56;
    private static final String CLEAR = "clear";

    private final ShellModel shell;
    private final Panels panels;
    private final Texts texts;
    private final ShellCommands always;
    private final PaletteModel palette;
    private final QueueController queue;
    private @Nullable Node queueList;
    private final Layouts layouts;

    @FXML private BorderPane frame;
    @FXML private StackPane centre;
    @FXML private Overlay overlay;

    /**
     * @param always what can be done everywhere
     * @param jobs the queue
     */
    public ShellController(
            ShellModel shell,
            Panels panels,
            Texts texts,
            ShellCommands always,
            Layouts layouts,
            QueueModel jobs) {
        this.shell = shell;
        this.panels = panels;
        this.texts = texts;
        this.always = always;
        this.layouts = layouts;
        this.palette = new PaletteModel(texts, this::commands);
        this.queue = new QueueController(jobs, texts, () -> overlay.close());
    }

    @FXML
    void initialize() {
        shell.place().subscribe(this::show);
    }

    /** Puts what is always there around the panels, in the order in which the focus moves. */
    public void surround(Node rail, Node jobBar, Node toast) {
        frame.setCenter(null);
        frame.setLeft(rail);
        frame.setCenter(centre);
        frame.setBottom(jobBar);
        StackPane.setMargin(toast, new Insets(0, 24, 16, 24));
        centre.getChildren().add(toast);
    }

    private void show(Place place) {
        Node view = panels.visit(place).view();
        if (!centre.getChildren().contains(view)) {
            centre.getChildren().addFirst(view);
        }
        centre.getChildren().stream()
                .filter(child -> child.getStyleClass().contains("panel"))
                .forEach(child -> child.setVisible(child.equals(view)));
    }

    /** Hears the keys of a scene. */
    public void listen(Scene scene) {
        new Shortcuts(() -> overlay.isVisible() ? List.of() : keys(scene)).listen(scene);
    }

    private List<Command> keys(Scene scene) {
        List<Command> keys = new ArrayList<>(commands());
        keys.add(
                Command.action(
                        "columns",
                        Phrase.of("command.next-column"),
                        "F6",
                        () -> Columns.next(scene)));
        return keys;
    }

    /** What can be done now: first what the panel offers. */
    private List<Command> commands() {
        return Stream.of(panels.commands(shell.place().get()), everywhere())
                .flatMap(List::stream)
                .toList();
    }

    /** What can be done wherever one is. */
    public List<Command> everywhere() {
        return Stream.of(
                        always.all(),
                        List.of(
                                Command.action(
                                        "search",
                                        Phrase.of("palette.name"),
                                        ShellCommands.PALETTE.combination(),
                                        this::openPalette),
                                Command.action(
                                        "list",
                                        Phrase.of("command.queue"),
                                        ShellCommands.QUEUE.combination(),
                                        this::openQueue),
                                Command.action(
                                        "command",
                                        Phrase.of("shortcuts.title"),
                                        "Shift+Slash",
                                        this::openShortcuts)))
                .flatMap(List::stream)
                .toList();
    }

    /** What the palette finds. */
    public PaletteModel palette() {
        return palette;
    }

    /** Opens the command palette. */
    public void openPalette() {
        palette.open();
        PaletteController controller = new PaletteController(palette, texts, overlay::close);
        Node view = layouts.load(controller);
        StackPane.setAlignment(view, Pos.TOP_CENTER);
        StackPane.setMargin(view, new Insets(112, 0, 0, 0));
        overlay.show(view, controller.field(), () -> {});
    }

    /** Opens the queue above the job bar; it is built when it is opened first. */
    public void openQueue() {
        if (queueList == null) {
            queueList = layouts.load(queue);
            StackPane.setAlignment(queueList, Pos.BOTTOM_RIGHT);
            StackPane.setMargin(queueList, new Insets(16, 16, JOB_BAR + 8, 16));
        }
        overlay.show(queueList, queue.close(), () -> overlay.getStyleClass().remove(CLEAR));
        overlay.getStyleClass().add(CLEAR);
    }

    /** Asks before the window closes, as that model has it. */
    public void follow(ClosingModel closing) {
        closing.state()
                .subscribe(now -> {
                    switch (now) {
                        case ASKING -> {
                            ClosingSheet sheet = new ClosingSheet(closing, texts);
                            overlay.show(sheet, sheet.close(), closing::stay);
                        }
                        case SAVING -> overlay.hold();
                        case OPEN, CLOSED -> overlay.close();
                    }
                });
    }

    private void openShortcuts() {
        ShortcutSheet sheet = new ShortcutSheet(texts, commands());
        overlay.show(sheet, sheet.scroll(), () -> {});
    }
}
