package atelier.ui.dataset;

import atelier.ui.component.EmptyState;
import atelier.ui.component.FileDrop;
import atelier.ui.component.FilterChip;
import atelier.ui.component.FoldingColumn;
import atelier.ui.component.ImageGrid;
import atelier.ui.component.Notice;
import atelier.ui.component.Overlay;
import atelier.ui.component.PanelHeader;
import atelier.ui.component.Segments;
import atelier.ui.picture.Thumbnails;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The dataset panel: the grid with its filters. The report and the inspector have their own. */
public final class DatasetController {

    private static final double ROOMY = 1150;
    private static final int[] RESOLUTIONS = {256, 512, 768, 1024};

    private final DatasetModel model;
    private final Texts texts;
    private final Thumbnails thumbnails;
    private final Consumer<Consumer<List<Path>>> chooseFiles;
    private final Consumer<String> toTraining;
    private final DatasetReportView reportView;
    private final Parent inspector;
    private final Sheet proposals;
    private @Nullable FoldingColumn column;
    private final Runnable editCaption;

    /**
     * Captions that are proposed.
     *
     * @param model of them
     * @param view shows them
     * @param focus what of it gets the focus
     */
    record Sheet(TaggingModel model, Node view, Node focus) {}

    @FXML private Overlay overlay;
    @FXML private Button captions;
    @FXML private BorderPane panel;
    @FXML private PanelHeader header;
    @FXML private MenuButton character;
    @FXML private Button add;
    @FXML private Button addFirst;
    @FXML private Button train;
    @FXML private Notice few;
    @FXML private Notice problem;
    @FXML private HBox tools;
    @FXML private FlowPane filters;
    @FXML private Slider size;
    @FXML private ImageGrid<DatasetItem> grid;
    @FXML private EmptyState empty;
    @FXML private EmptyState reading;
    @FXML private HBox drop;
    @FXML private HBox reportCard;
    @FXML private Label enough;
    @FXML private HBox facts;
    @FXML private Segments resolutions;
    @FXML private VBox sizes;
    @FXML private VBox buckets;

    /**
     * @param inspector shows the chosen picture
     * @param proposals of captions
     * @param editCaption gives its caption the focus
     * @param chooseFiles lets the user choose files, and hands them on
     * @param toTraining goes on to the next stage with the character of that slug
     */
    public DatasetController(
            DatasetModel model,
            Texts texts,
            Thumbnails thumbnails,
            Parent inspector,
            Sheet proposals,
            Runnable editCaption,
            Consumer<Consumer<List<Path>>> chooseFiles,
            Consumer<String> toTraining) {
        this.model = model;
        this.texts = texts;
        this.thumbnails = thumbnails;
        this.inspector = inspector;
        this.proposals = proposals;
        this.editCaption = editCaption;
        this.chooseFiles = chooseFiles;
        this.toTraining = toTraining;
        this.reportView = new DatasetReportView(texts);
    }

