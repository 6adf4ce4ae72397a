package atelier.engine.training.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import atelier.engine.torch.Torch;
import atelier.engine.training.parameters.Slot;
import atelier.model.AtelierException;
import atelier.model.training.OptimizerSettings;
import atelier.reference.Reference;
import atelier.reference.Reference.Tensors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Every run of the reference, on its quadratic problem. */
@Tag("reference")
class OptimizerReferenceTest {

    private static final List<String> PARAMETERS = List.of("W", "v");

    /**
     * What the reference says of runs whose parameters hardly move: fp32's own rounding of them.
     */
    private static final double ROUNDING = 1e-6;

    private final Reference reference = Reference.of("optimizers");
    private final Tensors tensors = reference.tensors("tensors.safetensors");

    @Test
    void hasARunForEachOptimizer() {
        assertThat(
                        reference.manifest().get("runs").values().stream()
                                .map(run -> new ReferenceRun(run).settings().optimizer()))
                .containsAll(Optimizers.all().stream().map(OptimizerType::id).toList());
    }

    @TestFactory
    Stream<DynamicTest> walksAsTheReference() {
        JsonNode runs = reference.manifest().get("runs");
        return runs.propertyNames().stream()
                .map(name ->
                        DynamicTest.dynamicTest(
                                name,
                                () ->
                                        Quadratic.onLane(torch ->
                                                walk(
                                                        torch,
                                                        name,
                                                        new ReferenceRun(runs.get(name))))));
    }

    private void walk(Torch torch, String name, ReferenceRun run) {
        OptimizerSettings settings = run.settings();
        Map<String, float[]> path = new LinkedHashMap<>();
        float[] losses = new float[run.steps()];
        double[] distances = new double[run.steps()];
        try (Quadratic problem = problem(torch);
                Optimizer optimizer =
                        Optimizers.get(settings.optimizer())
                                .create(torch, problem.store, settings)) {
            PARAMETERS.forEach(parameter ->
                    path.put(parameter, new float[run.steps() * start(parameter).length]));
            for (int step = 0; step < run.steps(); step++) {
                losses[step] = (float) problem.loss();
                problem.run(optimizer, 1, settings.learningRate());
                for (String parameter : PARAMETERS) {
                    float[] values = problem.store.read(parameter);
                    System.arraycopy(
                            values, 0, path.get(parameter), step * values.length, values.length);
                }
                distances[step] = optimizer.state().numbers().getOrDefault("d", 0.0);
            }
        }
        path.forEach((parameter, values) -> assertPath(name, parameter, values));
        tensors.assertClose(name + "/loss", losses);
        if (tensors.names().contains(name + "/d_f64")) {
            assertThat(distances)
                    .containsExactly(
                            tensors.doubles(name + "/d_f64"),
                            within(tensors.rtol() * distances[run.steps() - 1]));
        }
    }

    /** The places, and how far each is from the start: small steps are lost in the places. */
    private void assertPath(String run, String parameter, float[] got) {
        String name = run + "/" + parameter;
        tensors.assertClose(name, got);
        float[] want = tensors.floats(name);
        float[] start = start(parameter);
        double largest = 0;
        for (int i = 0; i < want.length; i++) {
            largest = Math.max(largest, Math.abs((double) want[i] - start[i % start.length]));
        }
        for (int i = 0; i < want.length; i++) {
            assertThat((double) got[i] - start[i % start.length])
                    .as("way %d of %s", i, name)
                    .isCloseTo(
                            (double) want[i] - start[i % start.length],
                            within(ROUNDING + tensors.rtol() * largest));
        }
    }

    private Quadratic problem(Torch torch) {
        List<Slot> slots =
                PARAMETERS.stream()
                        .map(name -> new Slot(name, tensors.shape("problem/" + name)))
                        .toList();
        return Quadratic.of(torch, slots, numbers(""), numbers("_target"), numbers("_curvature"));
    }

    private Map<String, float[]> numbers(String kind) {
        Map<String, float[]> numbers = new LinkedHashMap<>();
        PARAMETERS.forEach(name -> numbers.put(name, tensors.floats("problem/" + name + kind)));
        return numbers;
    }

    private float[] start(String parameter) {
        return tensors.floats("problem/" + parameter);
    }

    @Test
    void refusesAnUnknownOneByName() {
        assertThatThrownBy(() -> Optimizers.get("adam"))
                .isInstanceOf(AtelierException.class)
                .hasMessage(
                        "There is no optimizer 'adam'; choose one of adamw, prodigy, adafactor, lion, sgd.");
    }
}
