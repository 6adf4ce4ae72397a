package atelier.ui.firststart;

import atelier.model.settings.DeviceChoice;
import atelier.model.settings.Look;
import atelier.ui.component.AppearanceChoices;
import atelier.ui.component.FileDrop;
import atelier.ui.component.InSight;
import atelier.ui.component.Notice;
import atelier.ui.component.Segments;
import atelier.ui.picture.Thumbnails;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import atelier.ui.training.Trainee;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The first minute: three steps, the sheet of pictures, and what was found. */
public final class FirstStartController {

    private static final double ROOMY = 1150;
    private static final String TIGHT = "tight";

    private final FirstStartModel model;
    private final Texts texts;
    private final ObjectProperty<Look> look;
    private final Thumbnails thumbnails;
    private final Consumer<Consumer<List<Path>>> chooseFiles;
    private final StepCard lookCard;
    private final StepCard trainCard;
    private final StepCard drawCard;

    @FXML private BorderPane panel;
    @FXML private HBox middle;
    @FXML private VBox right;
    @FXML private Label title;
    @FXML private Label lead;
    @FXML private VBox steps;
    @FXML private HBox drop;
    @FXML private Button choose;
    @FXML private SheetView sheet;
    @FXML private Label origin;
    @FXML private Notice device;
    @FXML private HBox stays;
    @FXML private Segments languages;
    @FXML private Segments looks;

    /**
     * @param look dark or light
     * @param chooseFiles lets the user choose files, and hands them on
     */
    public FirstStartController(
            FirstStartModel model,
            Texts texts,
            ObjectProperty<Look> look,
            Thumbnails thumbnails,
            Consumer<Consumer<List<Path>>> chooseFiles) {
        this.model = model;
        this.texts = texts;
        this.look = look;
        this.thumbnails = thumbnails;
        this.chooseFiles = chooseFiles;
        lookCard = new StepCard(texts, 1, Phrase.of("first.look"), "1", model::lookAtPictures);
        trainCard = new StepCard(texts, 2, Phrase.of("first.train"), "2", model::train);
        drawCard = new StepCard(texts, 3, Phrase.of("first.draw"), "3", model::draw);
    }

    @FXML
    void initialize() {
        steps.getChildren().setAll(lookCard, trainCard, drawCard);
        choose.setOnAction(_ -> chooseFiles.accept(model::own));
        stays.managedProperty().bind(stays.visibleProperty());
        origin.visibleProperty().bind(origin.textProperty().isNotEmpty());
        AppearanceChoices.languages(languages, "first-", texts, texts.language());
        AppearanceChoices.looks(
                looks, "first-", List.of(Look.DARK, Look.LIGHT), false, texts, look);
        InSight sight = new InSight();
        sight.follow(panel);
        Runnable show = sight.only(this::show);
        model.views().subscribe(show);
        texts.language().subscribe(show);
        Runnable showSheet = sight.only(this::showSheet);
        model.cells().subscribe(showSheet);
        panel.widthProperty().subscribe(() -> arrange());
        new FileDrop(drop, model::own).on(panel);
        show.run();
        showSheet.run();
    }

    private void arrange() {
        boolean roomy = panel.getWidth() >= ROOMY;
        stays.setVisible(roomy);
        middle.setSpacing(roomy ? 48 : 24);
        panel.getStyleClass().remove(TIGHT);
        if (!roomy) {
            panel.getStyleClass().add(TIGHT);
        }
    }

    private void show() {
        Found found = model.found().get();
        Trainee trainee = found == null ? null : found.trainee();
        String name = trainee == null ? "" : trainee.character().name();
        title.setText(
                trainee == null ? texts.say("first.title-nobody") : texts.say("first.title", name));
        lead.setText(lead(found));
        origin.setText(found != null && found.sample() ? texts.say("first.origin") : "");
        StepViews views = model.views().get();
        StepView train = views.train();
        StepView draw = views.draw();
        boolean trains = train.state().isUsersTurn() && found != null && found.starter();
        Phrase start = Phrase.of("training.start", name);
        boolean draws = !trains && draw.state().isUsersTurn();
        lookCard.show(views.look(), "image", Phrase.of("first.open"), trainee != null, false);
        trainCard.show(
                train,
                trains ? icon(train, "trending-up") : "trending-up",
                trains ? label(train, start) : start,
                trains,
                trains);
        drawCard.show(
                draw,
                icon(draw, "zap"),
                draw.state() == StepState.DONE
                        ? Phrase.of("first.open")
                        : label(draw, Phrase.of("first.generate")),
                draws || draw.state() == StepState.DONE,
                draws);
        showDevice(found);
    }

    private String lead(@Nullable Found found) {
        Trainee trainee = found == null ? null : found.trainee();
        if (found == null || trainee == null) {
            return texts.say(found == null ? "first.lead-soon" : "first.lead-nobody");
        }
        return texts.say(
                found.sample() ? "first.lead" : "first.lead-own",
                trainee.character().name(),
                trainee.pictures());
    }

    private static String icon(StepView step, String usual) {
        return switch (step.state()) {
            case PAUSED -> "play";
            case FAILED -> "rotate-cw";
            default -> usual;
        };
    }

    private static Phrase label(StepView step, Phrase usual) {
        return switch (step.state()) {
            case PAUSED -> Phrase.of("job.resume");
            case FAILED -> Phrase.of("job.retry");
            default -> usual;
        };
    }

    private void showDevice(@Nullable Found found) {
        device.setVisible(found != null);
        if (found != null) {
            String kind = found.device() == DeviceChoice.CPU ? "cpu" : kind(found.device());
            device.setFact(texts.say("first.device-" + kind));
            device.setMore(texts.say("first.device-more-" + kind));
        }
    }

    private static String kind(DeviceChoice found) {
        return found == DeviceChoice.CUDA ? "cuda" : "mps";
    }

    private void showSheet() {
        right.setVisible(!model.cells().isEmpty());
        sheet.show(model.cells(), thumbnails, texts);
    }
}
