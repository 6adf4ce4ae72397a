package atelier.ui.library;

import atelier.model.job.JobRecord;
import atelier.model.library.CatalogEntry;
import atelier.model.library.CatalogLicence;
import atelier.ui.text.Texts;
import atelier.ui.theme.Icons;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A model with its licence, how far it is, and what can be done; the licence comes first. */
final class ModelRow extends VBox {

    private static final double PROGRESS = 120;

    private final ModelItem item;
    private final ModelsModel models;
    private final Texts texts;
    private final Consumer<Path> showInFiles;

    ModelRow(ModelItem item, ModelsModel models, Texts texts, Consumer<Path> showInFiles) {
        super(8);
        this.item = item;
        this.models = models;
        this.texts = texts;
        this.showInFiles = showInFiles;
        getStyleClass().add("model-row");
        Label name = new Label(item.name());
        name.getStyleClass().add("name");
        Label purpose =
                new Label(
                        texts.say("library.model-facts", texts.said(item.purpose()), item.bytes()));
        purpose.getStyleClass().addAll("quiet", "small-text");
        purpose.setWrapText(true);
        purpose.setMinHeight(USE_PREF_SIZE);
        VBox words = new VBox(1, name, purpose);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(8, words);
        line.setAlignment(Pos.CENTER_LEFT);
        CatalogEntry entry = item.entry();
        if (entry != null) {
            setId("model-" + entry.id());
            line.getChildren().add(licence(entry.licence()));
        }
        line.getChildren().addAll(actions());
        getChildren().add(line);
        JobRecord job = item.job();
        if (job != null && item.state() == ModelItem.State.FAILED) {
            Label failed = new Label(texts.said(job.status().happened()));
            failed.getStyleClass().addAll("bad", "small-text");
            failed.setWrapText(true);
            failed.setMinHeight(USE_PREF_SIZE);
            getChildren().add(failed);
        }
        if (entry != null && models.isAsking(item)) {
            getChildren().add(question(entry));
        }
    }

    private Label licence(CatalogLicence licence) {
        Label chip = new Label(licence.name());
        chip.getStyleClass().setAll("chip", "still", licence.commercial() ? "good" : "warn");
        chip.setMinWidth(USE_PREF_SIZE);
        return chip;
    }

    private Node[] actions() {
        JobRecord job = item.job();
        return switch (item.state()) {
            case INSTALLED -> new Node[] {installed(), folder(), trash()};
            case AVAILABLE -> new Node[] {download()};
            case WAITING ->
                    new Node[] {
                        quiet(texts.say("library.model-waiting")),
                        button("x", "cancel", () -> models.cancel(item))
                    };
            case FETCHING ->
                    new Node[] {
                        progress(job == null ? -1 : job.fraction()),
                        button("pause", "pause", () -> models.pause(item)),
                        button("x", "cancel", () -> models.cancel(item))
                    };
            case PAUSED ->
                    new Node[] {
                        quiet(texts.say("library.model-paused")),
                        button("play", "resume", () -> models.resume(item)),
                        button("x", "cancel", () -> models.cancel(item))
                    };
            case FAILED -> new Node[] {button("rotate-cw", "retry", () -> models.resume(item))};
        };
    }

    private Label installed() {
        Label chip = new Label(texts.say("library.model-installed"), Icons.of("check"));
        chip.getStyleClass().setAll("chip", "still", "good");
        chip.setMinWidth(USE_PREF_SIZE);
        return chip;
    }

    private Button folder() {
        Button show = new Button("", Icons.of("folder"));
        show.getStyleClass().addAll("flat", "icon-only", "small");
        show.setAccessibleText(texts.say("library.showInFiles") + ": " + item.name());
        show.setOnAction(_ -> {
            if (item.path() != null) {
                showInFiles.accept(item.path());
            }
        });
        return show;
    }

    private Button trash() {
        Button remove = new Button("", Icons.of("trash-2"));
        remove.getStyleClass().addAll("flat", "danger", "icon-only", "small", "model-remove");
        remove.setAccessibleText(texts.say("library.remove") + ": " + item.name());
        remove.setOnAction(_ -> models.remove(item));
        return remove;
    }

    private Button download() {
        boolean free = item.entry() == null || item.entry().licence().commercial();
        Button ask =
                new Button(
                        texts.say(free ? "library.model-download" : "library.model-read"),
                        Icons.of(free ? "download" : "file-text"));
        ask.getStyleClass().addAll("small", "model-ask");
        ask.setAccessibleText(ask.getText() + ": " + item.name());
        ask.setMinWidth(USE_PREF_SIZE);
        ask.setOnAction(_ -> models.ask(item));
        return ask;
    }

    private Button button(String icon, String id, Runnable action) {
        Button button = new Button("", Icons.of(icon));
        button.getStyleClass().addAll("icon-only", "small", "model-" + id);
        button.setAccessibleText(
                texts.say("library.model-" + id) + ": " + item.name().toLowerCase(Locale.ROOT));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static ProgressBar progress(double fraction) {
        ProgressBar bar = new ProgressBar(fraction);
        bar.getStyleClass().add("small");
        bar.setPrefWidth(PROGRESS);
        bar.setMinWidth(PROGRESS);
        return bar;
    }

    private static Label quiet(String words) {
        Label label = new Label(words);
        label.getStyleClass().addAll("quiet", "small-text");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    /** The licence, and the button that accepts it. */
    private Node question(CatalogEntry entry) {
        Label text = new Label(texts.said(entry.licence().text()));
        Label note = new Label(texts.said(entry.note()));
        note.getStyleClass().add("warn");
        note.setManaged(!entry.note().isBlank());
        for (Label label : new Label[] {text, note}) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        TextField address = new TextField(entry.licence().url());
        address.setEditable(false);
        address.setAccessibleText(texts.say("library.model-address"));
        CheckBox read = new CheckBox(texts.say("library.model-accept", entry.licence().name()));
        read.setId("accept-" + entry.id());
        Button fetch = new Button(texts.say("library.model-download"), Icons.of("download"));
        fetch.setId("fetch-" + entry.id());
        fetch.setMinWidth(USE_PREF_SIZE);
        fetch.disableProperty().bind(read.selectedProperty().not());
        fetch.setOnAction(_ -> models.accept());
        HBox foot = new HBox(12, read, fetch);
        foot.setAlignment(Pos.CENTER_LEFT);
        VBox card = new VBox(8, text, note, address, foot);
        card.getStyleClass().add("card");
        return card;
    }
}
