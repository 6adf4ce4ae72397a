package atelier.engine.training;

import ai.djl.ndarray.NDArray;
import atelier.model.training.TrainingTargets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Picks the layers that an adapter is trained on. */
final class LoraTargets {

    private static final Pattern ATTENTION =
            Pattern.compile(".*\\.attn[12]\\.(to_q|to_k|to_v|to_out\\.0)");
    private static final Pattern TRANSFORMER = Pattern.compile(".*\\.attentions\\..*");
    private static final Pattern INSIDE = Pattern.compile("(down_blocks|mid_block|up_blocks)\\..*");

    private LoraTargets() {}

    /**
     * Those layers, by path.
     *
     * @param layers the weight of every layer of the UNet by its path, norms included
     */
    static List<LoraLayer> of(TrainingTargets targets, Map<String, NDArray> layers, int rank) {
        Pattern pattern =
                switch (targets) {
                    case ATTENTION -> ATTENTION;
                    case TRANSFORMERS -> TRANSFORMER;
                    case ALL -> INSIDE;
                };
        List<LoraLayer> chosen = new ArrayList<>();
        layers.forEach((module, weight) -> {
            long[] shape = weight.getShape().getShape();
            if (shape.length >= 2 && pattern.matcher(module).matches()) {
                List<Long> extents = Arrays.stream(shape).boxed().toList();
                chosen.add(new LoraLayer(module, extents, rank));
            }
        });
        chosen.sort(Comparator.comparing(LoraLayer::module));
        return List.copyOf(chosen);
    }
}
