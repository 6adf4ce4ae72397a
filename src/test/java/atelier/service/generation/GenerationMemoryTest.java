package atelier.service.generation;

import static atelier.engine.sdxl.MemoryLadder.Rung.OFFLOADED_ENCODERS;
import static atelier.engine.sdxl.MemoryLadder.Rung.SPLIT_GUIDANCE;
import static atelier.engine.sdxl.MemoryLadder.Rung.TILED_DECODING;
import static atelier.engine.sdxl.MemoryLadder.Rung.TILED_ENCODING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.engine.sdxl.MemoryLadder.Rung;
import atelier.engine.torch.ComputeDevice;
import atelier.engine.torch.ComputeType;
import atelier.engine.torch.Devices;
import atelier.engine.weights.Checkpoint;
import atelier.engine.weights.Component;
import atelier.model.AtelierException;
import atelier.model.generation.EmphasisMode;
import atelier.model.generation.GenerationOrder;
import atelier.model.generation.GenerationRequest;
import atelier.model.generation.InitImage;
import atelier.model.generation.ModelChoice;
import atelier.model.generation.SamplingSettings;
import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.model.settings.DeviceChoice;
import atelier.reference.Reference;
import atelier.service.generation.metadata.ImageSettingsReader;
import atelier.service.job.MemoryLimit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The owner's limit of memory binds the making of images. */
class GenerationMemoryTest {

    private static final Path MODEL = Reference.root().resolve("tiny-sdxl");
    private static final ComputeDevice CPU =
            new ComputeDevice(DeviceChoice.CPU, "CPU", ComputeType.FLOAT32);
    private static final double PROGRAM = 400e6;

    private final Checkpoint checkpoint = Checkpoint.open(MODEL);
    private ComputeType type = CPU.type();

    private static GenerationOrder order(
            Path out, int side, double guidance, boolean tiled, @Nullable InitImage init) {
        return new GenerationOrder(
                ModelChoice.of(MODEL),
                List.of(),
                new GenerationRequest(
                        "a cat",
                        "",
                        side,
                        side,
                        null,
                        new SamplingSettings("euler", "leading", 1, guidance, 0, 0),
                        7,
                        1,
                        0,
                        EmphasisMode.NO_NORM,
                        init),
                out,
                DeviceChoice.CPU,
                tiled);
    }

    private static GenerationOrder order(int side, double guidance) {
        return order(Path.of("none"), side, guidance, false, null);
    }

    private Set<Rung> rungs(GenerationOrder order, double limit) {
        return new GenerationMemory(new MemoryLimit(() -> (long) limit))
                .rungs(order, checkpoint, CPU);
    }

    private double weights(Component component) {
        return checkpoint.weights(component).values().stream()
                        .mapToDouble(source -> source.elements())
                        .sum()
                * type.bytes();
    }

    private double loaded() {
        return PROGRAM + checkpoint.components().stream().mapToDouble(this::weights).sum();
    }

    private double step(int side, int batch) {
        double latents = (double) side / checkpoint.vae().reduction();
        double array =
                latents * latents * checkpoint.unet().blockOutChannels().getFirst() * type.bytes();
        return 0.12 * weights(Component.UNET) + 38 * batch * array;
    }

    private double decoding(int side) {
        return 7.0 * side * side * checkpoint.vae().blockOutChannels().getFirst() * type.bytes();
    }

    @Test
    void withoutALimitNothingIsGivenUp() {
        assertThat(rungs(order(1 << 14, 5), 0)).isEmpty();
    }

    @Test
    void whatFitsIsMadeAsEver() {
        double whole = loaded() + Math.max(step(1024, 2), decoding(1024));
        assertThat(rungs(order(1024, 5), whole + 1)).isEmpty();
        assertThat(rungs(order(1024, 5), whole - 1)).isNotEmpty();
    }

    @Test
    void tilesComeFirstThenPromptsTakeTurnsThenTheEncodersLeave() {
        assertThat(decoding(2048)).isGreaterThan(step(2048, 2));
        assertThat(rungs(order(2048, 5), loaded() + step(2048, 2) + 1))
                .containsExactly(TILED_DECODING);
        double turns = loaded() + Math.max(step(2048, 1), decoding(512));
        assertThat(rungs(order(2048, 5), turns + 1))
                .containsExactly(TILED_DECODING, SPLIT_GUIDANCE);
        assertThat(rungs(order(2048, 5), turns - 1))
                .containsExactly(TILED_DECODING, SPLIT_GUIDANCE, OFFLOADED_ENCODERS);
        assertThat(rungs(order(2048, 1), turns + 1)).containsExactly(TILED_DECODING);
    }

    @Test
    void aPictureToStartFromIsTiledToo() {
        InitImage init = new InitImage(Path.of("start.png"), 0.5, null);
        double limit = loaded() + step(2048, 2) + 1;
        assertThat(rungs(order(Path.of("none"), 2048, 5, false, init), limit))
                .containsExactly(TILED_ENCODING, TILED_DECODING);
    }

    @Test
    void whereNothingHelpsItIsRefusedBeforeAnythingIsLoaded() {
        double least =
                Math.max(
                        loaded(),
                        loaded()
                                - weights(Component.TEXT_ENCODER_1)
                                - weights(Component.TEXT_ENCODER_2)
                                + Math.max(step(2048, 1), decoding(512)));
        assertThatThrownBy(() -> rungs(order(2048, 5), least - 1))
                .isInstanceOf(AtelierException.class)
                .hasMessage(
                        "The images need about %.1f GB of memory at 2048 × 2048, and they may take %.1f GB: choose a smaller size, or allow more in the settings.",
                        least / 1e9, (least - 1) / 1e9);
    }

    @Test
    void whatIsGivenUpIsToldAndDone(@TempDir Path folder) {
        List<String> notices = new ArrayList<>();
        ProgressListener listener =
                new ProgressListener() {
                    @Override
                    public void progressed(Progress progress) {}

                    @Override
                    public void noticed(String notice) {
                        notices.add(notice);
                    }
                };
        type = Devices.ofThisMachine().resolve(DeviceChoice.CPU).type();
        double limit = loaded() + Math.max(step(576, 2), decoding(512)) + 1;
        assertThat(limit).isLessThan(loaded() + decoding(576));
        try (TinyGeneration tiny =
                new TinyGeneration(
                        folder.resolve("tokenizers"), new MemoryLimit(() -> (long) limit))) {
            Path image =
                    tiny.service()
                            .generate(
                                    order(folder, 576, 5, false, null),
                                    file -> {},
                                    listener,
                                    new CancelToken())
                            .getFirst();
            assertThat(notices).containsExactly(TILED_DECODING.notice());
            assertThat(ImageSettingsReader.textsIn(image).get("atelier"))
                    .containsPattern("\"tiledDecode\"\\s*:\\s*true");
        }
    }
}
