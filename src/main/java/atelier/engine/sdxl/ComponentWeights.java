package atelier.engine.sdxl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.torch.ComputeType;
import atelier.engine.torch.Torch;
import atelier.engine.torch.WeightLoader;
import atelier.engine.weights.Checkpoint;
import atelier.engine.weights.Component;
import atelier.engine.weights.SafetensorsFile;
import atelier.engine.weights.WeightSource;
import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The arrays of one network of a checkpoint, in the element type it computes in, and the maps of
 * files behind them.
 */
final class ComponentWeights implements AutoCloseable {

    private final NDManager owner;
    private final List<WeightLoader> loaders = new ArrayList<>();
    private final Map<String, NDArray> arrays = new LinkedHashMap<>();

    private ComponentWeights(NDManager owner) {
        this.owner = owner;
    }

    static ComponentWeights load(
            Torch torch,
            Checkpoint checkpoint,
            Component component,
            ComputeType type,
            ProgressListener progress,
            CancelToken cancel) {
        return load(
                torch, checkpoint.weights(component), component.label(), type, progress, cancel);
    }

    /**
     * The same for tensors that lie anywhere.
     *
     * @param label what the network is called in sentences
     */
    static ComponentWeights load(
            Torch torch,
            Map<String, WeightSource> sources,
            String label,
            ComputeType type,
            ProgressListener progress,
            CancelToken cancel) {
        ComponentWeights weights = new ComponentWeights(torch.newManager());
        boolean loaded = false;
        try {
            weights.read(torch, sources, label, type, progress, cancel);
            loaded = true;
            return weights;
        } finally {
            if (!loaded) {
                weights.close();
            }
        }
    }

    private void read(
            Torch torch,
            Map<String, WeightSource> sources,
            String label,
            ComputeType type,
            ProgressListener progress,
            CancelToken cancel) {
        Map<SafetensorsFile, WeightLoader> byFile = new HashMap<>();
        String stage = "Loading the " + label;
        progress.progressed(Progress.of(stage, 0, sources.size(), "tensor"));
        for (Map.Entry<String, WeightSource> entry : sources.entrySet()) {
            cancel.check();
            WeightSource source = entry.getValue();
            WeightLoader loader =
                    byFile.computeIfAbsent(
                            source.file(),
                            file -> {
                                WeightLoader opened = new WeightLoader(torch, file, type, owner);
                                loaders.add(opened);
                                return opened;
                            });
            long[] shape = source.storedShape().stream().mapToLong(Long::longValue).toArray();
            NDArray array = loader.load(source.begin(), source.end(), source.dtype(), shape);
            arrays.put(entry.getKey(), source.transposed() ? transposed(array) : array);
        }
        progress.progressed(Progress.of(stage, sources.size(), sources.size(), "tensor"));
    }

    private NDArray transposed(NDArray array) {
        NDArray view = array.transpose();
        view.attach(owner);
        return view;
    }

    /** The arrays by their names in diffusers' and transformers' layout. */
    Map<String, NDArray> arrays() {
        return arrays;
    }

    @Override
    public void close() {
        owner.close();
        loaders.forEach(WeightLoader::close);
    }
}