    @FXML
    void initialize() {
        for (Node part :
                new Node[] {
                    sizes, facts, few, problem, tools, grid, empty, reading, drop, reportCard
                }) {
            part.managedProperty().bind(part.visibleProperty());
        }
        add.setOnAction(_ -> chooseFiles.accept(model::add));
        addFirst.setOnAction(_ -> chooseFiles.accept(model::add));
        captions.setOnAction(_ -> proposals.model().open());
        proposals.model().state().subscribe(this::showProposals);
        train.setOnAction(_ -> goOn());
        few.setOnLink(_ -> goOn());
        grid.mostWidthProperty().bind(size.valueProperty());
        grid.ratioProperty().set(1);
        grid.chosenProperty().bindBidirectional(model.chosen());
        grid.show(model.shown(), () -> new DatasetTile(thumbnails, texts));
        grid.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        event.consume();
                        unfold();
                        editCaption.run();
                    }
                });
        for (int resolution : RESOLUTIONS) {
            resolutions.add(
                    "resolution-" + resolution,
                    texts.follow(Phrase.plain("" + resolution)),
                    "",
                    resolution,
                    model.resolution().asObject());
        }
        problem.factProperty().bind(texts.follow(model.problem()));
        problem.visibleProperty().bind(model.problem().isNotNull());
        characters();
        filterChips();
        new FileDrop(drop, model::add).on(panel);
        FoldingColumn right =
                FoldingColumn.right(
                        inspector,
                        "dataset-unfold",
                        "edit-3",
                        texts.follow(Phrase.of("dataset.caption")),
                        panel.widthProperty());
        right.managedProperty().bind(right.visibleProperty());
        panel.setRight(right);
        column = right;
        model.report().subscribe(_ -> show());
        model.busy().subscribe(_ -> show());
        texts.language().subscribe(this::show);
        panel.widthProperty().subscribe(this::show);
    }

    private void showProposals(TaggingModel.State state) {
        if (state == TaggingModel.State.CLOSED) {
            overlay.close();
        } else if (!overlay.isVisible()) {
            overlay.show(proposals.view(), proposals.focus(), proposals.model()::close);
        }
    }

    private void unfold() {
        if (column != null) {
            column.unfold();
        }
    }

    private void goOn() {
        if (model.character().get() != null) {
            toTraining.accept(model.character().get().slug());
        }
    }

    private void characters() {
        Runnable refill =
                () ->
                        character
                                .getItems()
                                .setAll(
                                        model.characters().stream()
                                                .map(one -> {
                                                    MenuItem item = new MenuItem(one.name());
                                                    item.setOnAction(_ -> model.choose(one));
                                                    return item;
                                                })
                                                .toList());
        model.characters().subscribe(refill);
        refill.run();
        character
                .textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        model.character().get() == null
                                                ? ""
                                                : texts.say(
                                                        "dataset.character",
                                                        model.character().get().name(),
                                                        Phrase.of(
                                                                "state."
                                                                        + model.character()
                                                                                .get()
                                                                                .state()
                                                                                .name()
                                                                                .toLowerCase(
                                                                                        Locale
                                                                                                .ROOT))),
                                model.character(),
                                texts.language()));
        character.visibleProperty().bind(model.character().isNotNull());
    }

    private void filterChips() {
        ToggleGroup group = new ToggleGroup();
        for (DatasetFilter filter : DatasetFilter.values()) {
            ToggleButton chip = FilterChip.of("filter-" + filter.id(), filter, model.filter());
            chip.getStyleClass().add(filter.tone());
            chip.setToggleGroup(group);
            Runnable count =
                    () -> {
                        int pictures = model.count(filter);
                        chip.setText(texts.say("filter." + filter.id(), pictures));
                        chip.setVisible(
                                filter.always() || pictures > 0 || model.filter().get() == filter);
                    };
            model.report().subscribe(_ -> count.run());
            model.shown().subscribe(count);
            texts.language().subscribe(count);
            filters.getChildren().add(chip);
        }
    }

    private void show() {
        boolean pictures = model.report().get() != null;
        boolean busy = model.busy().get();
        boolean roomy = panel.getWidth() >= ROOMY;
        sizes.setVisible(roomy);
        facts.setVisible(roomy);
        for (Node part : new Node[] {tools, grid, drop, reportCard, column}) {
            if (part != null) {
                part.setVisible(pictures);
            }
        }
        empty.setVisible(!pictures && !busy);
        reading.setVisible(!pictures && busy);
        few.setVisible(pictures && model.missing() > 0);
        train.setDisable(model.missing() > 0);
        captions.setDisable(!pictures);
        if (pictures) {
            int count = model.report().get().pictures().size();
            few.setFact(texts.say("dataset.few", count));
            few.setMore(texts.say("dataset.few-more", model.missing()));
            few.setLink(texts.say("dataset.anyway"));
            header.setState(
                    !roomy
                            ? ""
                            : texts.say(
                                    "dataset.state",
                                    model.count(DatasetFilter.ALL),
                                    model.count(DatasetFilter.LOOK),
                                    model.count(DatasetFilter.OUT)));
            reportView.show(model.report().get(), enough, facts, buckets);
        } else {
            header.setState(texts.say(busy ? "dataset.reading" : "dataset.none"));
        }
    }
}
