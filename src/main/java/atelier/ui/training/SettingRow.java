package atelier.ui.training;

import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A setting: its value, or what changes it with what it means and what is wrong about it. */
final class SettingRow extends VBox {

    private static final String SEVERAL_LINES = "previewPrompts";
    private static final String WRONG = "wrong";
    private static final int FIELD_COLUMNS = 8;

    private final String name;
    private final Texts texts;
    private final Consumer<String> set;
    private final Label title = new Label();
    private final Label value = new Label();
    private final Label help = new Label();
    private final Label error = new Label();
    private final HBox line = new HBox(8);
    private final ObjectProperty<SettingLine> shown = new SimpleObjectProperty<>();
    private @Nullable Control editor;
    private boolean editing;

    /**
     * @param set takes what the user writes
     */
    SettingRow(String name, Texts texts, Consumer<String> set) {
        this.name = name;
        this.texts = texts;
        this.set = set;
        getStyleClass().add("setting-row");
        title.textProperty().bind(texts.follow(Phrase.of("setting." + name)));
        title.getStyleClass().addAll("quiet");
        title.setMinWidth(USE_PREF_SIZE);
        value.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        line.getChildren().setAll(title, space, value);
        line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        help.getStyleClass().addAll("quiet", "caption-text");
        error.getStyleClass().addAll("bad", "small-text");
        for (Label label : new Label[] {help, error}) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        getChildren().add(line);
        shown.subscribe(this::show);
        texts.language().subscribe(() -> show(shown.get()));
    }

    /** Shows it as it is now. */
    void show(@Nullable SettingLine now) {
        if (now == null) {
            return;
        }
        shown.set(now);
        value.setText(texts.written(now.value()));
        value.getStyleClass().setAll("label", now.isOwn() ? "name" : "value");
        help.setText(
                texts.say("setting-help." + name, now.meaning())
                        + " · "
                        + texts.say("training.usual", texts.written(now.usual())));
        error.setText(now.error() == null ? "" : texts.said(now.error()));
        error.setVisible(now.error() != null);
        error.setManaged(now.error() != null);
        if (editor != null) {
            fill(editor, now);
        }
    }

    /** Lets the user change it, or not. */
    void edit(boolean now) {
        if (editing == now) {
            return;
        }
        editing = now;
        getChildren().clear();
        line.getChildren().remove(value);
        if (editor != null) {
            line.getChildren().remove(editor);
        }
        if (!now) {
            line.getChildren().add(value);
            getChildren().add(line);
            return;
        }
        Control control = editor == null ? editor(shown.get()) : editor;
        editor = control;
        fill(control, shown.get());
        if (control instanceof TextArea) {
            getChildren().addAll(line, control, help, error);
        } else {
            line.getChildren().add(control);
            getChildren().addAll(line, help, error);
        }
    }

    private Control editor(SettingLine now) {
        Control made;
        if (now.isSwitch()) {
            CheckBox box = new CheckBox();
            box.setOnAction(_ -> set.accept(Boolean.toString(box.isSelected())));
            made = box;
        } else if (!now.choices().isEmpty()) {
            ComboBox<String> box = new ComboBox<>();
            box.getItems().setAll(now.choices());
            box.setOnAction(_ -> {
                if (box.getValue() != null && !box.getValue().equals(shown.get().value())) {
                    set.accept(box.getValue());
                }
            });
            made = box;
        } else {
            made = name.equals(SEVERAL_LINES) ? area() : field();
        }
        made.setId("setting-" + name);
        made.accessibleTextProperty().bind(title.textProperty());
        return made;
    }

    private TextField field() {
        TextField field = new TextField();
        field.setPrefColumnCount(FIELD_COLUMNS);
        field.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
        field.setOnAction(_ -> commit(field));
        field.focusedProperty()
                .subscribe(focused -> {
                    if (!focused) {
                        commit(field);
                    }
                });
        return field;
    }

    private TextArea area() {
        TextArea area = new TextArea();
        area.setPrefRowCount(3);
        area.setWrapText(true);
        area.focusedProperty()
                .subscribe(focused -> {
                    if (!focused) {
                        commit(area);
                    }
                });
        return area;
    }

    private void commit(TextInputControl control) {
        if (!control.getText().equals(shown.get().value())) {
            set.accept(control.getText());
        }
    }

    private static void fill(Node control, SettingLine now) {
        switch (control) {
            case CheckBox box -> box.setSelected(Boolean.parseBoolean(now.value()));
            case ComboBox<?> box -> choose(box, now.value());
            case TextInputControl text -> {
                if (!text.getText().equals(now.value())) {
                    text.setText(now.value());
                }
                text.getStyleClass().remove(WRONG);
                if (now.error() != null) {
                    text.getStyleClass().add(WRONG);
                }
            }
            default -> throw new IllegalArgumentException(control.toString());
        }
    }

    private static <T> void choose(ComboBox<T> box, String value) {
        box.getItems().stream().filter(value::equals).findFirst().ifPresent(box::setValue);
    }
}
