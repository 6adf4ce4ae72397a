package atelier.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.job.JobState;
import atelier.model.job.JobStatus;
import atelier.model.training.Speed;
import atelier.model.training.Subject;
import atelier.model.training.TrainingOrder;
import atelier.ui.shell.Toast;
import atelier.ui.shell.ToastModel;
import atelier.ui.text.Phrase;
import atelier.ui.work.Background;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrainingModelTest {

    private final FakeTraining work = new FakeTraining();
    private final ToastModel toasts = new ToastModel();
    private final TrainingModel model =
            new TrainingModel(
                    work,
                    new Background(Runnable::run, Runnable::run),
                    toasts,
                    () -> work.asked.add("go to generation"));

    private static JobStatus running() {
        return JobStatus.ORDERED.begun(Instant.EPOCH);
    }

    private SettingLine line(String name) {
        return model.plan().settings().get().stream()
                .filter(line -> line.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @BeforeEach
    void open() {
        model.open();
    }

    @Test
    void beginsWithTheFirstCharacterTheStarterModelAndAForecastOfEachSpeed() {
        assertThat(model.plan().subject().get()).isEqualTo(Subject.CHARACTER);
        assertThat(model.plan().trigger().get()).isEqualTo("temir");
        assertThat(model.plan().base().get()).matches(BaseModel::isStarter);
        assertThat(model.forecasts().get()).containsOnlyKeys(Speed.values());
        assertThat(model.forecasts().get().get(Speed.RAPID).forecast().time().steps())
                .isLessThan(model.forecasts().get().get(Speed.BALANCED).forecast().time().steps());
        assertThat(model.obstacle()).isNull();
    }

    @Test
    void whatTheUserSetsComesFirstAndGoesIntoTheOrder() {
        model.plan().set("rank", "32");
        assertThat(model.plan().settings().get().getFirst())
                .satisfies(line -> assertThat(line.name()).isEqualTo("rank"))
                .satisfies(line -> assertThat(line.isOwn()).isTrue())
                .satisfies(line -> assertThat(line.usual()).isEqualTo("16"));
        assertThat(line("alpha").value()).as("follows the rank").isEqualTo("32");
        assertThat(work.forecasts.getLast().sets()).containsEntry("rank", "32");
        model.plan().speed().set(Speed.RAPID);
        model.train();
        TrainingOrder order = work.jobs.getFirst().order();
        assertThat(order.sets())
                .isEqualTo(Map.of("subject", "character", "speed", "rapid", "rank", "32"));
        assertThat(order.trigger()).isEqualTo("temir");
        assertThat(order.model().path()).isEqualTo(Path.of("starter"));
        model.train();
        assertThat(work.asked).as("locked now").containsExactly("submit Temir");
    }

    @Test
    void everySettingIsListedWithWhatItMeans() {
        assertThat(model.plan().settings().get())
                .hasSizeGreaterThan(50)
                .allSatisfy(line -> assertThat(line.meaning()).isNotBlank())
                .extracting(SettingLine::name)
                .doesNotContain("subject", "speed");
    }

    @Test
    void whatIsNoValueIsKeptAsTypedWithTheReason() {
        model.plan().set("rank", "many");
        assertThat(line("rank").value()).isEqualTo("many");
        assertThat(line("rank").error()).contains("'many'").contains("1 to 1024");
        assertThat(model.plan().sets(Speed.BALANCED)).doesNotContainKey("rank");
        assertThat(model.obstacle()).isNotNull();
        model.train();
        assertThat(work.asked).isEmpty();
        model.plan().set("rank", "");
        assertThat(line("rank").error()).isNull();
        assertThat(line("rank").isOwn()).isFalse();
        assertThat(model.obstacle()).isNull();
    }

    @Test
    void settingTheUsualValueIsSettingNothing() {
        model.plan().set("rank", "32");
        model.plan().set("rank", "16");
        assertThat(line("rank").isOwn()).isFalse();
        assertThat(model.plan().sets(Speed.BALANCED)).doesNotContainKey("rank");
    }

    @Test
    void withoutATriggerOrRoomNothingIsTrained() {
        model.plan().trigger().set(" ");
        assertThat(model.obstacle()).isEqualTo(Phrase.of("training.no-trigger"));
        work.obstacle = "The memory is short.";
        model.plan().trigger().set("mia");
        assertThat(model.obstacle()).isEqualTo(Phrase.said("The memory is short."));
        model.train();
        assertThat(work.asked).isEmpty();
    }

    @Test
    void theRunIsFollowedAndWhatWentBackIsTakenBack() {
        model.train();
        work.news = FakeTraining.news(6, 40, false);
        work.state(1, running());
        RunView run = model.run().get();
        assertThat(run.done()).isEqualTo(6);
        assertThat(run.steps()).isEqualTo(40);
        assertThat(run.loss().size()).isEqualTo(6);
        assertThat(run.probe().steps()).containsExactly(0, 2, 4, 6);
        assertThat(run.lowestProbe()).isEqualTo(6);
        work.news = FakeTraining.news(3, 40, true);
        work.state(1, running());
        assertThat(model.run().get().loss().size()).isEqualTo(3);
        assertThat(model.run().get().probe().steps()).containsExactly(0, 2);
    }

    @Test
    void aRunIsPausedGoneOnWithAndAskedForMore() {
        model.train();
        work.news = FakeTraining.news(4, 40, false);
        work.state(1, running());
        work.asked.clear();
        model.previewNow();
        model.checkpointNow();
        model.pauseOrResume();
        assertThat(work.asked).containsExactly("PREVIEW run-0", "CHECKPOINT run-0", "pause 1");
        work.asked.clear();
        work.state(1, running().paused("Stopped on request."));
        assertThat(model.stage()).isEqualTo(RunStage.PAUSED);
        model.previewNow();
        model.pauseOrResume();
        model.stopAndKeep();
        assertThat(work.asked).containsExactly("resume 1", "FINISH run-0", "resume 1");
        work.asked.clear();
        work.state(1, running().over(JobState.FAILED, "The disk is full.", "", Instant.EPOCH));
        model.pauseOrResume();
        model.stopAndKeep();
        assertThat(work.asked).containsExactly("retry 1");
    }

    @Test
    void nothingIsForecastWhileTheAcceleratorWorks() {
        model.train();
        work.state(1, running());
        model.copyPlan();
        work.forecasts.clear();
        model.plan().set("rank", "8");
        assertThat(work.forecasts).isEmpty();
        work.state(1, running().over(JobState.DONE, "Done.", "", Instant.EPOCH));
        assertThat(work.forecasts)
                .hasSize(3)
                .last()
                .satisfies(order -> assertThat(order.sets()).containsEntry("rank", "8"));
    }

    @Test
    void aCopyIsChangedAndQueuedWhileTheRunStaysAsItIs() {
        model.plan().set("rank", "32");
        model.train();
        work.state(1, running());
        assertThat(model.locked()).isTrue();
        model.copyPlan();
        assertThat(model.locked()).isFalse();
        assertThat(line("rank").value()).isEqualTo("32");
        model.plan().set("rank", "64");
        model.train();
        assertThat(work.jobs).hasSize(2);
        assertThat(work.jobs.get(1).order().sets()).containsEntry("rank", "64");
        assertThat(model.job().get().job().id()).as("what runs is shown").isEqualTo(1);
        model.copyPlan();
        model.plan().set("rank", "4");
        model.dropCopy();
        assertThat(line("rank").value()).isEqualTo("32");
        assertThat(model.locked()).isTrue();
    }

    @Test
    void aCheckpointIsKeptAsAnAdapterOnce() {
        model.train();
        work.news = FakeTraining.news(6, 40, false);
        work.state(1, running());
        model.chosen().set(4L);
        assertThat(model.isKept()).isFalse();
        model.keepChosen();
        model.chosen().set(2L);
        work.asked.clear();
        model.keepChosen();
        assertThat(work.asked)
                .containsExactly(
                        "keep " + Path.of("checkpoints", "step-000002.safetensors") + " as temir");
        assertThat(toasts.current().get())
                .isEqualTo(Toast.done(Phrase.of("training.kept", "temir-2")));
        model.generateWithChosen();
        assertThat(work.asked).doesNotContain("go to generation");
        assertThat(toasts.current().get().stays()).as("a failure is told").isTrue();
    }

    @Test
    void eachCharacterHasItsOwnRun() {
        model.train();
        work.state(1, running());
        model.trainee().set(model.trainees().get(1));
        assertThat(model.stage()).isEqualTo(RunStage.NONE);
        assertThat(model.plan().subject().get()).isEqualTo(Subject.STYLE);
        assertThat(model.run().get()).isEqualTo(RunView.EMPTY);
        model.trainee().set(model.trainees().getFirst());
        assertThat(model.stage()).isEqualTo(RunStage.RUNNING);
    }
}
