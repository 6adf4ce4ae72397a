package atelier.ui.firststart;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.generation.PreviewPicture;
import atelier.model.job.JobState;
import atelier.model.job.JobStatus;
import atelier.model.job.Progress;
import atelier.model.training.AdapterForecast;
import atelier.model.training.ForecastNeed;
import atelier.model.training.TimeForecast;
import atelier.model.training.TimePart;
import atelier.model.training.TrainingForecast;
import atelier.service.starter.FirstOrders;
import atelier.ui.shell.Toast;
import atelier.ui.shell.ToastModel;
import atelier.ui.text.Phrase;
import atelier.ui.training.SpeedForecast;
import atelier.ui.work.Background;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The first steps over a queue that only remembers, without a toolkit. */
class FirstStartModelTest {

    private static final JobStatus RUNNING = JobStatus.ORDERED.begun(Instant.EPOCH);
    private static final JobStatus DONE = RUNNING.over(JobState.DONE, "", "", Instant.EPOCH);

    private final FakeFirstStart work = new FakeFirstStart();
    private final ToastModel toasts = new ToastModel();
    private final List<String> ways = new ArrayList<>();

    private FirstStartModel open() {
        FirstStartModel model =
                new FirstStartModel(
                        work,
                        new Background(Runnable::run, Runnable::run),
                        toasts,
                        new Ways(
                                character -> ways.add("pictures of " + character),
                                () -> ways.add("images"),
                                files -> ways.add("own " + files),
                                () -> ways.add("arrived")));
        model.open();
        return model;
    }

    private static List<StepState> states(FirstStartModel model) {
        return List.of(
                model.views().get().look().state(),
                model.views().get().train().state(),
                model.views().get().draw().state());
    }

    private static String key(StepView view) {
        return view.detail().key();
    }

    @Test
    void theSampleIsThereAndTrainingIsNext() {
        FirstStartModel model = open();
        assertThat(states(model)).containsExactly(StepState.DONE, StepState.NEXT, StepState.ASLEEP);
        assertThat(model.views().get().look().detail()).isEqualTo(Phrase.of("first.checked", 16));
        assertThat(model.cells()).hasSize(16).noneMatch(SheetCell::drawn);
        assertThat(ways).containsExactly("arrived");
        model.open();
        assertThat(ways).as("it arrives once").containsExactly("arrived");
    }

    @Test
    void picturesThatNeedALookAreCounted() {
        work.toLookAt = 3;
        assertThat(open().views().get().look().detail())
                .isEqualTo(Phrase.of("first.to-look", 16, 3));
    }

    @Test
    void threeButtonsLeadToNewPictures() {
        FirstStartModel model = open();
        model.lookAtPictures();
        model.goOn();
        assertThat(key(model.views().get().train())).isEqualTo("first.waits");
        assertThat(states(model)).element(1).isEqualTo(StepState.WORKING);
        model.goOn();
        work.training(RUNNING);
        assertThat(key(model.views().get().train())).isEqualTo("first.prepares");
        work.training(RUNNING.progressed(Progress.of("Training", 40, 160, "step"), 1, 120));
        assertThat(model.views().get().train())
                .isEqualTo(StepView.working(Phrase.of("first.step-left", 40L, 160L, 120.0), 0.25));
        assertThat(states(model)).element(2).isEqualTo(StepState.ASLEEP);
        work.training(DONE);
        assertThat(states(model)).containsExactly(StepState.DONE, StepState.DONE, StepState.NEXT);
        model.goOn();
        work.images(RUNNING.withMade(1));
        assertThat(model.views().get().draw().detail()).isEqualTo(Phrase.of("first.draws", 2, 4));
        work.images(DONE);
        assertThat(states(model)).containsOnly(StepState.DONE);
        model.draw();
        assertThat(work.asked)
                .containsExactly(
                        "begin", "train Ilvara", "draw Ilvara with " + FakeFirstStart.ADAPTER);
        assertThat(ways).containsExactly("arrived", "pictures of ilvara", "images");
    }

    @Test
    void pressingTwiceOrdersOnce() {
        List<Runnable> later = new ArrayList<>();
        FirstStartModel model =
                new FirstStartModel(
                        work,
                        new Background(later::add, Runnable::run),
                        toasts,
                        new Ways(_ -> {}, () -> {}, _ -> {}, () -> {}));
        model.open();
        later.removeFirst().run();
        later.clear();
        model.train();
        model.train();
        model.goOn();
        assertThat(later).hasSize(1);
    }

