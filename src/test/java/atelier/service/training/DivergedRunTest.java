package atelier.service.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import atelier.engine.lora.AdapterFile;
import atelier.engine.sdxl.NotFiniteException;
import atelier.engine.weights.FloatTensor;
import atelier.engine.weights.FloatTensorFile;
import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.model.settings.DeviceChoice;
import atelier.model.training.TrainingOrder;
import atelier.service.storage.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A run whose learning rate rises until its numbers leave all bounds: plain gradient descent of
 * branches a hundred thousand times as strong as usual, after several steps that go well.
 */
class DivergedRunTest {

    private static final int STEPS = 20;

    @TempDir static Path folder;
    private static TinyTraining tiny;
    private static Path run;
    private static final Saved SAVED = new Saved();
    private static AtelierException failure;

    /** Remembers what each step had saved when it was told of. */
    private static final class Saved implements ProgressListener {

        final Map<Path, String> checkpoints = new TreeMap<>();
        long step;

        @Override
        public void progressed(Progress progress) {
            if (progress.stage().equals("Training") && progress.done() > 0) {
                step = progress.done();
                Path file = run.resolve("checkpoints/step-%06d.safetensors".formatted(step));
                checkpoints.put(file, Sha256.ofFile(file));
            }
        }
    }

    @BeforeAll
    static void diverge() throws IOException {
        tiny = new TinyTraining();
        TinyTraining.data(folder);
        TrainingOrder order =
                TinyTraining.order(
                        folder,
                        "run",
                        "steps=" + STEPS,
                        "checkpointEvery=1",
                        "keepLast=20",
                        "precision=fp32",
                        "optimizer=sgd",
                        "learningRate=100",
                        "warmUpSteps=20",
                        "rank=1",
                        "alpha=60000");
        run = order.out();
        failure =
                catchThrowableOfType(
                        AtelierException.class,
                        () -> tiny.service.train(order, SAVED, new CancelToken()));
    }

    @AfterAll
    static void stop() {
        tiny.close();
    }

    @Test
    void stopsWithinTheStepAndSaysWhatMayBeTheReason() throws IOException {
        assertThat(SAVED.step).isBetween(2L, STEPS - 1L);
        assertThat(failure)
                .isInstanceOf(NotFiniteException.class)
                .hasMessageMatching(
                        "Training stopped in step %d, as its (loss|gradient) is no longer finite: .*"
                                .formatted(SAVED.step + 1))
                .hasMessageContainingAll(
                        "lower learningRate or alpha",
                        "check the pictures and the model for damage",
                        "The checkpoint and the state of step %d are kept".formatted(SAVED.step),
                        "other settings need another run");
        assertThat(TinyTraining.metrics(run)).hasSize((int) SAVED.step);
        assertThat(run.resolve("mirza.safetensors")).doesNotExist();
    }

    @Test
    void everyCheckpointIsAsItWasSavedAndLoads() {
        assertThat(SAVED.checkpoints).hasSize((int) SAVED.step);
        SAVED.checkpoints.forEach((file, hash) -> {
            assertThat(Sha256.ofFile(file)).as(file.toString()).isEqualTo(hash);
            assertThat(AdapterFile.open(file).info().triggerPhrase()).isEqualTo("mirza");
        });
    }

    @Test
    void nothingInTheRunIsNotANumber() throws IOException {
        List<Path> tensors = new ArrayList<>();
        try (Stream<Path> files = Files.walk(run)) {
            files.filter(file -> file.toString().endsWith(".safetensors")).forEach(tensors::add);
        }
        assertThat(tensors).hasSizeGreaterThan(SAVED.checkpoints.size());
        for (Path file : tensors) {
            assertThat(FloatTensorFile.read(file).values())
                    .as(file.toString())
                    .allMatch(FloatTensor::isFinite);
        }
        for (JsonNode step : TinyTraining.metrics(run)) {
            assertThat(step.path("loss").doubleValue()).isFinite();
            assertThat(step.path("gradientNorm").doubleValue()).isFinite();
        }
        try (Stream<Path> files = Files.walk(run)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".partial"));
        }
    }

    /** With the same settings it comes to the same end, and loses nothing by that. */
    @Test
    void goingOnSaysTheSameAndKeepsWhatThereIs() {
        AtelierException again =
                catchThrowableOfType(
                        AtelierException.class,
                        () ->
                                tiny.later.resume(
                                        run,
                                        DeviceChoice.CPU,
                                        ProgressListener.NONE,
                                        new CancelToken()));
        assertThat(again).hasMessage(failure.getMessage());
        everyCheckpointIsAsItWasSavedAndLoads();
    }
}
