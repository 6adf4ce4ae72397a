package atelier.ui.training;

import atelier.model.job.JobStatus;
import atelier.ui.component.CurveChart;
import atelier.ui.component.InSight;
import atelier.ui.component.Notice;
import atelier.ui.picture.Thumbnails;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A run: what it came to so far, its curves and previews. */
public final class RunController {

    private static final double WIDE = 920;
    private static final double SIDE = 306;

    private final TrainingModel model;
    private final Texts texts;
    private final Clock clock;
    private final Thumbnails thumbnails;
    private final InSight sight;
    private final Consumer<Path> comparing;

    @FXML private ScrollPane scroll;
    @FXML private Notice notice;
    @FXML private GridPane stats;
    @FXML private GridPane charts;
    @FXML private VBox lossCard;
    @FXML private VBox rateCard;
    @FXML private VBox secondsCard;
    @FXML private HBox legend;
    @FXML private CurveChart loss;
    @FXML private CurveChart rate;
    @FXML private CurveChart seconds;
    @FXML private Label waiting;
    @FXML private Label rateNow;
    @FXML private Label secondsMean;
    @FXML private HBox chosen;
    @FXML private Label chosenStep;
    @FXML private Button generate;
    @FXML private Button keep;
    @FXML private Button compare;
    @FXML private GridPane prompts;
    @FXML private GridPane previews;
    @FXML private ScrollPane strip;

    private @Nullable StatRow statRow;
    private @Nullable RunCharts runCharts;
    private @Nullable PreviewStrip previewStrip;
    private boolean wide;
    private @Nullable Object shownPreviews;

    /**
     * Shows the run of that model.
     *
     * @param clock for when it ends
     * @param sight whether the panel can be seen
     * @param comparing goes to where the checkpoints in a folder are compared
     */
    public RunController(
            TrainingModel model,
            Texts texts,
            Thumbnails thumbnails,
            Clock clock,
            InSight sight,
            Consumer<Path> comparing) {
        this.model = model;
        this.texts = texts;
        this.clock = clock;
        this.thumbnails = thumbnails;
        this.sight = sight;
        this.comparing = comparing;
    }

    @FXML
    void initialize() {
        StatRow row = new StatRow(stats, texts, clock);
        RunCharts curves = new RunCharts(loss, rate, seconds, texts);
        statRow = row;
        runCharts = curves;
        previewStrip =
                new PreviewStrip(
                        prompts,
                        previews,
                        strip,
                        texts,
                        thumbnails,
                        step -> model.chosen().set(step));
        for (String curve : new String[] {"raw", "smoothed", "probe"}) {
            legend.getChildren().add(legend(curve));
        }
        generate.setOnAction(_ -> model.generateWithChosen());
        keep.setOnAction(_ -> model.keepChosen());
        compare.setOnAction(_ -> compareAll());
        arrange(true);
        scroll.widthProperty().subscribe(width -> arrange(width.doubleValue() >= WIDE));
        Runnable show = sight.only(this::show);
        Stream.of(
                        model.job(),
                        model.run(),
                        model.forecasts(),
                        model.copying(),
                        model.plan().settings(),
                        model.plan().speed())
                .forEach(value -> value.subscribe(show));
        model.chosen().subscribe(() -> showPreviews(true));
        texts.language()
                .subscribe(
                        sight.only(() -> {
                            show();
                            showPreviews(true);
                        }));
        show.run();
    }

    private HBox legend(String curve) {
        Region line = new Region();
        line.getStyleClass().addAll("legend-line", curve);
        Label words = new Label();
        words.textProperty()
                .bind(
                        texts.follow(
                                switch (curve) {
                                    case "raw" -> Phrase.of("training.raw");
                                    case "smoothed" -> Phrase.of("training.smoothed");
                                    default -> Phrase.of("training.probe");
                                }));
        words.getStyleClass().add("small-text");
        words.setMinWidth(Region.USE_PREF_SIZE);
        HBox both = new HBox(6, line, words);
        both.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return both;
    }

