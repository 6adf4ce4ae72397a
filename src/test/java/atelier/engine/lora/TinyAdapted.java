package atelier.engine.lora;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.sdxl.LayerChange;
import atelier.engine.sdxl.TextEncoder;
import atelier.engine.sdxl.TinySdxl;
import atelier.engine.sdxl.UNet;
import atelier.engine.torch.ComputeType;
import atelier.engine.weights.Component;
import atelier.engine.weights.DType;
import atelier.engine.weights.KeyMap;
import atelier.model.adapter.AdapterDescription;
import atelier.model.adapter.AdapterFormat;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The reference's tiny model with a place for adapters. */
final class TinyAdapted implements AutoCloseable {

    final TinySdxl tiny = new TinySdxl();
    final UNet unet = tiny.unet();
    final TextEncoder first = tiny.textEncoder("text_encoder");
    final TextEncoder second = tiny.textEncoder("text_encoder_2");
    final KeyMap names = KeyMap.unet(unet.config());
    final AdaptedModel model = model(ComputeType.FLOAT32);

    AdaptedModel model(ComputeType type) {
        return tiny.lane.call(() ->
                new AdaptedModel(
                        tiny.torch,
                        Map.of(
                                Component.UNET, unet,
                                Component.TEXT_ENCODER_1, first,
                                Component.TEXT_ENCODER_2, second),
                        names,
                        type));
    }

    /** A layer's parameters with every change worked in, as far as the changes touch them. */
    record Layer(double[] weight, double[] bias) {}

    /** Writes an adapter that was trained on this model. */
    void write(
            AdapterFormat format,
            DType type,
            Path path,
            List<TrainedLayer> layers,
            AdapterDescription description) {
        check(outputs ->
                new AdapterWriter(format, type, names, outputs)
                        .write(
                                path,
                                layers,
                                description,
                                ProgressListener.NONE,
                                new CancelToken()));
    }

    /** Works on the lane with a check of adapters that were trained on this model. */
    void check(Consumer<OutputCheck> work) {
        tiny.lane.run(() -> {
            NetworkParameters networks =
                    new NetworkParameters(
                            Map.of(
                                    Component.UNET, unet,
                                    Component.TEXT_ENCODER_1, first,
                                    Component.TEXT_ENCODER_2, second));
            try (OutputCheck outputs = new OutputCheck(tiny.torch, networks, names)) {
                work.accept(outputs);
            }
        });
    }

    ModelLayers layers() {
        return model.layers();
    }

    double[] base(Component component, String module) {
        return tiny.lane.call(() -> doubles(network(component).get(module)));
    }

    List<Long> shape(Component component, String module) {
        return Arrays.stream(network(component).get(module).getShape().getShape()).boxed().toList();
    }

    private Map<String, NDArray> network(Component component) {
        return switch (component) {
            case UNET -> unet.layers();
            case TEXT_ENCODER_1 -> first.layers();
            case TEXT_ENCODER_2 -> second.layers();
            case VAE -> throw new IllegalArgumentException();
        };
    }

    /**
     * The layer's weight under these adapters: W + up · down, in double, where they make a branch.
     */
    double[] weight(Component component, String module, WeightedAdapter... adapters) {
        return tiny.lane.call(() -> {
            try (NDManager owner = tiny.torch.newManager()) {
                LayerChange change =
                        model.stack()
                                .changes(owner, List.of(adapters), new CancelToken())
                                .getOrDefault(component, Map.of())
                                .get(module);
                double[] base = doubles(network(component).get(module));
                return switch (change) {
                    case null -> base;
                    case LayerChange.LowRank branch -> plus(base, branch);
                    case LayerChange.Replaced replaced -> doubles(replaced.weight());
                    case LayerChange.ReplacedWithBranch both ->
                            plus(doubles(both.replaced().weight()), both.branch());
                    case LayerChange.Trained _, LayerChange.TrainedAtOnce _ ->
                            throw new IllegalArgumentException(module + " is being trained");
                };
            }
        });
    }

    private double[] plus(double[] base, LayerChange.LowRank branch) {
        int rank = Math.toIntExact(branch.down().getShape().get(0));
        return Doubles.sum(
                base, Doubles.product(doubles(branch.up()), doubles(branch.down()), rank));
    }

    double[] doubles(NDArray array) {
        return Doubles.of(tiny.torch.toFloats(array));
    }

    static WeightedAdapter adapter(Path file, double weight) {
        return new WeightedAdapter(AdapterFile.open(file), weight);
    }

    @Override
    public void close() {
        tiny.lane.run(() -> {
            model.close();
            unet.close();
            first.close();
            second.close();
        });
        tiny.close();
    }
}
