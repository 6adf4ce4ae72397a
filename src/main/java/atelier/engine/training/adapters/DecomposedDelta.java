package atelier.engine.training.adapters;

import atelier.engine.lora.TensorRole;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * DoRA (Liu et al. 2024) over another method: W' = m (W + ΔW) / ‖W + ΔW‖ with a norm and a
 * magnitude m for each input, over all outputs and the kernel; m begins as ‖W‖.
 *
 * <p>Each input, as in the paper and LyCORIS: files with a magnitude for each output, as PEFT has
 * it, are read in several ways, ComfyUI taking the norm of W alone and Stable Diffusion web UI that
 * of the inputs.
 */
record DecomposedDelta(LayerDelta delta) implements LayerDelta {

    @Override
    public AdaptedLayer layer() {
        return delta.layer();
    }

    @Override
    public int rank() {
        return delta.rank();
    }

    @Override
    public double alpha() {
        return delta.alpha();
    }

    @Override
    public List<DeltaArray> arrays() {
        List<Long> shape = new ArrayList<>(Collections.nCopies(layer().weight().size(), 1L));
        shape.set(1, layer().inputs());
        List<DeltaArray> arrays = new ArrayList<>(delta.arrays());
        arrays.add(new DeltaArray(TensorRole.DORA_SCALE, shape, new Beginning.InputNorms()));
        return List.copyOf(arrays);
    }
}
