package atelier.service.training.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.engine.training.TrainerState;
import atelier.engine.training.optimizers.OptimizerState;
import atelier.engine.weights.FloatTensor;
import atelier.model.AtelierException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateFileTest {

    private static final float[] WEIGHTS = {
        -0f, Float.MIN_VALUE, Float.MAX_VALUE, 1e-30f, (float) Math.PI
    };

    @TempDir private Path folder;

    private static SavedState state(long done) {
        SequencedMap<String, FloatTensor> weights = new LinkedHashMap<>();
        weights.put("b.lora_up", new FloatTensor(List.of(5L, 1L), WEIGHTS));
        weights.put("a.lora_down", new FloatTensor(List.of(2L), new float[] {1, done}));
        SequencedMap<String, FloatTensor> averages = new LinkedHashMap<>();
        averages.put("b.lora_up", new FloatTensor(List.of(2L), new float[] {5, 6}));
        SequencedMap<String, FloatTensor> arrays = new LinkedHashMap<>();
        arrays.put("mean", new FloatTensor(List.of(3L), new float[] {0.1f, 0.2f, 0.3f}));
        SequencedMap<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("updates", (double) done);
        numbers.put("d", Math.nextUp(0.1));
        numbers.put("small", -Double.MIN_VALUE);
        return new SavedState(
                new TrainerState(done, weights, averages, new OptimizerState(arrays, numbers)),
                null);
    }

    private RunStates states() {
        return new RunStates(files(), folder.resolve("plan.json"), "hash of the plan");
    }

    private StepFiles files() {
        return new StepFiles(folder.resolve("state"));
    }

    private Path file(long step) {
        return files().of(step);
    }

    @Test
    void everyBitComesBack() {
        StateFile.write(file(7), state(7), "hash");
        TrainerState back = StateFile.read(file(7)).trainer();
        assertThat(back.done()).isEqualTo(7);
        assertThat(back.weights().keySet()).containsExactlyInAnyOrder("a.lora_down", "b.lora_up");
        FloatTensor up = back.weights().get("b.lora_up");
        assertThat(up.shape()).containsExactly(5L, 1L);
        for (int i = 0; i < WEIGHTS.length; i++) {
            assertThat(Float.floatToRawIntBits(up.values()[i]))
                    .isEqualTo(Float.floatToRawIntBits(WEIGHTS[i]));
        }
        assertThat(back.optimizer().tensors().get("mean").values())
                .containsExactly(0.1f, 0.2f, 0.3f);
        assertThat(back.averages().get("b.lora_up").values()).containsExactly(5, 6);
        assertThat(back.optimizer().numbers())
                .containsEntry("updates", 7.0)
                .containsEntry("d", Math.nextUp(0.1))
                .containsEntry("small", -Double.MIN_VALUE);
        assertThat(StateFile.plan(file(7))).isEqualTo("hash");
    }

    @Test
    void aStepThatNobodyHasHeardOfComesBack() {
        String report = "{\"step\":7,\"loss\":0.1}";
        StateFile.write(file(7), new SavedState(state(7).trainer(), report), "hash");
        assertThat(StateFile.read(file(7)).unreported()).isEqualTo(report);
    }

    @Test
    void aSingleWrongBitIsNoticedAnywhere() throws IOException {
        StateFile.write(file(7), state(7), "hash");
        byte[] sound = Files.readAllBytes(file(7));
        for (int place = 0; place < sound.length; place += 5) {
            byte[] damaged = sound.clone();
            damaged[place] ^= 1;
            Files.write(file(7), damaged);
            assertThatThrownBy(() -> StateFile.read(file(7)))
                    .as("byte %d", place)
                    .isInstanceOf(DamagedStateException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01, 0.5, 0.999})
    void whereTheNewestIsCutOffTheOneBeforeIsTaken(double share) throws IOException {
        states().save(state(5));
        states().save(state(10));
        byte[] whole = Files.readAllBytes(file(10));
        Files.write(file(10), Arrays.copyOf(whole, (int) (share * whole.length)));
        List<String> notices = new ArrayList<>();
        assertThat(states().newest(notices::add).orElseThrow().trainer().done()).isEqualTo(5);
        assertThat(notices).singleElement().asString().contains("step-000010.safetensors");
    }

    @Test
    void theTwoNewestAreKept() {
        for (long step = 1; step <= 4; step++) {
            states().save(state(step));
        }
        assertThat(files().found().keySet()).containsExactly(3L, 4L);
    }

    @Test
    void aDamagedOneOfALaterStepGivesWay() throws IOException {
        states().save(state(5));
        Files.writeString(file(9), "damaged");
        states().save(state(6));
        assertThat(files().found().keySet()).containsExactly(5L, 6L);
    }

    @Test
    void aStateOfAnotherPlanIsRefused() {
        states().save(state(5));
        RunStates others = new RunStates(files(), folder.resolve("plan.json"), "another hash");
        assertThatThrownBy(() -> others.newest(notice -> {}))
                .isInstanceOf(AtelierException.class)
                .isNotInstanceOf(DamagedStateException.class)
                .hasMessageContaining("plan.json was changed after step 5 was saved");
    }
}