    @Test
    void whatIsSetAsideGoesOnAndWhatFailedIsTriedAgain() {
        FirstStartModel model = open();
        model.train();
        work.training(
                RUNNING.progressed(Progress.of("Training", 40, 160, "step"), 1, 9).paused(""));
        assertThat(model.views().get().train())
                .isEqualTo(new StepView(StepState.PAUSED, Phrase.of("first.paused"), 0.25));
        model.goOn();
        work.training(RUNNING.over(JobState.FAILED, "The disk is full.", "", Instant.EPOCH));
        assertThat(model.views().get().train().detail())
                .isEqualTo(Phrase.said("The disk is full."));
        model.goOn();
        work.training(RUNNING.over(JobState.CANCELLED, "", "", Instant.EPOCH));
        assertThat(key(model.views().get().train())).isEqualTo("first.cancelled");
        model.goOn();
        assertThat(work.asked)
                .containsExactly("begin", "train Ilvara", "resume 1", "retry 1", "retry 1");
    }

    @Test
    void withoutTheStarterModelNothingIsTrainedAndTheReasonIsSaid() {
        work.starter = false;
        FirstStartModel model = open();
        assertThat(key(model.views().get().train())).isEqualTo("first.no-starter");
        model.goOn();
        assertThat(work.asked).containsExactly("begin");
    }

    @Test
    void whatIsRefusedIsToldAndCanBeTriedAgain() {
        work.refusal = "10 pictures are needed.";
        FirstStartModel model = open();
        model.train();
        assertThat(toasts.current().get())
                .isEqualTo(Toast.failed(Phrase.said("10 pictures are needed."), null));
        work.refusal = null;
        model.train();
        assertThat(work.asked).containsExactly("begin", "train Ilvara");
    }

    @Test
    void whereThereIsNobodyOwnPicturesCanBeTakenIn() {
        work.nobody = true;
        FirstStartModel model = open();
        assertThat(states(model)).containsOnly(StepState.ASLEEP);
        model.goOn();
        model.own(List.of(Path.of("mira")));
        assertThat(work.asked).containsExactly("begin");
        assertThat(ways).containsExactly("arrived", "own [mira]");
    }

    @Test
    void anAdapterFromBeforeWakesTheLastStep() {
        work.adapter = Path.of("adapters", "ilvara.safetensors");
        FirstStartModel model = open();
        assertThat(states(model)).containsExactly(StepState.DONE, StepState.DONE, StepState.NEXT);
        work.drawSomethingElse();
        assertThat(states(model)).element(2).isEqualTo(StepState.NEXT);
        model.draw();
        work.made = List.of(Path.of("one.png"));
        work.images(RUNNING.withMade(1));
        assertThat(model.cells())
                .as("what is drawn is seen without a training in the queue, too")
                .extracting(SheetCell::file)
                .contains(Path.of("one.png"));
    }

    @Test
    void theLastPicturesGiveWayToWhatTheComputerDraws() {
        FirstStartModel model = open();
        work.previews = List.of(Path.of("a.png"), Path.of("b.png"), Path.of("c.png"));
        model.train();
        work.training(RUNNING);
        List<Path> pictures = FakeFirstStart.pictures();
        assertThat(model.cells())
                .extracting(SheetCell::file)
                .startsWith(pictures.subList(0, 13).toArray(Path[]::new))
                .endsWith(Path.of("a.png"), Path.of("b.png"), Path.of("c.png"))
                .hasSize(16);
        work.training(DONE);
        model.draw();
        work.made = List.of(Path.of("one.png"));
        work.images(RUNNING.withMade(1));
        PreviewPicture picture = new PreviewPicture(7, 1, 1, new int[1]);
        work.preview(2, picture);
        assertThat(model.cells().subList(12, 16))
                .containsExactly(
                        SheetCell.drawn(Path.of("one.png")),
                        SheetCell.awaited(picture),
                        SheetCell.awaited(null),
                        SheetCell.awaited(null));
        work.preview(77, new PreviewPicture(7, 1, 1, new int[1]));
        assertThat(model.cells().get(13)).isEqualTo(SheetCell.awaited(picture));
        work.made = List.of(Path.of("one.png"), Path.of("two.png"));
        work.images(RUNNING.withMade(2));
        assertThat(model.cells().subList(13, 15))
                .containsExactly(SheetCell.drawn(Path.of("two.png")), SheetCell.awaited(null));
    }

    private static int steps(double perStep, double beside) {
        return Patience.steps(
                SpeedForecast.of(
                        new TrainingForecast(
                                16,
                                new TimeForecast(
                                        FirstOrders.STEPS,
                                        perStep,
                                        1,
                                        1,
                                        0,
                                        List.of(new TimePart("previews", beside))),
                                false,
                                new AdapterForecast(1, 1, 1),
                                new ForecastNeed(List.of(), null),
                                new ForecastNeed(List.of(), null),
                                List.of(),
                                List.of())));
    }

    @Test
    void theTrainingIsAsLongAsThereIsTimeFor() {
        assertThat(steps(0.5, 20)).isEqualTo(FirstOrders.STEPS);
        assertThat(steps(1.4, 20)).isEqualTo(100);
        assertThat(steps(1.4, 20) * 1.4 + 20).isLessThanOrEqualTo(Patience.MOST_SECONDS);
        assertThat(steps(30, 20)).isEqualTo(FirstOrders.FEWEST_STEPS);
    }
}
