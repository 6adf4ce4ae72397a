package atelier.ui.settings;

import atelier.ui.text.Phrase;
import atelier.ui.text.SearchWords;
import atelier.ui.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A part of the settings: its name, and cards with rows below it. */
final class Section extends VBox {

    /** The parts, in the order of the list at the left. */
    enum Name {
        /** Language, look and size. */
        GENERAL("globe", "settings.general"),
        /** Where networks run. */
        DEVICE("cpu", "settings.device"),
        /** Models. */
        MODELS("box", "settings.models"),
        /** Disk. */
        STORAGE("hard-drive", "settings.storage"),
        /** What leaves the machine. */
        PRIVACY("shield", "settings.privacy"),
        /** Keys. */
        KEYBOARD("command", "settings.keyboard"),
        /** Atelier itself. */
        ABOUT("info", "settings.about");

        private final String icon;
        private final String key;

        Name(String icon, String key) {
            this.icon = icon;
            this.key = key;
        }

        /** Its icon's name. */
        String icon() {
            return icon;
        }

        /** What it is called in style sheets. */
        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What it is called in the window. */
        Phrase title() {
            return Phrase.of(key);
        }
    }

    private static final double GAP = 8;

    private final Name name;
    private final Texts texts;

    Section(Name name, Texts texts) {
        super(GAP);
        this.name = name;
        this.texts = texts;
        setId("settings-" + name.id());
        Label title = label(name.title(), "section");
        VBox.setMargin(title, new Insets(0, 0, 2, 0));
        getChildren().add(title);
    }

    /** Which part it is. */
    Name name() {
        return name;
    }

    /**
     * Shows only the rows that are about something; all of them where its name is.
     *
     * @return whether there are any
     */
    boolean find(SearchWords words) {
        boolean whole = words.areIn(List.of(), texts.say(name.title()));
        boolean any = whole;
        for (Node row : lookupAll(".rows > .row")) {
            boolean found = whole || words.areIn(List.of(), words(row));
            any |= found;
            // One that comes and goes by itself is shown with its part.
            if (!row.visibleProperty().isBound()) {
                row.setVisible(found);
                row.setManaged(found);
            }
        }
        setVisible(any);
        setManaged(any);
        return any;
    }

    /** What stands on a node and what is on it. */
    private static String words(Node node) {
        String own = node instanceof Labeled labeled ? labeled.getText() : "";
        return !(node instanceof Parent parent)
                ? own
                : parent.getChildrenUnmodifiable().stream()
                        .map(Section::words)
                        .collect(Collectors.joining("\n", own + "\n", ""));
    }

    /** Adds a card for rows. */
    VBox card() {
        VBox card = new VBox();
        card.getStyleClass().addAll("card", "rows");
        getChildren().add(card);
        return card;
    }

    /** Words that follow the language. */
    Label label(Phrase words, String... styles) {
        return label(texts.follow(words), styles);
    }

    /** Words that follow something. */
    static Label label(ObservableValue<String> words, String... styles) {
        Label label = new Label();
        label.textProperty().bind(words);
        label.getStyleClass().addAll(styles);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    /** Adds a row to a card: what it is about, a second line, and what changes it. */
    HBox row(VBox card, Phrase title, Phrase detail, Node... controls) {
        return row(card, texts.follow(title), texts.follow(detail), controls);
    }

    /** The same of words that follow something. */
    static HBox row(
            VBox card,
            ObservableValue<String> title,
            ObservableValue<String> detail,
            Node... controls) {
        VBox words = new VBox(2, label(title, "value"), label(detail, "quiet", "small-text"));
        words.setMinWidth(0);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(words);
        for (Node control : controls) {
            if (control instanceof Region region) {
                region.setMinWidth(USE_PREF_SIZE);
            }
            row.getChildren().add(control);
        }
        row.getStyleClass().add("row");
        if (card.getChildren().isEmpty()) {
            row.getStyleClass().add("first");
        }
        card.getChildren().add(row);
        return row;
    }
}
