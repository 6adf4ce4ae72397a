package atelier.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atelier.engine.training.parameters.ParameterStore;
import atelier.reference.Reference;
import atelier.reference.Reference.Tensors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** What one variant of the reference's training gave. */
final class Expected {

    private static final String FIRST_FILE = "lora.safetensors";

    private final String variant;
    private final JsonNode tolerance;
    private final Tensors series;
    private final Tensors initial;

    /** Tensors of this variant by what they are, such as "after_5", then by parameter. */
    private final Map<String, Map<String, float[]>> states = new LinkedHashMap<>();

    Expected(Reference reference, String variant) {
        this.variant = variant;
        this.tolerance = reference.manifest().get("tolerance");
        this.series = reference.tensors("tensors.safetensors");
        this.initial = reference.tensors(FIRST_FILE);
        for (String file : reference.manifest().get("tensors").propertyNames()) {
            Tensors tensors = reference.tensors(file);
            for (String name : tensors.names()) {
                String[] parts = name.split("/", 3);
                if (parts[0].equals(variant) && parts.length == 3) {
                    states.computeIfAbsent(parts[1], key -> new LinkedHashMap<>())
                            .put(here(parts[2]), tensors.floats(name));
                }
            }
        }
    }

    private static String here(String name) {
        return name.replace(".lora_A", ".lora_down").replace(".lora_B", ".lora_up");
    }

    private static String there(String name) {
        return name.replace(".lora_down", ".lora_A").replace(".lora_up", ".lora_B");
    }

    void initialize(ParameterStore store) {
        int given = 0;
        for (String name : initial.names()) {
            if (name.startsWith("init/")) {
                store.write(here(name.substring("init/".length())), initial.floats(name));
                given++;
            }
        }
        assertThat(store.parameters()).hasSize(given);
    }

    /** Compares whatever the reference has for the moment after that update. */
    void assertState(ParameterStore store, int update) {
        Map<String, float[]> gradients = states.remove("grad_" + update);
        if (gradients != null) {
            assertThat(gradients.keySet()).isEqualTo(store.parameters().keySet());
            JsonNode bounds = tolerance.get("gradients");
            gradients.forEach((name, want) -> {
                double most = bounds.get("rtol").asDouble() * largest(want);
                assertThat(store.readGradient(name))
                        .as("gradient %d of %s", update, name)
                        .containsExactly(
                                want, within((float) (most + bounds.get("atol").asDouble())));
            });
        }
        Map<String, float[]> weights = states.remove("after_" + update);
        if (weights != null) {
            assertThat(weights.keySet()).isEqualTo(store.parameters().keySet());
            weights.forEach((name, want) -> assertWeights(name, store.read(name), want));
        }
    }

    private void assertWeights(String name, float[] got, float[] want) {
        JsonNode bounds = tolerance.get("weights");
        assertThat(got)
                .as(name)
                .containsExactly(want, within((float) bounds.get("atol").asDouble()));
        double sum = 0;
        for (int i = 0; i < want.length; i++) {
            sum += Math.abs((double) got[i] - want[i]);
        }
        assertThat(sum / want.length)
                .as("mean difference of %s", name)
                .isLessThanOrEqualTo(bounds.get("mean_atol").asDouble());
    }

    private static double largest(float[] values) {
        double largest = 0;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /** Compares one number an update, or a batch. */
    void assertSeries(String what, List<Double> got) {
        float[] want = series.floats(variant + "/" + what);
        assertThat(got).as(what).hasSize(want.length);
        JsonNode bounds = tolerance.get("losses");
        for (int i = 0; i < want.length; i++) {
            double most =
                    bounds.get("rtol").asDouble() * Math.abs(want[i])
                            + bounds.get("atol").asDouble();
            assertThat(got.get(i)).as("%s %d", what, i).isCloseTo(want[i], within(most));
        }
    }

    /** Compares the sums at the end, and that every state the reference has was compared. */
    void assertSums(ParameterStore store) {
        assertThat(states.keySet()).as("states never reached").isEmpty();
        float[] want = series.floats(variant + "/final_lora_sum_abs");
        TreeSet<String> names = new TreeSet<>();
        store.parameters().keySet().forEach(name -> names.add(there(name)));
        assertThat(names).hasSize(want.length);
        int i = 0;
        for (String name : names) {
            double sum = 0;
            float[] values = store.read(here(name));
            for (float value : values) {
                sum += Math.abs(value);
            }
            double most = values.length * tolerance.get("weights").get("mean_atol").asDouble();
            assertThat(sum).as("sum of %s", name).isCloseTo(want[i++], within(most));
        }
    }
}
