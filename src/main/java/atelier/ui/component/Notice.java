package atelier.ui.component;

import atelier.ui.theme.Icons;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.event.ActionEvent;
import javafx.event.EventHandler;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says something in a panel: an icon, the fact in bold, more of it, and what to do as a link. */
public final class Notice extends HBox {

    /** How grave it is. */
    public enum Kind {
        /** Good to know. */
        INFO("info"),
        /** Something went well. */
        SUCCESS("check-circle"),
        /** Something to decide. */
        WARNING("alert-triangle"),
        /** Something is broken. */
        DANGER("alert-circle");

        private final String icon;

        Kind(String icon) {
            this.icon = icon;
        }
    }

    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>();
    private final FontIcon icon = Icons.of("info");
    private final Text fact = new Text();
    private final Text more = new Text();
    private final Hyperlink link = new Hyperlink();

    /** An empty one that is good to know. */
    public Notice() {
        getStyleClass().add("notice");
        fact.getStyleClass().add("strong");
        Text space = new Text(" ");
        space.visibleProperty().bind(fact.textProperty().isNotEmpty());
        Text beforeLink = new Text(" ");
        TextFlow words = new TextFlow(fact, space, more, beforeLink, link);
        words.setMinHeight(USE_PREF_SIZE);
        space.managedProperty().bind(fact.textProperty().isNotEmpty());
        link.managedProperty().bind(link.textProperty().isNotEmpty());
        link.visibleProperty().bind(link.textProperty().isNotEmpty());
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(icon, words);
        setAccessibleRole(AccessibleRole.TEXT);
        accessibleTextProperty().bind(fact.textProperty().concat(" ").concat(more.textProperty()));
        kind.subscribe((before, now) -> {
            if (before != null) {
                getStyleClass().remove(styleClass(before));
            }
            getStyleClass().add(styleClass(now));
            icon.setIconLiteral(Icons.literal(now.icon));
        });
        kind.set(Kind.INFO);
        setMinHeight(USE_PREF_SIZE);
    }

    private static String styleClass(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** How grave it is. */
    public ObjectProperty<Kind> kindProperty() {
        return kind;
    }

    /** How grave it is. */
    public Kind getKind() {
        return kind.get();
    }

    /** Sets how grave it is. */
    public void setKind(Kind value) {
        kind.set(value);
    }

    /** The fact, in bold; may be empty. */
    public StringProperty factProperty() {
        return fact.textProperty();
    }

    /** The fact, in bold. */
    public String getFact() {
        return fact.getText();
    }

    /** Sets the fact. */
    public void setFact(String words) {
        fact.setText(words);
    }

    /** What else there is to say. */
    public StringProperty moreProperty() {
        return more.textProperty();
    }

    /** What else there is to say. */
    public String getMore() {
        return more.getText();
    }

    /** Sets what else there is to say. */
    public void setMore(String words) {
        more.setText(words);
    }

    /** What to do about it; empty where there is nothing. */
    public StringProperty linkProperty() {
        return link.textProperty();
    }

    /** What to do about it. */
    public String getLink() {
        return link.getText();
    }

    /** Sets what to do about it. */
    public void setLink(String words) {
        link.setText(words);
    }

    /** Does what the link says. */
    public ObjectProperty<EventHandler<ActionEvent>> onLinkProperty() {
        return link.onActionProperty();
    }

    /** Does what the link says. */
    public EventHandler<ActionEvent> getOnLink() {
        return link.getOnAction();
    }

    /** Sets what the link does. */
    public void setOnLink(EventHandler<ActionEvent> action) {
        link.setOnAction(action);
    }
}
