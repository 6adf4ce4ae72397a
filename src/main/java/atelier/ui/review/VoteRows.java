package atelier.ui.review;

import atelier.model.review.Cell;
import atelier.model.review.Vote;
import atelier.ui.picture.Thumbnails;
import atelier.ui.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The votes given last, the newest first. */
final class VoteRows {

    private static final int MOST = 6;
    private static final int SIDE = 36;

    private final VBox box;
    private final BlindModel model;
    private final Texts texts;
    private final Thumbnails thumbnails;
    private final List<Thumbnails.Request> requests = new ArrayList<>();

    VoteRows(VBox box, BlindModel model, Texts texts, Thumbnails thumbnails) {
        this.box = box;
        this.model = model;
        this.texts = texts;
        this.thumbnails = thumbnails;
    }

    /** Shows those there are. */
    void show() {
        requests.forEach(Thumbnails.Request::callOff);
        requests.clear();
        List<Vote> votes = model.state().get().votes();
        List<Node> rows = new ArrayList<>();
        for (Vote vote : votes.reversed().stream().limit(MOST).toList()) {
            Cell left = model.cell(vote.left());
            Cell right = model.cell(vote.right());
            if (left != null && right != null) {
                rows.add(row(vote, left, right));
            }
        }
        box.getChildren().setAll(rows);
    }

    private HBox row(Vote vote, Cell left, Cell right) {
        Label prompt = new Label(left.prompt().text());
        prompt.getStyleClass().add("small-text");
        prompt.setMaxWidth(Double.MAX_VALUE);
        prompt.setMinWidth(0);
        HBox.setHgrow(prompt, Priority.ALWAYS);
        Label outcome =
                new Label(
                        texts.say(
                                "review.outcome-"
                                        + vote.outcome().name().toLowerCase(Locale.ROOT)));
        outcome.getStyleClass().addAll("chip", "still");
        outcome.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(8, picture(left), picture(right), prompt, outcome);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node picture(Cell cell) {
        ImageView view = new ImageView();
        view.setFitWidth(SIDE);
        view.setFitHeight(SIDE);
        Path file = model.file(cell);
        if (file != null) {
            requests.add(thumbnails.ask(file, SIDE, SIDE, view::setImage));
        }
        return view;
    }
}
