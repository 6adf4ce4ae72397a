package atelier.ui.generation;

import atelier.ui.shell.QueueRows;
import atelier.ui.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** The column at the right: the adapters, and the queue. */
public final class ShelfController {

    private final GenerationModel model;
    private final Texts texts;

    @FXML private Label count;
    @FXML private TextField search;
    @FXML private VBox cards;
    @FXML private Label none;
    @FXML private Label open;
    @FXML private Button clear;
    @FXML private ScrollPane jobs;

    /** Shows and changes what that model holds. */
    public ShelfController(GenerationModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    @FXML
    void initialize() {
        search.textProperty().bindBidirectional(model.shelf().words());
        clear.setOnAction(_ -> model.queue().clearOver());
        clear.visibleProperty().bind(model.queue().someOver());
        jobs.setContent(new QueueRows(model.queue(), texts));
        open.textProperty().bind(model.queue().unfinished().asString());
        none.managedProperty().bind(none.visibleProperty());
        none.visibleProperty().bind(Bindings.isEmpty(model.shelf().shown()));
        model.shelf().shown().subscribe(this::showCards);
        model.shelf().changes().subscribe(this::showCount);
        model.outlook()
                .subscribe(() -> {
                    for (Node card : cards.getChildren()) {
                        if (card instanceof AdapterCard shown) {
                            shown.showTrigger();
                        }
                    }
                });
        texts.language().subscribe(this::showAll);
        showAll();
    }

    private void showAll() {
        showCards();
        showCount();
    }

    private void showCount() {
        count.setText(
                texts.say(
                        "gen.adapters-on",
                        model.shelf().strengths().size(),
                        model.shelf().count()));
        none.setText(
                texts.say(model.shelf().count() == 0 ? "gen.no-adapters" : "gen.no-such-adapter"));
    }

    private void showCards() {
        Node focus = cards.getScene() == null ? null : cards.getScene().getFocusOwner();
        ShelfAdapter focused =
                cards.getChildren().stream()
                        .map(AdapterCard.class::cast)
                        .filter(card -> card.toggle().equals(focus))
                        .map(AdapterCard::adapter)
                        .findFirst()
                        .orElse(null);
        cards.getChildren()
                .setAll(
                        model.shelf().shown().stream()
                                .map(adapter -> new AdapterCard(model, adapter, texts))
                                .toList());
        // The card that was switched may stand elsewhere now.
        for (Node card : cards.getChildren()) {
            if (card instanceof AdapterCard shown && shown.adapter().equals(focused)) {
                shown.toggle().requestFocus();
            }
        }
    }
}
