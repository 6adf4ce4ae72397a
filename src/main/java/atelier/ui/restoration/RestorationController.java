package atelier.ui.restoration;

import atelier.ui.component.EmptyState;
import atelier.ui.component.FileDrop;
import atelier.ui.component.FilterChip;
import atelier.ui.component.FoldingColumn;
import atelier.ui.component.PanelHeader;
import atelier.ui.picture.Thumbnails;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The restoration panel: the list of pictures. The middle and the settings have their own. */
public final class RestorationController {

    private final RestorationModel model;
    private final Texts texts;
    private final Thumbnails thumbnails;
    private final Node middle;
    private final Node form;
    private final Consumer<Consumer<List<Path>>> choosePictures;
    private final Consumer<Consumer<List<Path>>> chooseFolder;
    private boolean choosing;

    @FXML private BorderPane panel;
    @FXML private PanelHeader header;
    @FXML private Button results;
    @FXML private Button clear;
    @FXML private VBox list;
    @FXML private Label count;
    @FXML private Button folder;
    @FXML private Button pictures;
    @FXML private FlowPane filters;
    @FXML private ListView<RestorationEntry> rows;
    @FXML private StackPane work;
    @FXML private EmptyState empty;
    @FXML private Button first;

    /**
     * @param middle the picture before and after
     * @param form what is wanted
     * @param choosePictures asks for files, and hands them on
     * @param chooseFolder asks for a folder, and hands it on
     */
    public RestorationController(
            RestorationModel model,
            Texts texts,
            Thumbnails thumbnails,
            Node middle,
            Node form,
            Consumer<Consumer<List<Path>>> choosePictures,
            Consumer<Consumer<List<Path>>> chooseFolder) {
        this.model = model;
        this.texts = texts;
        this.thumbnails = thumbnails;
        this.middle = middle;
        this.form = form;
        this.choosePictures = choosePictures;
        this.chooseFolder = chooseFolder;
    }

    @FXML
    void initialize() {
        panel.setLeft(
                FoldingColumn.left(
                        list,
                        "restoration-unfold-list",
                        "image",
                        texts.follow(Phrase.of("rest.list")),
                        panel.widthProperty()));
        panel.setRight(
                FoldingColumn.right(
                        form,
                        "restoration-unfold",
                        "sliders",
                        texts.follow(Phrase.of("rest.settings")),
                        panel.widthProperty()));
        work.getChildren().addFirst(middle);
        results.setOnAction(_ -> model.showResults());
        clear.setOnAction(_ -> model.clear());
        folder.setOnAction(_ -> chooseFolder.accept(model::add));
        pictures.setOnAction(_ -> choosePictures.accept(model::add));
        first.setOnAction(_ -> choosePictures.accept(model::add));
        rows.setItems(model.shown());
        rows.setCellFactory(_ -> new PictureRow(thumbnails, texts));
        rows.getSelectionModel().selectedItemProperty().subscribe(this::choose);
        model.chosen().subscribe(_ -> select());
        model.shown().subscribe(this::select);
        for (EntryFilter filter : EntryFilter.values()) {
            filters.getChildren().add(chip(filter));
        }
        new FileDrop(empty, model::add).on(panel);
        model.entries().subscribe(this::show);
        model.busy().subscribe(_ -> show());
        texts.language().subscribe(this::show);
    }

    private void choose(RestorationEntry entry) {
        if (entry != null && !choosing) {
            model.chosen().set(entry);
        }
    }

    /** Selects the row of the one looked at, without taking it for a choice of the user's. */
    private void select() {
        choosing = true;
        int place = model.shown().indexOf(model.chosen().get());
        if (place < 0) {
            rows.getSelectionModel().clearSelection();
        } else if (rows.getSelectionModel().getSelectedIndex() != place) {
            rows.getSelectionModel().clearAndSelect(place);
        }
        choosing = false;
    }

    private ToggleButton chip(EntryFilter filter) {
        ToggleButton chip = FilterChip.of("restoration-" + filter.id(), filter, model.filter());
        if (!filter.tone().isEmpty()) {
            chip.getStyleClass().add(filter.tone());
        }
        Runnable count =
                () -> {
                    int some = model.count(filter);
                    chip.setText(texts.say("rest.filter-" + filter.id(), some));
                    chip.setVisible(
                            filter == EntryFilter.ALL
                                    || some > 0
                                    || model.filter().get() == filter);
                };
        model.entries().subscribe(count);
        model.filter().subscribe(_ -> count.run());
        texts.language().subscribe(count);
        return chip;
    }

    private void show() {
        int all = model.count(EntryFilter.ALL);
        boolean any = all > 0;
        count.setText(any ? texts.say("rest.count", all) : "");
        empty.setVisible(!any);
        middle.setVisible(any);
        filters.setVisible(any);
        filters.setManaged(any);
        clear.setDisable(!any);
        results.setDisable(!model.hasResults());
        header.setState(
                any
                        ? texts.say(
                                "rest.state",
                                all,
                                model.doneCount(),
                                model.count(EntryFilter.CHECK))
                        : texts.say(model.busy().get() ? "rest.looking" : "rest.none"));
    }
}
