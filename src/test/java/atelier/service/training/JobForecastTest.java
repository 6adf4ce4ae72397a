package atelier.service.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.training.TrainingForecast;
import atelier.model.training.TrainingResult;
import atelier.service.storage.PictureReader;
import atelier.service.training.forecast.EveryMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run on the tiny model is said to come to, and what it comes to. */
class JobForecastTest {

    private static TinyTraining tiny;

    @TempDir private Path folder;

    @BeforeAll
    static void open() {
        tiny = new TinyTraining();
    }

    @AfterAll
    static void close() {
        tiny.close();
    }

    @BeforeEach
    void draw() throws IOException {
        TinyTraining.data(folder);
    }

    private TrainingForecast forecast(String... sets) {
        return tiny.service.forecast(
                TinyTraining.order(folder, "forecast", sets),
                ProgressListener.NONE,
                new CancelToken());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "precision=fp16",
                "precision=fp32",
                "targets=all",
                "method=lokr",
                "dora=true",
                "textEncoder1Rate=0.00001",
                "rank=9"
            })
    void theAdaptersFileIsAsLargeAsForecast(String set) throws IOException {
        List<TrainingForecast> told = new ArrayList<>();
        TrainingResult trained =
                tiny.service.train(
                        TinyTraining.order(folder, "run", set, "steps=1"),
                        told::add,
                        ProgressListener.NONE,
                        new CancelToken());
        long written = Files.size(trained.adapter());
        assertThat((double) told.getFirst().adapter().bytes())
                .isCloseTo(written, within(0.01 * written));
    }

    @Test
    void tellsPicturesStepsAndWhatIsTrained() {
        TrainingForecast forecast = forecast("steps=5", "checkpointing=on");
        assertThat(forecast.pictures()).isEqualTo(10);
        assertThat(forecast.time().steps()).isEqualTo(5);
        assertThat(forecast.time().rate()).isEqualTo(EveryMachine.RATE);
        assertThat(forecast.checkpointed()).isTrue();
        assertThat(forecast("checkpointing=off").checkpointed()).isFalse();
        assertThat(forecast.adapter().numbers())
                .isEqualTo(2 * forecast("rank=2").adapter().numbers());
        assertThat(forecast.memory().bytes()).isPositive();
        assertThat(forecast.warnings()).isEmpty();
        assertThat(forecast.obstacles()).isEmpty();
    }

    @Test
    void isToldBeforeTheRunBegins() throws IOException {
        List<TrainingForecast> told = new ArrayList<>();
        Path run = folder.resolve("run");
        tiny.service.train(
                TinyTraining.order(folder, "run"),
                forecast -> {
                    told.add(forecast);
                    assertThat(run.resolve("metrics.jsonl")).doesNotExist();
                },
                ProgressListener.NONE,
                new CancelToken());
        assertThat(told).hasSize(1);
        assertThat(run.resolve("metrics.jsonl")).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "disk"})
    void whatDoesNotFitDoesNotBegin(String what) throws IOException {
        EveryMachine small =
                what.equals("memory")
                        ? new EveryMachine(100_000_000, Long.MAX_VALUE)
                        : new EveryMachine(Long.MAX_VALUE, 2_000_000_000);
        TrainingService service =
                new TrainingService(
                        tiny.accelerator,
                        Path.of("none"),
                        new PictureReader(),
                        TinyTraining.host(FreeSpace.USUAL, "2026-05-01T10:00:00Z"),
                        small);
        assertThatThrownBy(() ->
                        service.train(
                                TinyTraining.order(folder, "run"),
                                ProgressListener.NONE,
                                new CancelToken()))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining(what.equals("memory") ? "of memory" : "are free where")
                .hasMessageContaining("--anyway");
        assertThat(TinyTraining.files(folder.resolve("run"))).isEmpty();
        TrainingResult anyway =
                service.train(
                        TinyTraining.order(folder, "run"),
                        forecast -> assertThat(forecast.obstacles()).hasSize(1),
                        ProgressListener.NONE,
                        new CancelToken());
        assertThat(anyway.adapter()).exists();
    }
}
