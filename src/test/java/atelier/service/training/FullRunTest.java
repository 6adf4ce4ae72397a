package atelier.service.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.engine.weights.Checkpoint;
import atelier.engine.weights.CheckpointConverter;
import atelier.engine.weights.CheckpointLayout;
import atelier.engine.weights.CheckpointOptions;
import atelier.engine.weights.Component;
import atelier.engine.weights.ConversionOrder;
import atelier.engine.weights.SafetensorsFile;
import atelier.engine.weights.UNetShapes;
import atelier.model.AtelierException;
import atelier.model.generation.ModelChoice;
import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.model.settings.DeviceChoice;
import atelier.model.training.RunPausedException;
import atelier.model.training.TrainingOrder;
import atelier.model.training.TrainingResult;
import atelier.service.storage.PictureReader;
import atelier.service.training.forecast.EveryMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole runs on the tiny random model that train all weights of its UNet. */
class FullRunTest {

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

    @BeforeEach
    void draw() throws IOException {
        TinyTraining.data(folder);
    }

    private TrainingOrder order(Path model, String out, String... sets) {
        String[] all =
                Stream.concat(Stream.of("method=full"), Stream.of(sets)).toArray(String[]::new);
        TrainingOrder order = TinyTraining.order(folder, out, all);
        return new TrainingOrder(
                ModelChoice.of(model),
                order.data(),
                order.trigger(),
                order.out(),
                order.sets(),
                order.device());
    }

    private Path singleFile() {
        Path file = folder.resolve("tiny.safetensors");
        CheckpointConverter.convert(
                new ConversionOrder(
                        TinyTraining.MODEL,
                        CheckpointOptions.NONE,
                        file,
                        CheckpointLayout.SINGLE_FILE,
                        null,
                        null),
                ProgressListener.NONE,
                new CancelToken());
        return file;
    }

    private static Map<String, byte[]> bytes(Path root) throws IOException {
        Map<String, byte[]> bytes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes.put(root.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return bytes;
    }

    @Test
    void trainsAndWritesAWholeModelLaidOutAsItsBase() throws IOException {
        Map<String, byte[]> base = bytes(TinyTraining.MODEL);
        byte[] plain = TinyPicture.of(tiny, folder);
        TrainingResult result =
                tiny.train(
                        order(
                                TinyTraining.MODEL,
                                "run",
                                "steps=12",
                                "learningRate=0.003",
                                "warmUpSteps=0",
                                "probeEvery=12",
                                "batchSize=2",
                                "previewEvery=12",
                                "previewPrompts=mirza",
                                "previewSize=64",
                                "previewSteps=3",
                                "previewSeed=7",
                                "precision=fp32"));
        Path run = folder.resolve("run");
        double before =
                TinyTraining.JSON
                        .readTree(Files.readString(run.resolve("baseline.json")))
                        .path("probe")
                        .asDouble();
        double after = TinyTraining.metrics(run).getLast().path("probe").asDouble();
        assertThat(after).isPositive().isLessThan(0.95 * before);

        assertThat(result.adapter()).isEqualTo(run.resolve("mirza-model")).isDirectory();
        Checkpoint written = Checkpoint.open(result.adapter());
        assertThat(written.layout()).isEqualTo(CheckpointLayout.DIFFUSERS_FOLDER);
        assertThat(written.weights(Component.UNET).keySet())
                .containsExactlyInAnyOrderElementsOf(UNetShapes.of(written.unet()).keySet());
        assertThat(result.adapter().resolve("text_encoder/model.safetensors"))
                .hasSameBinaryContentAs(
                        TinyTraining.MODEL.resolve("text_encoder/model.safetensors"));
        byte[] trained = TinyPicture.of(tiny, result.adapter(), folder);
        assertThat(trained).isNotEqualTo(plain);
        assertThat(preview(run, 0)).isEqualTo(plain);
        assertThat(preview(run, 12)).isEqualTo(trained);
        assertThat(TinyPicture.of(tiny, folder)).isEqualTo(plain);
        Map<String, byte[]> left = bytes(TinyTraining.MODEL);
        assertThat(left.keySet()).isEqualTo(base.keySet());
        left.forEach((name, content) -> assertThat(content).as(name).isEqualTo(base.get(name)));
        assertThatThrownBy(() ->
                        tiny.service.resume(
                                run, DeviceChoice.AUTO, ProgressListener.NONE, new CancelToken()))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("is finished");
    }

    private static byte[] preview(Path run, int step) throws IOException {
        return TinyPicture.pixels(run.resolve("previews/step-%06d-0.png".formatted(step)));
    }

    @Test
    void goesOnToTheBitAndWritesAFileWhereTheBaseIsOne() throws IOException {
        Path model = singleFile();
        TrainingService service =
                new TrainingService(
                        tiny.accelerator,
                        TinyTraining.MODEL.resolve("tokenizer"),
                        new PictureReader(),
                        TinyTraining.host(FreeSpace.USUAL, "2026-05-01T10:00:00Z"),
                        new EveryMachine());
        byte[] base = Files.readAllBytes(model);
        String[] sets = {"steps=6", "checkpointEvery=2", "learningRate=0.001", "warmUpSteps=0"};
        TrainingResult whole =
                service.train(
                        order(model, "whole", sets), ProgressListener.NONE, new CancelToken());
        CancelToken cancel = new CancelToken();
        ProgressListener stopper =
                new ProgressListener() {
                    @Override
                    public void progressed(Progress progress) {
                        if (progress.stage().equals("Training") && progress.done() == 3) {
                            cancel.cancel();
                        }
                    }

                    @Override
                    public void noticed(String notice) {}
                };
        TrainingOrder order = order(model, "parts", sets);
        assertThatThrownBy(() -> service.train(order, stopper, cancel))
                .isInstanceOf(RunPausedException.class);
        TrainingResult parts =
                service.resume(
                        order.out(), DeviceChoice.AUTO, ProgressListener.NONE, new CancelToken());
        assertThat(whole.adapter().getFileName()).hasToString("mirza.safetensors");
        assertThat(parts.adapter()).hasSameBinaryContentAs(whole.adapter());
        Path checkpoint = order.out().resolve("checkpoints/step-000004.safetensors");
        assertThat(checkpoint)
                .hasSameBinaryContentAs(
                        folder.resolve("whole/checkpoints/step-000004.safetensors"));
        assertThat(Checkpoint.open(checkpoint).components())
                .isEqualTo(Checkpoint.open(model).components());
        byte[] trained = Files.readAllBytes(parts.adapter());
        assertThat(TinyTraining.tensors(trained)).isNotEqualTo(TinyTraining.tensors(base));
        assertThat(SafetensorsFile.open(parts.adapter()).tensors().keySet())
                .isEqualTo(SafetensorsFile.open(model).tensors().keySet());
        assertThat(Files.readAllBytes(model)).isEqualTo(base);
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".partial"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "optimizer=adamw",
                "beta1=0.9",
                "gradientAccumulation=2",
                "checkpointing=off",
                "textEncoder1Rate=0.001",
                "dora=true",
                "emaDecay=0.9",
                "adapterFormat=diffusers"
            })
    void refusesWhatDoesNotGoWithIt(String set) {
        assertThatThrownBy(() -> tiny.train(order(TinyTraining.MODEL, "run", set)))
                .isInstanceOf(AtelierException.class)
                .hasMessageStartingWith("method=full ");
        assertThat(folder.resolve("run/plan.json")).doesNotExist();
    }
}
