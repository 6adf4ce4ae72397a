package atelier.service.training.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.engine.torch.ComputeType;
import atelier.engine.training.KeptActivations;
import atelier.engine.training.adapters.AdapterOutline;
import atelier.model.training.ForecastPart;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MemoryNeedTest {

    private static Map<String, Long> parts(PlannedRun run, ComputeType type) {
        AdapterOutline outline = run.outline();
        return MemoryNeed.of(run, outline, type).stream()
                .collect(Collectors.toMap(ForecastPart::what, ForecastPart::bytes));
    }

    /** What follows the header; the tiny model is stored in fp32. */
    private static long stored(String network) throws IOException {
        Path folder = PlannedRuns.MODEL.resolve(network);
        try (var files = Files.list(folder)) {
            Path file =
                    files.filter(one -> one.toString().endsWith(".safetensors"))
                            .findFirst()
                            .orElseThrow();
            byte[] bytes = Files.readAllBytes(file);
            return bytes.length
                    - Long.BYTES
                    - ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
        }
    }

    @Test
    void aStepHoldsWeightsTrainedNumbersTheOptimizerAndActivations() throws IOException {
        // So many trained numbers that the step needs more than the caching before it.
        PlannedRun run =
                PlannedRuns.of(
                        false,
                        List.of(
                                PlannedRuns.picture(64, 128),
                                PlannedRuns.picture(64, 64),
                                PlannedRuns.picture(64, 64),
                                PlannedRuns.picture(64, 64)),
                        "rank=64",
                        "batchSize=3");
        long numbers = run.outline().numbers();
        Map<String, Long> parts = parts(run, ComputeType.FLOAT32);
        assertThat(parts)
                .containsEntry("UNet and VAE", stored("unet") + stored("vae"))
                .containsEntry("adapter and gradients", 8 * numbers)
                .containsEntry("optimizer", 8 * numbers)
                .containsEntry(
                        "activations", // Three squares together are more than the one tall picture.
                        new KeptActivations(true, false).bytes(run.checkpoint().unet(), 3, 8, 8, 4))
                .containsEntry("workspace", Math.round(stored("unet") * 0.2));
        PlannedRun loha =
                PlannedRuns.of(
                        false, List.of(PlannedRuns.picture(64, 64)), "method=loha", "rank=64");
        assertThat(parts(loha, ComputeType.FLOAT32)).containsEntry("workspace", stored("unet") / 2);
    }

    @Test
    void eachSettingHasItsShare() throws IOException {
        List<Map<String, Long>> all =
                Arrays.asList(
                        parts(run(false), ComputeType.FLOAT32),
                        parts(run(true), ComputeType.FLOAT32),
                        parts(run(false, "optimizer=prodigy"), ComputeType.FLOAT32),
                        parts(run(false, "optimizer=lion"), ComputeType.FLOAT32),
                        parts(run(false, "emaDecay=0.99"), ComputeType.FLOAT32),
                        parts(run(false), ComputeType.BFLOAT16));
        Map<String, Long> usual = all.getFirst();
        assertThat(all.get(1).get("activations")).isLessThan(usual.get("activations"));
        assertThat(all.get(2).get("optimizer")).isEqualTo(2 * usual.get("optimizer"));
        assertThat(all.get(3).get("optimizer")).isEqualTo(usual.get("optimizer") / 2);
        assertThat(usual.get("text encoders")).isZero();
        assertThat(parts(run(false, "shuffleCaption=true"), ComputeType.FLOAT32))
                .containsEntry("text encoders", stored("text_encoder") + stored("text_encoder_2"));
        Map<String, Long> text = parts(run(false, "textEncoder2Rate=0.00001"), ComputeType.FLOAT32);
        assertThat(text)
                .containsEntry("text encoders", stored("text_encoder") + stored("text_encoder_2"));
        assertThat(text.get("optimizer")).isGreaterThan(usual.get("optimizer"));
        assertThat(usual.get("average")).isZero();
        assertThat(all.get(4).get("average")).isEqualTo(usual.get("optimizer") / 2);
        assertThat(all.get(5).get("UNet and VAE")).isEqualTo(usual.get("UNet and VAE") / 2);
        assertThat(all.get(5).get("activations")).isEqualTo(usual.get("activations") / 2);
        assertThat(all.get(5).get("optimizer")).isEqualTo(usual.get("optimizer"));
    }

    private static PlannedRun run(boolean checkpointed, String... more) {
        String[] sets = Arrays.copyOf(more, more.length + 1);
        sets[more.length] = "rank=64";
        return PlannedRuns.of(checkpointed, List.of(PlannedRuns.picture(64, 64)), sets);
    }

    /** With large pictures and a small adapter, encoding them is the most. */
    @Test
    void cachingMayTakeMoreThanAStep() throws IOException {
        Map<String, Long> parts = parts(PlannedRuns.of(true, 1024), ComputeType.FLOAT32);
        assertThat(parts)
                .containsEntry("encoding of pictures", 7L * 1024 * 1024 * 8 * 4)
                .containsEntry(
                        "all networks",
                        stored("unet")
                                + stored("vae")
                                + stored("text_encoder")
                                + stored("text_encoder_2"));
    }
}
