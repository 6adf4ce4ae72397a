package atelier.ui.review;

import atelier.model.library.CharacterRecord;
import atelier.model.review.Cell;
import atelier.model.review.ColumnScore;
import atelier.model.review.QualityWeights;
import atelier.ui.component.CurveChart;
import atelier.ui.component.EmptyState;
import atelier.ui.component.ValueSlider;
import atelier.ui.picture.Thumbnails;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The column at the right: what was measured, and who leads. */
public final class ScoresController {

    private static final int PICTURE = 52;
    private static final double STEP = 0.05;

    private final ReviewModel model;
    private final ScoresModel scores;
    private final Texts texts;
    private final Thumbnails thumbnails;
    private Thumbnails.@Nullable Request request;

    @FXML private Button measure;
    @FXML private EmptyState none;
    @FXML private Button measureFirst;
    @FXML private ScrollPane measured;
    @FXML private FlowPane legend;
    @FXML private CurveChart chart;
    @FXML private VBox table;
    @FXML private VBox findings;
    @FXML private ToggleButton weigh;
    @FXML private VBox weights;
    @FXML private ValueSlider clip;
    @FXML private ValueSlider features;
    @FXML private ValueSlider ssim;
    @FXML private VBox leader;
    @FXML private ImageView leaderPicture;
    @FXML private Label leaderName;
    @FXML private Label leaderDetail;
    @FXML private Button promote;

    /** Shows what was measured of what that model has open. */
    public ScoresController(ReviewModel model, Texts texts, Thumbnails thumbnails) {
        this.model = model;
        this.scores = model.scores();
        this.texts = texts;
        this.thumbnails = thumbnails;
    }

    @FXML
    void initialize() {
        ScoreTable lines = new ScoreTable(table, scores, texts, scores.chosen()::set);
        ScoreCurves curves = new ScoreCurves(chart, legend, scores, texts);
        ScoreFindings found = new ScoreFindings(scores, texts);
        for (Region part : new Region[] {none, measured, weights, leader, measure}) {
            part.managedProperty().bind(part.visibleProperty());
        }
        measure.setOnAction(_ -> model.measure());
        measureFirst.setOnAction(_ -> model.measure());
        promote.setOnAction(_ -> model.promote());
        weights.visibleProperty().bind(weigh.selectedProperty());
        beginWeights();
        Runnable show =
                () -> {
                    OpenComparison open = model.opened().get();
                    boolean any = open != null && scores.scores().get() != null;
                    none.setVisible(!any);
                    measured.setVisible(any);
                    measure.setVisible(any);
                    leader.setVisible(any && scores.leader().isPresent());
                    CharacterRecord subject = open == null ? null : model.measuredBy(open);
                    measureFirst.setText(
                            subject == null
                                    ? texts.say("review.measure")
                                    : texts.say("review.measure-by", subject.name()));
                    boolean busy = model.isBusy();
                    measure.setDisable(busy);
                    measureFirst.setDisable(busy);
                    if (open != null && any) {
                        lines.show(open);
                        curves.show();
                        findings.getChildren().setAll(found.of(open));
                        showLeader(open);
                    }
                };
        model.opened().subscribe(show);
        model.job().subscribe(show);
        model.order().form().subject().subscribe(show);
        scores.scores().subscribe(show);
        scores.chosen().subscribe(show);
        texts.language().subscribe(show);
    }

    private void beginWeights() {
        QualityWeights usual = QualityWeights.USUAL;
        QualityWeights now = scores.weights().get();
        begin(clip, usual.clip(), now.clip(), "review.metric-clip-image");
        begin(features, usual.features(), now.features(), "review.metric-features");
        begin(ssim, usual.ssim(), now.ssim(), "review.metric-ssim");
    }

    private void begin(ValueSlider slider, double usual, double now, String name) {
        slider.range(0, 1, STEP, usual, 2);
        slider.valueProperty().set(now);
        slider.textProperty().bind(texts.follow(Phrase.of(name)));
        slider.slider().accessibleTextProperty().bind(texts.follow(Phrase.of(name)));
        texts.language()
                .subscribe(_ -> slider.write(value -> texts.say("number.hundredths", value)));
        slider.valueProperty()
                .subscribe((_, _) ->
                        scores.weights()
                                .set(
                                        new QualityWeights(
                                                clip.valueProperty().get(),
                                                features.valueProperty().get(),
                                                ssim.valueProperty().get())));
    }

    private void showLeader(OpenComparison open) {
        Optional<ColumnScore> shown = scores.leader();
        if (shown.isEmpty()) {
            return;
        }
        ColumnScore score = shown.get();
        String name = new ReviewWords(texts, open.comparison().axes()).column(score.column());
        boolean best = scores.chosen().get() == null;
        leaderName.setText(texts.say(title(score, best), name));
        leaderDetail.setText(String.join("\n", details(score)));
        promote.setDisable(score.column().isBaseline());
        showPicture(open, score);
    }

    private String title(ColumnScore score, boolean best) {
        if (!best) {
            return "review.looked-at";
        }
        // The best of the adapters does not lead where all of them did harm.
        return scores.isBelowPlain(score) ? "review.best-adapter" : "review.leads";
    }

    /** How good it is, and what it must be looked at for. */
    private List<String> details(ColumnScore score) {
        List<String> lines = new ArrayList<>();
        Double quality = score.quality();
        if (quality != null) {
            lines.add(texts.say("review.quality-of", quality, Phrase.of(ScoreWords.band(quality))));
        }
        if (scores.isBelowPlain(score)) {
            lines.add(texts.say("review.below-plain"));
        }
        if (!score.copies().isEmpty()) {
            lines.add(texts.say("review.alarms", score.copies().size()));
        }
        if (score.leaks()) {
            lines.add(texts.say("review.leaks-too"));
        }
        if (score.copies().isEmpty() && !score.leaks()) {
            lines.add(texts.say("review.no-alarm"));
        }
        return lines;
    }

    private void showPicture(OpenComparison open, ColumnScore score) {
        if (request != null) {
            request.callOff();
            request = null;
        }
        leaderPicture.setImage(null);
        for (Cell cell : open.cells()) {
            if (open.has(cell)
                    && cell.column().equals(score.column())
                    && cell.model().name().equals(score.model())) {
                request =
                        thumbnails.ask(open.file(cell), PICTURE, PICTURE, leaderPicture::setImage);
                return;
            }
        }
    }
}
