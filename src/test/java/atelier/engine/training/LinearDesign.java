package atelier.engine.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.torch.ComputeType;
import atelier.engine.torch.Torch;
import atelier.engine.training.network.Losses;
import atelier.engine.training.network.NetworkDesign;
import atelier.engine.training.network.TrainedNetwork;
import atelier.model.job.CancelToken;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Two weights, a and b, whose loss is (a − x)² + 3 (b − x)², x being the batch. */
record LinearDesign() implements NetworkDesign<Double> {

    @Override
    public SequencedMap<String, List<Long>> shapes() {
        SequencedMap<String, List<Long>> shapes = new LinkedHashMap<>();
        shapes.put("a", List.of(1L));
        shapes.put("b", List.of(1L));
        return shapes;
    }

    @Override
    public TrainedNetwork<Double> build(
            Torch torch, Map<String, NDArray> weights, ComputeType type) {
        return new TrainedNetwork<>() {
            @Override
            public Losses losses(NDManager owner, Double batch, CancelToken cancel) {
                cancel.check();
                NDArray first = square(owner, torch, weights.get("a"), batch);
                NDArray second = square(owner, torch, weights.get("b"), batch).mul(3);
                NDArray total = first.add(second);
                List.of(first, second, total).forEach(array -> array.attach(owner));
                SequencedMap<String, NDArray> parts = new LinkedHashMap<>();
                parts.put("first", first);
                parts.put("second", second);
                return new Losses(total, parts);
            }

            @Override
            public void close() {}
        };
    }

    private static NDArray square(NDManager owner, Torch torch, NDArray weight, double x) {
        NDArray wide = torch.cast(owner, weight, ComputeType.FLOAT32);
        return wide.sub((float) x).square().sum();
    }
}