    /** Places the charts beside each other, or under each other where there is little room. */
    private void arrange(boolean now) {
        if (statRow != null) {
            statRow.arrange(now ? 6 : 3);
        }
        if (wide == now && !charts.getChildren().isEmpty() && charts.getUserData() != null) {
            return;
        }
        wide = now;
        charts.setUserData(now);
        charts.getChildren().clear();
        charts.getColumnConstraints().clear();
        charts.getRowConstraints().clear();
        ColumnConstraints first = new ColumnConstraints();
        first.setHgrow(Priority.ALWAYS);
        ColumnConstraints second = new ColumnConstraints();
        RowConstraints row = new RowConstraints();
        row.setVgrow(Priority.ALWAYS);
        if (now) {
            second.setMinWidth(SIDE);
            second.setMaxWidth(SIDE);
            charts.add(lossCard, 0, 0, 1, 2);
            charts.add(rateCard, 1, 0);
            charts.add(secondsCard, 1, 1);
        } else {
            first.setPercentWidth(50);
            second.setPercentWidth(50);
            charts.add(lossCard, 0, 0, 2, 1);
            charts.add(rateCard, 0, 1);
            charts.add(secondsCard, 1, 1);
        }
        charts.getColumnConstraints().addAll(first, second);
        charts.getRowConstraints().addAll(row, row);
    }

    private void show() {
        if (statRow == null || runCharts == null) {
            return;
        }
        RunView run = model.run().get();
        statRow.show(model);
        runCharts.show(model);
        boolean begun = run.done() > 0;
        waiting.setText(begun ? "" : texts.say("training.first-point"));
        rateNow.setText(begun ? texts.say("training.rate-now", run.rate().last()) : "");
        secondsMean.setText(
                begun
                        ? texts.say(
                                "training.seconds-mean",
                                Arrays.stream(run.seconds().values()).average().orElse(0))
                        : "");
        showNotice(run);
        showPreviews(false);
    }

    private void showNotice(RunView run) {
        TrainingJob job = model.job().get();
        RunStage stage = model.stage();
        Phrase fact =
                switch (stage) {
                    case PAUSED -> Phrase.of("training.paused", run.done(), run.steps());
                    case FAILED -> Phrase.of("training.failed");
                    case CANCELLED -> Phrase.of("training.cancelled", run.done(), run.steps());
                    case DONE ->
                            Phrase.of("training.trained", job == null ? "" : job.job().title());
                    default -> null;
                };
        notice.setVisible(fact != null);
        notice.setManaged(fact != null);
        if (fact == null || job == null) {
            return;
        }
        JobStatus status = job.job().status();
        notice.setFact(texts.say(fact));
        boolean saved = run.done() > 0;
        notice.setLink(
                switch (stage) {
                    case PAUSED -> texts.say("training.resume");
                    case DONE -> "";
                    default ->
                            saved && !run.checkpoints().isEmpty()
                                    ? texts.say("training.retry", run.checkpoints().lastKey())
                                    : texts.say("training.retry-fresh");
                });
        notice.setOnLink(_ -> model.pauseOrResume());
        notice.setKind(
                switch (stage) {
                    case PAUSED -> Notice.Kind.WARNING;
                    case DONE -> Notice.Kind.SUCCESS;
                    case CANCELLED -> Notice.Kind.INFO;
                    default -> Notice.Kind.DANGER;
                });
        notice.setMore(
                stage == RunStage.PAUSED
                        ? texts.say("training.paused-more")
                        : (texts.said(status.happened()) + " " + texts.said(status.kept()))
                                .strip());
    }

    /** All checkpoints of the run, which lie in one folder. */
    private void compareAll() {
        model.run().get().checkpoints().values().stream()
                .map(Path::getParent)
                .findFirst()
                .ifPresent(comparing);
    }

    private void showPreviews(boolean always) {
        RunView run = model.run().get();
        Object now = java.util.List.of(run.previews(), run.prompts(), run.lowestProbe());
        Long step = model.chosen().get();
        chosen.setVisible(step != null);
        chosenStep.setText(step == null ? "" : texts.say("training.at-step", step));
        for (Button button : new Button[] {generate, keep}) {
            button.setDisable(!model.isKept());
        }
        compare.setDisable(run.checkpoints().isEmpty());
        Node holder = chosen;
        holder.setAccessibleText(model.isKept() ? "" : texts.say("training.not-kept"));
        if (step != null && !model.isKept()) {
            chosenStep.setText(
                    texts.say("training.at-step", step) + " · " + texts.say("training.not-kept"));
        }
        if (previewStrip != null && (always || !now.equals(shownPreviews))) {
            shownPreviews = now;
            previewStrip.show(run, step);
        }
    }
}
