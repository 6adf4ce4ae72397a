package atelier.ui.library;

import atelier.model.library.CharacterField;
import atelier.model.library.CharacterRecord;
import atelier.model.library.CharacterState;
import atelier.model.library.RunRecord;
import atelier.ui.picture.Thumbnails;
import atelier.ui.text.Texts;
import atelier.ui.theme.Icons;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The right column of the characters: what the chosen one is, has and went through. */
public final class CharacterDetailsController {

    private static final int MOST_PICTURES = 10;
    private static final int PICTURE = 62;
    private static final int MOST_RUNS = 6;

    private final LibraryModel model;
    private final CharactersModel characters;
    private final LibraryWays ways;
    private final Texts texts;
    private final Thumbnails thumbnails;
    private final Moments moments;
    private final ChangeList changes;

    @FXML private VBox content;
    @FXML private ThingFields fields;
    @FXML private Label state;
    @FXML private HBox next;
    @FXML private FlowPane pictures;
    @FXML private Label count;
    @FXML private Button gather;
    @FXML private Button train;
    @FXML private Button files;
    @FXML private Button archive;
    @FXML private Button remove;
    @FXML private FeaturesView features;
    @FXML private VBox adapters;
    @FXML private VBox runs;
    @FXML private VBox history;

    /**
     * @param ways where one goes on with it
     */
    public CharacterDetailsController(
            LibraryModel model,
            LibraryWays ways,
            Texts texts,
            Thumbnails thumbnails,
            Moments moments) {
        this.model = model;
        this.characters = model.characters();
        this.ways = ways;
        this.texts = texts;
        this.thumbnails = thumbnails;
        this.moments = moments;
        this.changes = new ChangeList(texts, moments, model::takeBack);
    }

    @FXML
    void initialize() {
        fields.begin(
                "character",
                texts,
                model.drafts(),
                (field, value) -> characters.set(CharacterField.valueOf(field), value));
        ShownThings<CharacterItem> things = characters.things();
        gather.setOnAction(_ -> things.withChosen(item -> ways.gather(item.record())));
        train.setOnAction(_ -> things.withChosen(item -> ways.train(item.record())));
        files.setOnAction(_ -> things.withChosen(item -> ways.showInFiles(model.path(item))));
        archive.setOnAction(_ -> characters.archive());
        remove.setOnAction(_ -> characters.remove());
        features.begin(
                texts, () -> things.withChosen(item -> model.analyses().analyze(item.record())));
        model.analyses().running().subscribe(() -> showFeatures(model.details().details().get()));
        DetailsFeed.feed(things, model.details(), texts, this::show, this::showDetails);
    }

    private static String id(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    /** Lets its name be written. */
    void rename() {
        fields.writeName();
    }

    private void show(@Nullable CharacterItem item) {
        content.setVisible(item != null);
        if (item == null) {
            return;
        }
        CharacterRecord record = item.record();
        fields.show(
                record.slug(),
                record.name(),
                record.type(),
                record.trigger(),
                record.tags(),
                record.note(),
                record.favourite());
        Chips.show(state, record.state(), texts);
        next.getChildren().setAll(characters.next().stream().map(this::nextState).toList());
        count.setText(texts.say("library.pictures", item.pictures().size()));
        pictures.getChildren()
                .setAll(item.pictures().stream().limit(MOST_PICTURES).map(this::picture).toList());
        train.setDisable(item.pictures().isEmpty());
        ArchiveButton.show(archive, record.archived(), texts);
        archive.setDisable(record.state() == CharacterState.TRAINING);
        remove.setDisable(record.state() == CharacterState.TRAINING);
        showAdapters(record);
    }

    private Node nextState(CharacterState one) {
        Button button = new Button(texts.say("library.become-" + id(one)));
        button.setId("become-" + id(one));
        button.getStyleClass().addAll("link", "small");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(_ -> characters.set(CharacterField.STATE, one.name()));
        return button;
    }

    private ImageView picture(Path file) {
        ImageView view = new ImageView();
        view.setFitWidth(PICTURE);
        view.setFitHeight(PICTURE);
        thumbnails.ask(file, PICTURE, PICTURE, view::setImage);
        return view;
    }

    private void showAdapters(CharacterRecord record) {
        List<AdapterItem> own = model.adapters().of(record.slug());
        adapters.getChildren()
                .setAll(
                        own.isEmpty()
                                ? List.of(quiet(texts.say("library.no-own-adapters")))
                                : own.stream().map(this::adapter).toList());
    }

    private Node adapter(AdapterItem item) {
        Hyperlink link = new Hyperlink(item.record().name());
        link.setOnAction(_ -> model.openAdapter(item.record().file()));
        Label fault = new Label();
        Chips.show(fault, item.fault(), texts);
        HBox line = new HBox(8, link, fault);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void showDetails(Details details) {
        CharacterItem item = characters.things().chosen().get();
        showFeatures(details);
        if (item == null || !details.item().equals(item.record().slug())) {
            runs.getChildren().clear();
            history.getChildren().clear();
            return;
        }
        runs.getChildren()
                .setAll(
                        details.runs().isEmpty()
                                ? List.of(quiet(texts.say("library.no-runs")))
                                : details.runs().stream().limit(MOST_RUNS).map(this::run).toList());
        changes.show(history, details.history());
    }

    private void showFeatures(Details details) {
        characters
                .things()
                .withChosen(item ->
                        features.show(
                                texts,
                                item.record(),
                                model.analyses().isRunning(item.record()),
                                !item.pictures().isEmpty(),
                                details.item().equals(item.record().slug())
                                        ? details.analysis()
                                        : null,
                                model.analyses().page(item.record()),
                                ways::showInFiles));
    }

    private Node run(RunRecord run) {
        Label words =
                new Label(
                        texts.say(
                                run.finished() ? "library.run-finished" : "library.run-stopped",
                                moments.say(run.started()),
                                run.step()),
                        Icons.of(run.finished() ? "check" : "pause"));
        words.setWrapText(true);
        words.setMinHeight(Label.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        Button show = new Button("", Icons.of("folder"));
        show.getStyleClass().addAll("flat", "icon-only", "small");
        show.setAccessibleText(texts.say("library.show-run", run.folder()));
        show.setOnAction(_ -> ways.showInFiles(model.run(run.folder())));
        HBox line = new HBox(8, words, show);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Label quiet(String words) {
        Label label = new Label(words);
        label.getStyleClass().addAll("quiet", "small-text");
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }
}
