package atelier.engine.training.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import atelier.engine.torch.Autograd;
import atelier.engine.torch.Lane;
import atelier.engine.torch.Torch;
import atelier.engine.training.parameters.ParameterStore;
import atelier.engine.training.parameters.Slot;
import atelier.model.AtelierException;
import atelier.model.training.OptimizerSettings;
import atelier.reference.Reference;
import atelier.reference.Reference.Tensors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Every run of the reference whose optimizer the registry has, on its quadratic problem. */
@Tag("reference")
class OptimizerReferenceTest {

    private final Reference reference = Reference.of("optimizers");
    private final Tensors tensors = reference.tensors("tensors.safetensors");
    private Lane lane;
    private Torch torch;

    @BeforeEach
    void open() {
        lane = new Lane();
        torch = lane.call(() -> new Torch(lane, Device.cpu()));
    }

    @AfterEach
    void close() {
        lane.run(torch::close);
        lane.close();
    }

    @Test
    void hasARunForEachOptimizer() {
        List<String> covered =
                reference.manifest().get("runs").values().stream()
                        .flatMap(run -> type(run).stream())
                        .map(OptimizerType::id)
                        .toList();
        assertThat(covered).containsAll(Optimizers.all().stream().map(OptimizerType::id).toList());
    }

    @TestFactory
    Stream<DynamicTest> walksAsTheReference() {
        JsonNode runs = reference.manifest().get("runs");
        return runs.propertyNames().stream()
                .filter(name -> type(runs.get(name)).isPresent())
                .map(name ->
                        DynamicTest.dynamicTest(
                                name, () -> lane.run(() -> walk(name, runs.get(name)))));
    }

    private static Optional<OptimizerType> type(JsonNode run) {
        return switch (run.get("class").asString()) {
            case "torch.AdamW" -> Optional.of(Optimizers.get("adamw"));
            default -> Optional.empty();
        };
    }

    private void walk(String name, JsonNode run) {
        JsonNode args = run.get("args");
        OptimizerSettings settings =
                new OptimizerSettings(
                        type(run).orElseThrow().id(),
                        args.get("lr").asDouble(),
                        args.get("weight_decay").asDouble(),
                        args.get("betas").get(0).asDouble(),
                        args.get("betas").get(1).asDouble(),
                        args.get("eps").asDouble());
        List<Slot> slots = Stream.of("W", "v").map(this::slot).toList();
        Map<String, List<float[]>> path = new LinkedHashMap<>();
        try (Autograd autograd = new Autograd(torch);
                ParameterStore store = new ParameterStore(torch, autograd, slots);
                Optimizer optimizer = type(run).orElseThrow().create(torch, store, settings)) {
            slots.forEach(slot -> store.write(slot.name(), problem(slot.name())));
            for (int step = 0; step < run.get("steps").asInt(); step++) {
                slots.forEach(slot -> setGradient(store, slot.name()));
                optimizer.step(args.get("lr").asDouble());
                slots.forEach(slot ->
                        path.computeIfAbsent(slot.name(), key -> new ArrayList<>())
                                .add(store.read(slot.name())));
            }
        }
        path.forEach(
                (parameter, values) -> tensors.assertClose(name + "/" + parameter, joined(values)));
    }

    private Slot slot(String name) {
        return new Slot(name, tensors.shape("problem/" + name));
    }

    private float[] problem(String name) {
        return tensors.floats("problem/" + name);
    }

    /** The gradient of half the squared distance, weighted by the curvature. */
    private void setGradient(ParameterStore store, String name) {
        float[] values = store.read(name);
        float[] target = problem(name + "_target");
        float[] curvature = problem(name + "_curvature");
        float[] gradient = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            gradient[i] = curvature[i] * (values[i] - target[i]);
        }
        store.writeGradient(name, gradient);
    }

    private static float[] joined(List<float[]> parts) {
        float[] all = new float[parts.size() * parts.getFirst().length];
        for (int i = 0; i < parts.size(); i++) {
            System.arraycopy(parts.get(i), 0, all, i * parts.get(i).length, parts.get(i).length);
        }
        return all;
    }

    @Test
    void refusesAnUnknownOneByName() {
        assertThatThrownBy(() -> Optimizers.get("adam"))
                .isInstanceOf(AtelierException.class)
                .hasMessage("There is no optimizer 'adam'; choose one of adamw.");
    }
}
