package atelier.ui.review;

import atelier.model.review.BlindPair;
import atelier.model.review.Cell;
import atelier.model.review.Contender;
import atelier.model.review.Standing;
import atelier.model.review.VoteOutcome;
import atelier.ui.component.EmptyState;
import atelier.ui.component.Notice;
import atelier.ui.component.PanelHeader;
import atelier.ui.picture.Thumbnails;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Blind votes: two cells of one prompt and seed, whose makers are hidden until the end. */
public final class BlindController {

    private static final int REFERENCES = 6;
    private static final int REFERENCE_SIDE = 56;

    private final ReviewModel model;
    private final BlindModel blind;
    private final Texts texts;
    private final Thumbnails thumbnails;

    @FXML private BorderPane panel;
    @FXML private PanelHeader header;
    @FXML private Button back;
    @FXML private Label pairOf;
    @FXML private ProgressBar progress;
    @FXML private Button undo;
    @FXML private Button end;
    @FXML private HBox references;
    @FXML private VBox referenceRow;
    @FXML private Label prompt;
    @FXML private StackPane wells;
    @FXML private HBox votes;
    @FXML private HBox others;
    @FXML private Button left;
    @FXML private Button right;
    @FXML private Button equal;
    @FXML private Button neither;
    @FXML private Button skip;
    @FXML private Button zoom;
    @FXML private Button blink;
    @FXML private Label hidden;
    @FXML private VBox standings;
    @FXML private Notice more;
    @FXML private VBox lastVotes;
    @FXML private Button promote;

    private final EmptyState empty = new EmptyState();
    private final PicturePane one;
    private final PicturePane other;
    private final PicturePane firstInTurn;
    private final PicturePane secondInTurn;
    private final Tiles tiles = new Tiles();
    private final BlinkView inTurn;

    /** Votes on what that model has open. */
    public BlindController(ReviewModel model, Texts texts, Thumbnails thumbnails) {
        this.model = model;
        this.blind = model.blind();
        this.texts = texts;
        this.thumbnails = thumbnails;
        Zoom both = blind.zoom();
        one = new PicturePane(thumbnails, both);
        other = new PicturePane(thumbnails, both);
        firstInTurn = new PicturePane(thumbnails, both);
        secondInTurn = new PicturePane(thumbnails, both);
        inTurn = new BlinkView(firstInTurn, secondInTurn, blind.blinking());
        empty.setIcon("eye-off");
    }

