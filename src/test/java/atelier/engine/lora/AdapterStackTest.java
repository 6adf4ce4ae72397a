package atelier.engine.lora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.sdxl.LayerChange;
import atelier.engine.torch.ComputeType;
import atelier.engine.weights.Component;
import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.CancelledException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdapterStackTest {

    private static final String MODULE =
            "down_blocks.1.attentions.0.transformer_blocks.0.attn2.to_k";
    private static final String STEM = "lora_unet_" + MODULE.replace('.', '_');
    private static final String NORM = "down_blocks.0.resnets.0.norm1";

    private static TinyAdapted adapted;

    @TempDir Path lora;
    @TempDir Path other;
    @TempDir Path lokr;

    private WeightedAdapter first;
    private WeightedAdapter second;
    private WeightedAdapter kronecker;

    @BeforeAll
    static void load() {
        adapted = new TinyAdapted();
    }

    @AfterAll
    static void close() {
        adapted.close();
    }

    @BeforeEach
    void write() {
        first =
                TinyAdapted.adapter(
                        new AdapterBuilder().lora(STEM, 32, 80, 4).alpha(STEM, 2).write(lora), 0.5);
        second = TinyAdapted.adapter(new AdapterBuilder().lora(STEM, 32, 80, 7).write(other), -0.8);
        kronecker =
                TinyAdapted.adapter(
                        new AdapterBuilder()
                                .random(STEM + ".lokr_w1", 4, 10)
                                .random(STEM + ".lokr_w2", 8, 8)
                                .write(lokr),
                        0.3);
    }

    @Test
    void lowRankAdaptersBecomeOneBranchOfTheSummedRank() {
        change(
                List.of(first, second),
                change -> {
                    assertThat(change)
                            .isInstanceOfSatisfying(
                                    LayerChange.LowRank.class,
                                    branch -> {
                                        assertThat(branch.down().getShape().getShape())
                                                .containsExactly(11, 80);
                                        assertThat(branch.up().getShape().getShape())
                                                .containsExactly(32, 11);
                                    });
                });
    }

    @Test
    void theBaseIsNotAskedForWhereBranchesDo() {
        BaseParameters none =
                new BaseParameters() {
                    @Override
                    public NDArray weight(Component component, String module) {
                        throw new AssertionError(module);
                    }

                    @Override
                    public NDArray bias(Component component, String module) {
                        throw new AssertionError(module);
                    }
                };
        adapted.tiny.lane.run(() -> {
            try (AdapterStack stack =
                            new AdapterStack(
                                    adapted.tiny.torch,
                                    adapted.layers(),
                                    none,
                                    ComputeType.FLOAT32);
                    NDManager owner = adapted.tiny.torch.newManager()) {
                assertThat(stack.changes(owner, List.of(first, second), new CancelToken()))
                        .containsOnlyKeys(Component.UNET);
            }
        });
    }

    @Test
    void otherKindsAreMergedBesideTheBranch() {
        change(
                List.of(first, kronecker, second),
                change -> {
                    assertThat(change)
                            .isInstanceOfSatisfying(
                                    LayerChange.ReplacedWithBranch.class,
                                    both -> {
                                        assertThat(both.branch().down().getShape().get(0))
                                                .isEqualTo(11);
                                        assertThat(both.replaced().weight().getShape().getShape())
                                                .containsExactly(32, 80);
                                        assertThat(both.replaced().bias()).isNull();
                                    });
                });
    }

    @Test
    void adaptersAddUpInAnyOrder() {
        double[] base = adapted.base(Component.UNET, MODULE);
        double[] want = base;
        for (WeightedAdapter adapter : List.of(first, second, kronecker)) {
            double[] alone = adapted.weight(Component.UNET, MODULE, adapter);
            want = Doubles.sum(want, Doubles.sum(alone, Doubles.times(base, -1)));
        }
        assertThat(
                        Doubles.largestDifference(
                                adapted.weight(Component.UNET, MODULE, first, second, kronecker),
                                want))
                .isLessThan(2e-6);
        assertThat(
                        Doubles.largestDifference(
                                adapted.weight(Component.UNET, MODULE, kronecker, second, first),
                                want))
                .isLessThan(2e-6);
    }

    @Test
    void aWeightOfZeroLeavesNothing() {
        change(
                List.of(new WeightedAdapter(first.file(), 0)),
                change -> {
                    assertThat(change).isNull();
                });
    }

    @Test
    void aWeightThatIsNoNumberIsRefused() {
        assertThatThrownBy(() ->
                        change(
                                List.of(new WeightedAdapter(first.file(), Double.NaN)),
                                change -> {}))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("NaN: give a number");
    }

    @Test
    void theBaseIsNeverWritten() {
        double[] before = adapted.base(Component.UNET, MODULE);
        adapted.tiny.lane.run(() -> {
            adapted.model.use(List.of(first, kronecker), new CancelToken());
            adapted.model.use(List.of(), new CancelToken());
        });
        assertThat(adapted.base(Component.UNET, MODULE)).isEqualTo(before);
    }

    @Test
    void biasesChange(@TempDir Path folder) {
        String stem = "unet." + NORM;
        AdapterBuilder file = new AdapterBuilder().random(stem + ".diff_b", 32);
        WeightedAdapter adapter = TinyAdapted.adapter(file.write(folder), 0.5);
        adapted.tiny.lane.run(() -> {
            try (NDManager owner = adapted.tiny.torch.newManager()) {
                double[] base = adapted.doubles(adapted.unet.biases().get(NORM));
                LayerChange change =
                        adapted.model
                                .stack()
                                .changes(owner, List.of(adapter), new CancelToken())
                                .get(Component.UNET)
                                .get(NORM);
                assertThat(change)
                        .isInstanceOfSatisfying(
                                LayerChange.Replaced.class,
                                replaced -> {
                                    double[] want =
                                            Doubles.sum(
                                                    base,
                                                    Doubles.times(file.get(stem + ".diff_b"), 0.5));
                                    assertThat(
                                                    Doubles.largestDifference(
                                                            adapted.doubles(replaced.bias()), want))
                                            .isLessThan(1e-6);
                                    assertThat(replaced.weight()).as("its own").isNull();
                                });
            }
        });
    }

    @Test
    void aLayerWithoutABiasGetsOne(@TempDir Path folder) {
        AdapterBuilder file =
                new AdapterBuilder().random(STEM + ".diff", 32, 80).random(STEM + ".diff_b", 32);
        change(
                List.of(TinyAdapted.adapter(file.write(folder), 2)),
                change -> {
                    assertThat(change)
                            .isInstanceOfSatisfying(
                                    LayerChange.Replaced.class,
                                    replaced ->
                                            assertThat(
                                                            Doubles.largestDifference(
                                                                    adapted.doubles(
                                                                            replaced.bias()),
                                                                    Doubles.times(
                                                                            file.get(
                                                                                    STEM
                                                                                            + ".diff_b"),
                                                                            2)))
                                                    .isLessThan(1e-6));
                });
    }

    @Test
    void embeddingsAreMerged(@TempDir Path folder) {
        String module = "text_model.embeddings.token_embedding";
        String stem = "text_encoder." + module;
        List<Long> shape = adapted.shape(Component.TEXT_ENCODER_1, module);
        AdapterBuilder file =
                new AdapterBuilder()
                        .random(stem + ".lora_A.weight", 2, shape.get(1))
                        .random(stem + ".lora_B.weight", shape.get(0), 2);
        WeightedAdapter adapter = TinyAdapted.adapter(file.write(folder), 1);
        adapted.tiny.lane.run(() -> {
            try (NDManager owner = adapted.tiny.torch.newManager()) {
                assertThat(
                                adapted.model
                                        .stack()
                                        .changes(owner, List.of(adapter), new CancelToken())
                                        .get(Component.TEXT_ENCODER_1)
                                        .get(module))
                        .isInstanceOf(LayerChange.Replaced.class);
            }
        });
    }

    @Test
    void changesComeInTheTypeTheNetworkComputesIn() {
        adapted.tiny.lane.run(() -> {
            try (AdapterStack stack =
                            new AdapterStack(
                                    adapted.tiny.torch,
                                    adapted.layers(),
                                    adapted.model.parameters(),
                                    ComputeType.BFLOAT16);
                    NDManager owner = adapted.tiny.torch.newManager()) {
                LayerChange change =
                        stack.changes(owner, List.of(first, kronecker), new CancelToken())
                                .get(Component.UNET)
                                .get(MODULE);
                assertThat(change)
                        .isInstanceOfSatisfying(
                                LayerChange.ReplacedWithBranch.class,
                                both -> {
                                    double[] want =
                                            adapted.weight(Component.UNET, MODULE, kronecker);
                                    double[] got = adapted.doubles(both.replaced().weight());
                                    double difference = Doubles.largestDifference(got, want);
                                    assertThat(difference).isBetween(1e-5, 0.02);
                                    for (double value : got) {
                                        assertThat(Float.floatToIntBits((float) value) & 0xffff)
                                                .isZero();
                                    }
                                    for (double value : adapted.doubles(both.branch().up())) {
                                        assertThat(Float.floatToIntBits((float) value) & 0xffff)
                                                .isZero();
                                    }
                                });
            }
        });
    }

    @Test
    void aFailureLeavesNothingWithTheOwner(@TempDir Path folder) {
        AdapterBuilder broken =
                new AdapterBuilder()
                        .lora("lora_unet_conv_in", 32, 4 * 9, 4)
                        .random(STEM + ".lora_down.weight", 4, 80)
                        .tensor(STEM + ".lora_up.weight", nan(32 * 4), 32, 4);
        WeightedAdapter adapter = TinyAdapted.adapter(broken.write(folder), 1);
        adapted.tiny.lane.run(() -> {
            try (NDManager owner = adapted.tiny.torch.newManager()) {
                assertThatThrownBy(() ->
                                adapted.model
                                        .stack()
                                        .changes(owner, List.of(first, adapter), new CancelToken()))
                        .isInstanceOf(AtelierException.class)
                        .hasMessageContaining("2 of 128 values of " + STEM + ".lora_up.weight");
                assertThat(owner.getManagedArrays()).isEmpty();
            }
        });
    }

    private static float[] nan(int count) {
        float[] values = new float[count];
        values[3] = Float.NaN;
        values[4] = Float.NEGATIVE_INFINITY;
        return values;
    }

    @Test
    void aFileThatChangedIsRefused() throws IOException {
        Files.write(lora.resolve("adapter.safetensors"), new byte[7], StandardOpenOption.APPEND);
        assertThatThrownBy(() -> change(List.of(first), change -> {}))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("changed");
    }

    @Test
    void stopsWhenCancelled() {
        CancelToken cancel = new CancelToken();
        cancel.cancel();
        assertThatThrownBy(() ->
                        adapted.tiny.lane.run(() -> adapted.model.use(List.of(second), cancel)))
                .isInstanceOf(CancelledException.class);
    }

    private static void change(List<WeightedAdapter> adapters, Consumer<LayerChange> check) {
        adapted.tiny.lane.run(() -> {
            try (NDManager owner = adapted.tiny.torch.newManager()) {
                Map<Component, Map<String, LayerChange>> changes =
                        adapted.model.stack().changes(owner, adapters, new CancelToken());
                check.accept(changes.getOrDefault(Component.UNET, Map.of()).get(MODULE));
            }
        });
    }
}
