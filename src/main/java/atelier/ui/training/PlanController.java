package atelier.ui.training;

import atelier.model.training.Speed;
import atelier.model.training.Subject;
import atelier.ui.component.InSight;
import atelier.ui.component.Notice;
import atelier.ui.component.Segments;
import atelier.ui.component.Styles;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import atelier.ui.theme.Icons;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The plan of a run: what is learnt, how fast, and every setting. */
public final class PlanController {

    /** What is shown of a plan where nothing is changed. */
    private static final List<String> USUALLY_SHOWN =
            List.of(
                    "targets",
                    "rank",
                    "optimizer",
                    "learningRate",
                    "learningRateSchedule",
                    "batchSize",
                    "resolution",
                    "minSnrGamma");

    private final TrainingModel model;
    private final Texts texts;
    private final InSight sight;
    private final Map<Speed, SpeedCard> speedCards = new EnumMap<>(Speed.class);
    private final Map<String, SettingRow> rows = new LinkedHashMap<>();
    private final BooleanProperty allShown = new SimpleBooleanProperty();

    @FXML private Label chip;
    @FXML private Hyperlink back;
    @FXML private Segments subjects;
    @FXML private Label speeds;
    @FXML private VBox cards;
    @FXML private VBox fields;
    @FXML private ComboBox<BaseModel> base;
    @FXML private TextField trigger;
    @FXML private Hyperlink all;
    @FXML private VBox settings;
    @FXML private Notice notice;
    @FXML private Button action;

    /**
     * Shows the plan of that model.
     *
     * @param sight whether the panel can be seen
     */
    public PlanController(TrainingModel model, Texts texts, InSight sight) {
        this.model = model;
        this.texts = texts;
        this.sight = sight;
    }

    @FXML
    void initialize() {
        PlanModel plan = model.plan();
        for (Subject subject :
                List.of(Subject.PORTRAIT, Subject.CHARACTER, Subject.STYLE, Subject.PRODUCT)) {
            subjects.add(
                    "training-subject-" + subject,
                    texts.follow(Phrase.of("training.subject-" + subject)),
                    "",
                    subject,
                    plan.subject());
        }
        ToggleGroup group = new ToggleGroup();
        for (Speed speed : Speed.values()) {
            SpeedCard card = new SpeedCard(speed, texts, group, plan.speed());
            speedCards.put(speed, card);
            cards.getChildren().add(card);
        }
        Names.choice(
                base,
                texts,
                one -> one.isStarter() ? Phrase.of("training.starter") : Phrase.plain(one.name()));
        base.setItems(model.models());
        base.valueProperty().bindBidirectional(plan.base());
        trigger.textProperty().bindBidirectional(plan.trigger());
        back.setOnAction(_ -> model.dropCopy());
        all.setOnAction(_ -> allShown.set(!allShown.get()));
        Runnable show = sight.only(this::show);
        Stream.of(model.job(), model.forecasts(), model.copying(), texts.language(), plan.speed())
                .forEach(value -> value.subscribe(show));
        Runnable showSettings = sight.only(this::showSettings);
        plan.settings().subscribe(showSettings);
        plan.trigger().subscribe(() -> showFoot());
        allShown.subscribe(() -> arrange());
        showSettings.run();
        show.run();
    }

    private static String locked(RunStage stage) {
        if (stage == RunStage.PAUSED) {
            return "training.lockedPaused";
        }
        return stage.isOpen() ? "training.locked" : "training.lockedOver";
    }

    private void show() {
        boolean locked = model.locked();
        back.setVisible(model.copying().get());
        back.setManaged(model.copying().get());
        chip.setVisible(locked || model.copying().get());
        chip.setText(texts.say(locked ? locked(model.stage()) : "training.copied"));
        Icons.put(chip, locked ? "lock" : "copy");
        for (Node part : List.of(subjects, cards, fields)) {
            // Not dimmed, as it is what the run is trained by.
            part.setMouseTransparent(locked);
        }
        Stream.concat(
                        subjects.getChildren().stream(),
                        Stream.concat(speedCards.values().stream(), Stream.of(base, trigger)))
                .forEach(control -> control.setFocusTraversable(!locked));
        trigger.setEditable(!locked);
        speeds.setText(texts.say("training.speeds", model.plan().pictures()));
        speedCards.forEach((speed, card) ->
                card.show(
                        model.forecasts().get().get(speed),
                        locked && model.stage() == RunStage.RUNNING));
        arrange();
        showFoot();
    }

    private void showFoot() {
        Phrase obstacle = model.obstacle();
        boolean locked = model.locked();
        Phrase words = locked ? Phrase.of("training.copyFirst") : obstacle;
        notice.setVisible(words != null);
        notice.setManaged(words != null);
        notice.setKind(locked ? Notice.Kind.INFO : Notice.Kind.WARNING);
        notice.setMore(words == null ? "" : texts.say(words));
        Trainee trainee = model.trainee().get();
        String name = trainee == null ? "" : trainee.character().name();
        action.setText(
                locked ? texts.say("training.copy") : texts.say("training.start", name).strip());
        Icons.put(action, locked ? "copy" : "trending-up");
        action.setOnAction(_ -> act());
        action.setDisable(!locked && (obstacle != null || model.plan().base().get() == null));
        Styles.set(action, "accent", !locked);
    }

    private void act() {
        if (model.locked()) {
            model.copyPlan();
        } else {
            model.train();
        }
    }

    private void showSettings() {
        boolean known = !rows.isEmpty();
        for (SettingLine line : model.plan().settings().get()) {
            rows.computeIfAbsent(
                            line.name(),
                            name ->
                                    new SettingRow(
                                            name, texts, text -> model.plan().set(name, text)))
                    .show(line);
        }
        // While all are shown their order stays, so that nothing jumps under the pointer.
        if (!known || !allShown.get()) {
            arrange();
        }
        showFoot();
    }

    private void arrange() {
        boolean locked = model.locked();
        List<SettingLine> lines = model.plan().settings().get();
        all.setText(
                allShown.get()
                        ? texts.say("training.fewer")
                        : texts.say("training.all", lines.size()));
        List<Node> shown = new ArrayList<>();
        for (SettingLine line : lines) {
            @Nullable SettingRow row = rows.get(line.name());
            if (row != null && (allShown.get() || isShown(line))) {
                row.edit(allShown.get() && !locked);
                shown.add(row);
            }
        }
        if (!settings.getChildren().equals(shown)) {
            settings.getChildren().setAll(shown);
        }
    }

    private static boolean isShown(SettingLine line) {
        return line.isOwn() || USUALLY_SHOWN.contains(line.name());
    }
}