    @FXML
    void initialize() {
        StandingRows rows = new StandingRows(standings, blind, texts);
        VoteRows given = new VoteRows(lastVotes, blind, texts, thumbnails);
        back.setOnAction(_ -> model.back());
        undo.setOnAction(_ -> blind.undo());
        end.setOnAction(_ -> blind.reveal());
        left.setOnAction(_ -> blind.vote(VoteOutcome.LEFT));
        right.setOnAction(_ -> blind.vote(VoteOutcome.RIGHT));
        equal.setOnAction(_ -> blind.vote(VoteOutcome.EQUAL));
        neither.setOnAction(_ -> blind.vote(VoteOutcome.NEITHER));
        skip.setOnAction(_ -> blind.skip());
        zoom.setOnAction(_ -> blind.zoom().toggle(blind));
        blink.setOnAction(_ -> blind.blinking().set(!blind.blinking().get()));
        promote.setOnAction(_ -> promoteBest());
        for (Region part : new Region[] {referenceRow, promote, more}) {
            part.managedProperty().bind(part.visibleProperty());
        }
        // Before the controls, which would move the focus.
        panel.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        Runnable show =
                () -> {
                    rows.show();
                    given.show();
                    show();
                };
        blind.state().subscribe(show);
        blind.problem().subscribe(show);
        blind.revealed().subscribe(show);
        blind.blinking().subscribe(this::show);
        texts.language().subscribe(show);
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> blind.vote(VoteOutcome.LEFT);
            case RIGHT -> blind.vote(VoteOutcome.RIGHT);
            case DOWN -> blind.vote(VoteOutcome.EQUAL);
            case ESCAPE -> model.back();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void promoteBest() {
        best().ifPresent(standing ->
                model.promote(
                        new ComparedOne(standing.contender(), quality(standing.contender()))));
    }

    private Optional<Standing> best() {
        return blind.state().get().standings().stream()
                .filter(standing -> !standing.contender().column().isBaseline())
                .findFirst();
    }

    private @Nullable Double quality(Contender contender) {
        return model.scores().of(contender).map(score -> score.quality()).orElse(null);
    }

    private void show() {
        OpenComparison open = blind.open();
        BlindState state = blind.state().get();
        if (open == null) {
            return;
        }
        header.setState(texts.say("review.vote-state", open.name()));
        pairOf.setText(texts.say("review.pair-of", state.votes().size(), state.round()));
        progress.setProgress(
                state.round() == 0
                        ? 0
                        : Math.min(1, (double) state.votes().size() / state.round()));
        undo.setDisable(state.votes().isEmpty());
        end.setDisable(blind.revealed().get() || state.votes().isEmpty());
        showReferences(open);
        showPair(open, state);
        showEnd(state);
    }

    private void showReferences(OpenComparison open) {
        List<Path> shown = open.references().stream().limit(REFERENCES).toList();
        referenceRow.setVisible(!shown.isEmpty());
        if (!shown.equals(references.getUserData())) {
            references.setUserData(shown);
            List<ImageView> views = new ArrayList<>();
            for (Path picture : shown) {
                ImageView view = new ImageView();
                view.setFitWidth(REFERENCE_SIDE);
                view.setFitHeight(REFERENCE_SIDE);
                thumbnails.ask(picture, REFERENCE_SIDE, REFERENCE_SIDE, view::setImage);
                views.add(view);
            }
            references.getChildren().setAll(views);
        }
    }

    private void showPair(OpenComparison open, BlindState state) {
        BlindPair pair = state.pair();
        boolean possible = pair != null && blind.problem().get() == null;
        for (Region part : new Region[] {votes, others}) {
            part.setDisable(!possible || (part.equals(votes) && blind.revealed().get()));
        }
        if (pair == null || !possible) {
            prompt.setText("");
            showEmpty();
            return;
        }
        boolean named = blind.revealed().get();
        for (Button button : new Button[] {equal, neither, skip}) {
            button.setDisable(blind.revealed().get());
        }
        prompt.setText(pair.left().prompt().text());
        show(open, pair.left(), named, "review.a", one, firstInTurn);
        show(open, pair.right(), named, "review.b", other, secondInTurn);
        if (blind.blinking().get()) {
            wells.getChildren().setAll(inTurn);
        } else {
            tiles.show(
                    List.of(one, other),
                    (double) open.comparison().settings().height()
                            / open.comparison().settings().width());
            wells.getChildren().setAll(tiles);
        }
    }

    private void show(
            OpenComparison open, Cell cell, boolean named, String key, PicturePane... panes) {
        String name =
                named
                        ? new ReviewWords(texts, open.comparison().axes()).column(cell.column())
                        : texts.say(key);
        for (PicturePane pane : panes) {
            pane.show(cell, open.file(cell), name);
        }
    }

    private void showEmpty() {
        Phrase problem = blind.problem().get();
        boolean busy = blind.busy().get();
        empty.setTitle(texts.say(busy ? "review.reading" : "review.no-pair"));
        empty.setDetail(
                problem != null
                        ? texts.say(problem)
                        : busy ? "" : texts.say("review.no-pair-detail"));
        wells.getChildren().setAll(empty);
    }

    private void showEnd(BlindState state) {
        boolean named = blind.revealed().get();
        hidden.setText(texts.say(named ? "review.names-shown" : "review.names-hidden"));
        promote.setVisible(named && best().isPresent());
        String words =
                state.isOver() && !named
                        ? texts.say("review.round-over")
                        : state.more() == 0
                                ? texts.say("review.told-apart")
                                : state.more() > 0
                                        ? texts.say("review.votes-more", state.more())
                                        : texts.say("review.votes-unknown");
        more.setMore(words);
        more.setKind(
                state.more() == 0 && !state.votes().isEmpty()
                        ? Notice.Kind.SUCCESS
                        : Notice.Kind.INFO);
    }
}
