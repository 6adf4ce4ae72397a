package atelier.ui.generation;

import atelier.model.generation.PromptStyle;
import atelier.ui.text.Texts;
import atelier.ui.theme.Icons;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/** The styles that are on, as chips that take themselves away, and a menu of the others. */
final class StyleChips {

    private final GenerationModel model;
    private final Texts texts;
    private final FlowPane chips;
    private final MenuButton add;

    StyleChips(GenerationModel model, Texts texts, FlowPane chips, MenuButton add) {
        this.model = model;
        this.texts = texts;
        this.chips = chips;
        this.add = add;
    }

    /** Begins to follow the model. */
    void follow() {
        add.setMinWidth(Region.USE_PREF_SIZE);
        model.form().styles().subscribe(this::show);
        model.styles().subscribe(this::show);
        texts.language().subscribe(this::show);
        show();
    }

    private void show() {
        List<Node> nodes = new ArrayList<>();
        List<String> on = model.form().styles();
        for (String name : on) {
            ToggleButton chip = new ToggleButton(name, Icons.of("x"));
            chip.getStyleClass().setAll("chip");
            chip.setContentDisplay(ContentDisplay.RIGHT);
            chip.setSelected(true);
            chip.setMinWidth(Region.USE_PREF_SIZE);
            chip.setOnAction(_ -> model.form().styles().remove(name));
            nodes.add(chip);
        }
        nodes.add(add);
        chips.getChildren().setAll(nodes);
        List<MenuItem> items = new ArrayList<>();
        for (PromptStyle style : model.styles()) {
            if (!on.contains(style.name())) {
                MenuItem item = new MenuItem(style.name());
                item.setOnAction(_ -> model.form().styles().add(style.name()));
                items.add(item);
            }
        }
        items.add(new SeparatorMenuItem());
        items.add(saver());
        add.getItems().setAll(items);
    }

    private MenuItem saver() {
        TextField name = new TextField();
        name.setId("style-name");
        name.setPromptText(texts.say("gen.keep-style"));
        name.setPrefWidth(220);
        CustomMenuItem item = new CustomMenuItem(name, false);
        name.setOnAction(_ -> {
            if (!name.getText().isBlank() && !model.form().prompt().get().isBlank()) {
                model.saveStyle(name.getText());
                add.hide();
            }
        });
        return item;
    }
}
