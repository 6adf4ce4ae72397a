package atelier.service.training;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.training.RunNews;
import atelier.model.training.RunPreview;
import atelier.model.training.RunPrompt;
import atelier.model.training.RunRequest;
import atelier.model.training.TrainedStep;
import atelier.model.training.TrainingOrder;
import atelier.model.training.TrainingResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of a run while it goes, and what is seen of it from beside. */
class RunRequestsTest {

    private static final String[] SETS = {
        "steps=6",
        "resolution=64",
        "previewEvery=100",
        "previewSteps=1",
        "previewSize=64",
        "probeEvery=2",
        "keepLast=1",
        "checkpointEvery=3"
    };

    @TempDir private Path folder;

    @Test
    void isDoneBetweenTwoStepsAndChangesNothingOfWhatIsTrained() throws IOException {
        TinyTraining.data(folder);
        TrainingOrder order = TinyTraining.order(folder, "asked", SETS);
        RunFollower follower = new RunFollower(order.out());
        assertThat(follower.look()).isEqualTo(RunNews.NOTHING);
        try (TinyTraining tiny = new TinyTraining()) {
            ask(tiny, order, 2, RunRequest.PREVIEW, RunRequest.CHECKPOINT);
            TrainingOrder undisturbed = TinyTraining.order(folder, "undisturbed", SETS);
            tiny.train(undisturbed);
            assertThat(order.out().resolve("mirza.safetensors"))
                    .hasSameBinaryContentAs(undisturbed.out().resolve("mirza.safetensors"));
        }
        RunNews news = follower.look();
        assertThat(news.checkpoints()).as("pinned, best or last").containsKeys(2L, 6L);
        assertThat(news.previews())
                .extracting(RunPreview::step)
                .containsOnly(0L, 2L, 6L)
                .hasSize(9);
        assertThat(news.prompts())
                .extracting(RunPrompt::leakCheck)
                .containsExactly(false, false, true);
        assertThat(news.trained())
                .extracting(TrainedStep::step)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(news.baseline()).isPositive();
        assertThat(news.settings()).containsEntry("keepLast", "1");
        assertThat(follower.look().trained()).as("told once").isEmpty();
    }

    @Test
    void aRunThatIsToEndIsFinishedWithWhatItHas() throws IOException {
        TinyTraining.data(folder);
        TrainingOrder order = TinyTraining.order(folder, "ended", SETS);
        try (TinyTraining tiny = new TinyTraining()) {
            TrainingResult result = ask(tiny, order, 4, RunRequest.FINISH);
            assertThat(result.steps()).isEqualTo(4);
            assertThat(result.plan().steps()).isEqualTo(6);
            assertThat(result.firstLoss()).isPositive().isFinite();
            assertThat(TinyTraining.metrics(order.out())).hasSize(4);
            assertThat(TinyTraining.tensors(Files.readAllBytes(result.adapter())))
                    .isEqualTo(
                            TinyTraining.tensors(
                                    Files.readAllBytes(
                                            order.out()
                                                    .resolve(
                                                            "checkpoints/step-000004.safetensors"))));
        }
    }

    private static TrainingResult ask(
            TinyTraining tiny, TrainingOrder order, long step, RunRequest... requests) {
        ProgressListener asking =
                progress -> {
                    if (progress.stage().equals("Training") && progress.done() == step) {
                        for (RunRequest request : requests) {
                            tiny.service.ask(order.out(), request);
                        }
                    }
                };
        return tiny.service.train(order, asking, new CancelToken());
    }
}
