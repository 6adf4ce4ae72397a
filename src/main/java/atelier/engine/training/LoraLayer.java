package atelier.engine.training;

import atelier.engine.training.parameters.Slot;
import java.util.List;

/**
 * A layer that gets a low-rank branch.
 *
 * @param module its path in the UNet, in diffusers' names
 * @param weight shape of the layer's own weight: [out, in] or [out, in, k, k]
 * @param rank of the branch
 */
record LoraLayer(String module, List<Long> weight, int rank) {

    Slot down() {
        boolean convolution = weight.size() == 4;
        return new Slot(
                module + ".lora_down",
                convolution
                        ? List.of((long) rank, weight.get(1), weight.get(2), weight.get(3))
                        : List.of((long) rank, weight.get(1)));
    }

    Slot up() {
        boolean convolution = weight.size() == 4;
        return new Slot(
                module + ".lora_up",
                convolution
                        ? List.of(weight.get(0), (long) rank, 1L, 1L)
                        : List.of(weight.get(0), (long) rank));
    }

    /** How many inputs each row of the first matrix has. */
    long fanIn() {
        return down().size() / rank;
    }
}
