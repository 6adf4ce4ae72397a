package atelier.ui.library;

import atelier.model.job.Progress;
import atelier.ui.component.EmptyState;
import atelier.ui.component.FoldingColumn;
import atelier.ui.component.Notice;
import atelier.ui.component.PanelHeader;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The library panel: its header, its tabs, and what each of them shows. */
public final class LibraryController {

    private final LibraryModel model;
    private final Texts texts;
    private final Map<LibraryTab, Node> middles;
    private final Map<LibraryTab, Node> sides;
    private final Consumer<Consumer<List<Path>>> choose;

    @FXML private BorderPane panel;
    @FXML private PanelHeader header;
    @FXML private TextField search;
    @FXML private Button rescan;
    @FXML private Button add;
    @FXML private HBox tabs;
    @FXML private Notice problem;
    @FXML private Notice copying;
    @FXML private Notice rescanning;
    @FXML private StackPane middle;
    @FXML private HBox columns;
    @FXML private EmptyState reading;
    @FXML private EmptyState drop;
    private final StackPane side = new StackPane();

    /**
     * @param middles what each tab shows
     * @param sides what stands at its right, where something does
     * @param choose asks the user for files and hands on what was chosen
     */
    public LibraryController(
            LibraryModel model,
            Texts texts,
            Map<LibraryTab, Node> middles,
            Map<LibraryTab, Node> sides,
            Consumer<Consumer<List<Path>>> choose) {
        this.model = model;
        this.texts = texts;
        this.middles = Map.copyOf(middles);
        this.sides = Map.copyOf(sides);
        this.choose = choose;
    }

    @FXML
    void initialize() {
        for (LibraryTab tab : LibraryTab.values()) {
            tabs.getChildren().add(tab(tab));
        }
        header.stateProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        texts.say(
                                                "library.state",
                                                model.characters().count(),
                                                model.adapters().count()),
                                model.readings(),
                                texts.language()));
        search.textProperty().bindBidirectional(model.words());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::pressedInSearch);
        add.setOnAction(_ -> add());
        rescan.setOnAction(_ -> model.rescan().start());
        rescan.disableProperty().bind(model.rescan().running());
        problem.factProperty().bind(texts.follow(Phrase.of("library.unread")));
        problem.moreProperty().bind(texts.follow(model.problem()));
        problem.linkProperty().bind(texts.follow(Phrase.of("library.again")));
        problem.setOnLink(_ -> model.refresh());
        problem.visibleProperty().bind(model.problem().isNotNull());
        follow(copying, model.copying(), "library.copying", model::stopCopying);
        follow(rescanning, model.rescan().progress(), "library.rescanning", model.rescan()::stop);
        problem.managedProperty().bind(problem.visibleProperty());
        drop.setMouseTransparent(true);
        side.getStyleClass().add("right-column");
        FoldingColumn right =
                FoldingColumn.right(
                        side,
                        "library-side",
                        "sidebar",
                        texts.follow(Phrase.of("library.side")),
                        panel.widthProperty());
        right.visibleProperty().bind(Bindings.isNotEmpty(side.getChildren()));
        right.managedProperty().bind(right.visibleProperty());
        columns.getChildren().add(right);
        model.tab().subscribe(this::show);
        model.state().subscribe(() -> show(model.tab().get()));
        panel.setOnDragOver(this::over);
        panel.setOnDragExited(_ -> drop.setVisible(false));
        panel.setOnDragDropped(this::dropped);
    }

    /** Lets a notice say how far something is, with a link that ends it. */
    private void follow(
            Notice notice,
            ObservableValue<@Nullable Progress> progress,
            String key,
            Runnable stop) {
        notice.factProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> {
                                    Progress now = progress.getValue();
                                    return now == null
                                            ? ""
                                            : texts.say(
                                                    key,
                                                    (double) now.done() / Math.max(1, now.total()));
                                },
                                progress,
                                texts.language()));
        notice.linkProperty().bind(texts.follow(Phrase.of("job.cancel")));
        notice.setOnLink(_ -> stop.run());
        notice.visibleProperty()
                .bind(Bindings.createBooleanBinding(() -> progress.getValue() != null, progress));
        notice.managedProperty().bind(notice.visibleProperty());
    }

    private ToggleButton tab(LibraryTab tab) {
        ToggleButton button = new ToggleButton();
        button.setId("library-tab-" + tab.id());
        button.getStyleClass().setAll("tab-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.textProperty().bind(texts.follow(Phrase.of("library.tab-" + tab.id())));
        Label count = new Label();
        count.getStyleClass().addAll("chip", "still");
        button.setGraphic(count);
        Runnable fill =
                () -> {
                    long now = model.count(tab);
                    count.setVisible(now >= 0);
                    count.setManaged(now >= 0);
                    count.setText(texts.say("library.count", Math.max(0, now)));
                    count.getStyleClass().remove("warn");
                    if (tab == LibraryTab.HEALTH && now > 0) {
                        count.getStyleClass().add("warn");
                    }
                };
        model.readings().subscribe(fill);
        model.findings().subscribe(_ -> fill.run());
        texts.language().subscribe(fill);
        fill.run();
        button.setOnAction(_ -> {
            model.tab().set(tab);
            button.setSelected(true);
        });
        model.tab().subscribe(now -> button.setSelected(now == tab));
        return button;
    }

    private void show(LibraryTab tab) {
        Node shown = middles.get(tab);
        boolean isRead = model.state().get() == LibraryModel.State.READ;
        reading.setVisible(model.state().get() == LibraryModel.State.READING);
        middle.getChildren().removeIf(child -> !child.equals(reading) && !child.equals(drop));
        if (shown != null && isRead) {
            middle.getChildren().addFirst(shown);
        }
        Node beside = sides.get(tab);
        side.getChildren().setAll(beside == null || !isRead ? List.of() : List.of(beside));
    }

    private void pressedInSearch(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
            search.clear();
            event.consume();
        }
    }

    /** Gives the search field the focus. */
    void find() {
        search.requestFocus();
        search.selectAll();
    }

    /** Asks for files to take in. */
    void add() {
        choose.accept(model::drop);
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            drop.setTitle(texts.say("library.drop-here", event.getDragboard().getFiles().size()));
            drop.setVisible(true);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            drop.setVisible(false);
            model.drop(event.getDragboard().getFiles().stream().map(File::toPath).toList());
            event.setDropCompleted(true);
            event.consume();
        }
    }
}
