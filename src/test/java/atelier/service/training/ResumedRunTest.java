package atelier.service.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.model.settings.DeviceChoice;
import atelier.model.training.RunPausedException;
import atelier.model.training.TrainingOrder;
import atelier.model.training.TrainingResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs that end somewhere and are gone on with are, to the bit, as if they had never ended. */
class ResumedRunTest {

    private static TinyTraining tiny;

    @TempDir Path folder;

    @BeforeAll
    static void start() {
        tiny = new TinyTraining();
    }

    @AfterAll
    static void stop() {
        tiny.close();
    }

    /** Stops training after a step, as Ctrl-C between two steps does. */
    private static final class Stopper implements ProgressListener {

        final CancelToken cancel = new CancelToken();
        final List<String> notices = new ArrayList<>();
        private final long step;

        Stopper(long step) {
            this.step = step;
        }

        @Override
        public void progressed(Progress progress) {
            if (progress.stage().equals("Training") && progress.done() == step) {
                cancel.cancel();
            }
        }

        @Override
        public void noticed(String notice) {
            notices.add(notice);
        }
    }

    private static void stopAfter(TrainingOrder order, long step) {
        Stopper stopper = new Stopper(step);
        assertThatThrownBy(() -> tiny.service.train(order, stopper, stopper.cancel))
                .isInstanceOf(RunPausedException.class)
                .hasMessageContaining("after step %d of".formatted(step))
                .hasMessageContaining("atelier train --resume " + order.out());
    }

    private static void resumeTo(Path run, long step) {
        Stopper stopper = new Stopper(step);
        assertThatThrownBy(() -> tiny.later.resume(run, DeviceChoice.AUTO, stopper, stopper.cancel))
                .isInstanceOf(RunPausedException.class);
    }

    private static TrainingResult resume(Path run) {
        return tiny.later.resume(run, DeviceChoice.AUTO, ProgressListener.NONE, new CancelToken());
    }

    @ParameterizedTest
    @CsvSource({
        "adamw, 1, 1, cosine, 5",
        "prodigy, 1, 2, constant, 2",
        "adafactor, 2, 2, rex, 3",
        "lion, 1, 1, cosine-restarts, 6",
    })
    void isToTheBitWhatAnUninterruptedRunIs(
            String optimizer, int batch, int accumulation, String schedule, long stop)
            throws IOException {
        TinyTraining.data(folder);
        String[] sets = {
            "steps=8",
            "checkpointEvery=3",
            "optimizer=" + optimizer,
            "batchSize=" + batch,
            "gradientAccumulation=" + accumulation,
            "learningRateSchedule=" + schedule,
            "noiseOffset=0.05",
            "precision=fp32"
        };
        TrainingResult whole = tiny.train(TinyTraining.order(folder, "whole", sets));
        TrainingOrder order = TinyTraining.order(folder, "parts", sets);
        stopAfter(order, stop);
        resumeTo(order.out(), stop + 1);
        TrainingResult parts = resume(order.out());

        assertThat(parts.plan()).isEqualTo(whole.plan());
        assertThat(parts.firstLoss()).isEqualTo(whole.firstLoss());
        assertThat(parts.lastLoss()).isEqualTo(whole.lastLoss());
        RunFiles.assertSame(order.out(), folder.resolve("whole"));
    }
}
