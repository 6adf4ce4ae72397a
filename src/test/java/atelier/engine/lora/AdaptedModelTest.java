package atelier.engine.lora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import atelier.engine.torch.ComputeType;
import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Adapters on a network that runs: what counts is its output, bit by bit. */
class AdaptedModelTest {

    private static final String FC1 = "text_encoder.text_model.encoder.layers.0.mlp.fc1";
    private static final String NORM = "text_encoder.text_model.encoder.layers.1.layer_norm1";

    private static TinyAdapted adapted;
    private static float[] plain;

    @TempDir Path lora;
    @TempDir Path full;

    private WeightedAdapter branch;
    private WeightedAdapter replaced;

    @BeforeAll
    static void load() {
        adapted = new TinyAdapted();
        plain = output();
    }

    @AfterAll
    static void close() {
        adapted.close();
    }

    @BeforeEach
    void write() {
        branch =
                TinyAdapted.adapter(
                        new AdapterBuilder()
                                .random(FC1 + ".lora_A.weight", 4, 32)
                                .random(FC1 + ".lora_B.weight", 64, 4)
                                .write(lora),
                        1);
        replaced =
                TinyAdapted.adapter(
                        new AdapterBuilder()
                                .random(FC1 + ".diff", 64, 32)
                                .random(FC1 + ".diff_b", 64)
                                .random(NORM + ".diff_b", 32)
                                .write(full),
                        1);
    }

    @AfterEach
    void remove() {
        use();
    }

    @Test
    void removingGivesBackTheFormerOutput() {
        use(branch, replaced);
        assertThat(output()).isNotEqualTo(plain);
        use();
        assertThat(output()).isEqualTo(plain);
    }

    @Test
    void swappingIsTheSameAsStartingAnew() {
        use(replaced);
        float[] alone = output();
        use(branch, replaced);
        assertThat(output()).isNotEqualTo(alone);
        use(replaced);
        assertThat(output()).isEqualTo(alone);
    }

    @Test
    void biasesActToo() {
        use(replaced);
        float[] whole = output();
        WeightedAdapter withoutBiases =
                TinyAdapted.adapter(
                        new AdapterBuilder().random(FC1 + ".diff", 64, 32).write(full), 1);
        use(withoutBiases);
        assertThat(output()).isNotEqualTo(whole).isNotEqualTo(plain);
    }

    @Test
    void theSameAdaptersStayWhereTheyAre() {
        use(branch);
        float[] before = output();
        use(branch);
        assertThat(output()).isEqualTo(before);
        use(new WeightedAdapter(branch.file(), 0.5));
        assertThat(output()).isNotEqualTo(before);
    }

    @Test
    void aFailureLeavesThePlainModel(@TempDir Path folder) {
        use(branch);
        WeightedAdapter stranger =
                TinyAdapted.adapter(
                        new AdapterBuilder().lora("lora_unet_nowhere", 8, 8, 1).write(folder), 1);
        assertThatThrownBy(() -> use(branch, stranger)).isInstanceOf(AtelierException.class);
        assertThat(output()).isEqualTo(plain);
        use(branch);
        assertThat(output()).isNotEqualTo(plain);
    }

    @Test
    void closingLeavesThePlainModel() {
        AdaptedModel other = adapted.model(ComputeType.FLOAT32);
        adapted.tiny.lane.run(() -> other.use(List.of(branch), new CancelToken()));
        assertThat(output()).isNotEqualTo(plain);
        adapted.tiny.lane.run(other::close);
        assertThat(output()).isEqualTo(plain);
    }

    private static void use(WeightedAdapter... adapters) {
        adapted.tiny.lane.run(() -> adapted.model.use(List.of(adapters), new CancelToken()));
    }

    private static float[] output() {
        return adapted.tiny.lane.call(() -> {
            try (NDManager owner = adapted.tiny.torch.newManager()) {
                long[] ids = new long[77];
                for (int i = 0; i < ids.length; i++) {
                    ids[i] = i;
                }
                return adapted.tiny.torch.toFloats(
                        adapted.first
                                .encode(owner, adapted.tiny.torch.longs(owner, ids, 1, 77), 0)
                                .states());
            }
        });
    }
}
