package atelier.engine.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.lora.TrainedLayer;
import atelier.engine.lora.TrainedTensor;
import atelier.engine.sampler.Seeds;
import atelier.engine.sampler.TorchRandom;
import atelier.engine.sdxl.LayerChange;
import atelier.engine.torch.Autograd;
import atelier.engine.torch.Parameter;
import atelier.engine.torch.Torch;
import atelier.engine.training.parameters.ParameterStore;
import atelier.engine.training.parameters.Slot;
import atelier.engine.weights.Component;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The low-rank branches that are trained (Hu et al. 2021, "LoRA"): y = W x + alpha/rank ·
 * up(down(x)).
 */
final class LoraParameters implements AutoCloseable {

    private final List<LoraLayer> layers;
    private final double alpha;
    private final ParameterStore store;
    private final NDManager owner;
    private final NDArray scale;

    LoraParameters(Torch torch, Autograd autograd, List<LoraLayer> layers, double alpha) {
        this.layers = layers;
        this.alpha = alpha;
        this.store =
                new ParameterStore(
                        torch,
                        autograd,
                        layers.stream()
                                .flatMap(layer -> Stream.of(layer.down(), layer.up()))
                                .toList());
        this.owner = torch.newManager();
        this.scale = torch.floats(owner, new float[] {(float) (alpha / layers.getFirst().rank())});
    }

    /**
     * As a run begins: the second matrices zero, so that nothing is changed yet, the first evenly
     * spread as He et al. 2015 with a = √5, which is ±1/√(fan in).
     */
    void initialize(long seed) {
        for (LoraLayer layer : layers) {
            Slot down = layer.down();
            TorchRandom random = new TorchRandom(Seeds.of(seed, 0, down.name()));
            float[] numbers = random.uniform(Math.toIntExact(down.size()));
            double bound = 1 / Math.sqrt((double) layer.fanIn());
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = (float) ((numbers[i] * 2 - 1) * bound);
            }
            store.write(down.name(), numbers);
        }
    }

    /** Their numbers and gradients. */
    ParameterStore store() {
        return store;
    }

    /** What they do to the UNet. */
    Map<String, LayerChange> changes() {
        Map<String, Parameter> parameters = store.parameters();
        Map<String, LayerChange> changes = new LinkedHashMap<>();
        for (LoraLayer layer : layers) {
            Map<String, Parameter> pair =
                    Map.of(
                            "lora_down", parameters.get(layer.down().name()),
                            "lora_up", parameters.get(layer.up().name()));
            Map<String, NDArray> constants =
                    alpha == layer.rank() ? Map.of() : Map.of("lora_scale", scale);
            changes.put(layer.module(), new LayerChange.Trained(pair, constants));
        }
        return changes;
    }

    /** A copy of their numbers as they are now. */
    List<TrainedLayer> trained() {
        return layers.stream()
                .map(layer ->
                        new TrainedLayer(
                                Component.UNET,
                                layer.module(),
                                tensor(layer.down()),
                                tensor(layer.up()),
                                alpha))
                .toList();
    }

    private TrainedTensor tensor(Slot slot) {
        return new TrainedTensor(store.read(slot.name()), slot.shape());
    }

    @Override
    public void close() {
        owner.close();
        store.close();
    }
}
