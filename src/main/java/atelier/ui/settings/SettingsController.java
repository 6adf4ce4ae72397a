package atelier.ui.settings;

import atelier.ui.shell.Command;
import atelier.ui.text.SearchWords;
import atelier.ui.text.Texts;
import atelier.ui.theme.Icons;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The settings panel: one page, whose parts are reached from the list at the left. */
public final class SettingsController {

    /** Less than that, and the parts stand in one column. */
    private static final double ROOMY = 1000;

    private final SettingsModel model;
    private final Texts texts;
    private final Supplier<List<Command>> commands;
    private final Runnable openLibrary;
    private final ToggleGroup group = new ToggleGroup();
    private List<Section> first = List.of();
    private List<Section> second = List.of();

    @FXML private TextField search;
    @FXML private Label nothing;
    @FXML private VBox names;
    @FXML private ScrollPane scroll;
    @FXML private HBox columns;
    @FXML private VBox left;
    @FXML private VBox right;

    /**
     * Shows and changes what that model holds.
     *
     * @param commands what the keys do everywhere
     * @param openLibrary shows the models in the library
     */
    public SettingsController(
            SettingsModel model,
            Texts texts,
            Supplier<List<Command>> commands,
            Runnable openLibrary) {
        this.model = model;
        this.texts = texts;
        this.commands = commands;
        this.openLibrary = openLibrary;
    }

    @FXML
    void initialize() {
        first =
                List.of(
                        new GeneralSection(model, texts).view(),
                        new DeviceSection(model, texts).view(),
                        new PrivacySection(texts).view(),
                        new AboutSection(model, texts).view());
        second =
                List.of(
                        new ModelsSection(model, texts, openLibrary).view(),
                        new StorageSection(model, texts).view(),
                        new KeyboardSection(texts, commands).view());
        for (Section.Name name : Section.Name.values()) {
            names.getChildren().add(item(name));
        }
        group.getToggles().getFirst().setSelected(true);
        group.selectedToggleProperty()
                .subscribe((before, now) -> {
                    if (now == null && before != null) {
                        before.setSelected(true);
                    }
                });
        search.textProperty().subscribe(() -> sift());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::pressedInSearch);
        nothing.managedProperty().bind(nothing.visibleProperty());
        model.found().subscribe(() -> sift());
        texts.language().subscribe(() -> sift());
        right.managedProperty().bind(right.visibleProperty());
        scroll.widthProperty().subscribe(this::arrange);
        arrange();
    }

    /** Gives the search field the focus. */
    void find() {
        search.requestFocus();
        search.selectAll();
    }

    private void pressedInSearch(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
            search.clear();
            event.consume();
        }
    }

    /** Shows what is searched for. */
    private void sift() {
        SearchWords words = new SearchWords(search.getText());
        long found =
                Stream.concat(first.stream(), second.stream())
                        .filter(section -> section.find(words))
                        .count();
        nothing.setVisible(found == 0);
        nothing.setText(texts.say("settings.found-nothing", search.getText().strip()));
    }

    /** Two columns where there is room, else one in the order of the list. */
    private void arrange() {
        boolean roomy = scroll.getWidth() == 0 || scroll.getWidth() >= ROOMY;
        if (roomy == right.isVisible() && !left.getChildren().isEmpty()) {
            return;
        }
        right.setVisible(roomy);
        left.getChildren().clear();
        right.getChildren().clear();
        if (roomy) {
            left.getChildren().setAll(first);
            right.getChildren().setAll(second);
        } else {
            for (Section.Name name : Section.Name.values()) {
                left.getChildren().add(section(name));
            }
        }
    }

    private Section section(Section.Name name) {
        return Stream.concat(first.stream(), second.stream())
                .filter(section -> section.name() == name)
                .findFirst()
                .orElseThrow();
    }

    private ToggleButton item(Section.Name name) {
        ToggleButton item = new ToggleButton("", Icons.of(name.icon()));
        item.setId("settings-to-" + name.id());
        item.getStyleClass().setAll("nav-item");
        item.textProperty().bind(texts.follow(name.title()));
        item.setMaxWidth(Double.MAX_VALUE);
        item.setToggleGroup(group);
        item.setOnAction(_ -> go(section(name)));
        return item;
    }

    /** Scrolls to a part, as far as the page is long enough. */
    private void go(Section section) {
        Region page = columns;
        Bounds there = page.sceneToLocal(section.localToScene(section.getLayoutBounds()));
        double hidden = page.getHeight() - scroll.getViewportBounds().getHeight();
        double gap = columns.getInsets().getTop();
        scroll.setVvalue(hidden <= 0 ? 0 : Math.clamp((there.getMinY() - gap) / hidden, 0, 1));
    }
}
