package atelier.engine.training.network;

import ai.djl.ndarray.NDArray;
import atelier.engine.clip.PictureTowerConfig;
import atelier.engine.torch.ComputeType;
import atelier.engine.torch.Torch;
import atelier.engine.weights.TextEncoderConfig;
import atelier.engine.weights.TextEncoderShapes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * SDXL's two text encoders and a picture tower, trained together so that pictures and their
 * captions fall on the same place (Radford et al. 2021). Each encoder has a projection of its own
 * in training; SDXL ships that of the second alone.
 *
 * @param encoders the first and the second
 *     <p>Pictures and captions come with what they show and say. To learn sooner what matters in
 *     small pictures, training reads that off the embeddings, by the same linear layer from those
 *     of pictures and of captions; it is not shipped.
 * @param encoders the first and the second
 * @param tower projects to the width of each encoder's projection
 * @param traits how many values each attribute has that pictures show and captions say
 * @param traitShare what the loss of reading them off is multiplied by; the contrast's is not
 */
public record ClipDesign(
        List<TextEncoderConfig> encoders,
        PictureTowerConfig tower,
        List<Integer> traits,
        double traitShare)
        implements NetworkDesign<CaptionedPictures> {

    /** The logarithm of what cosines are multiplied by, for each encoder. */
    static final String SCALES = "logit_scales";

    private static final String TOWER = "picture_tower.";

    /** 1 / 0.07, where CLIP's temperature begins. */
    private static final float FIRST_SCALE = (float) Math.log(1 / 0.07);

    private static final double TOKENS = 0.02;
    private static final double POSITIONS = 0.01;

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if the projections do not go together
     */
    public ClipDesign {
        encoders = List.copyOf(encoders);
        traits = List.copyOf(traits);
        if (!tower.projections()
                .equals(encoders.stream().map(TextEncoderConfig::projectionSize).toList())) {
            throw new IllegalArgumentException(
                    "a picture tower that projects to %s, with text encoders %s"
                            .formatted(tower.projections(), encoders));
        }
    }

    /** The matrix that reads traits off the embeddings of an encoder's space. */
    static String traits(int encoder) {
        return "traits.%d.weight".formatted(encoder);
    }

    /** What the names of an encoder's weights begin with. */
    public static String prefix(int encoder) {
        return encoder == 0 ? "text_encoder." : "text_encoder_%d.".formatted(encoder + 1);
    }

    @Override
    public SequencedMap<String, List<Long>> shapes() {
        SequencedMap<String, List<Long>> shapes = new LinkedHashMap<>();
        for (int i = 0; i < encoders.size(); i++) {
            String prefix = prefix(i);
            TextEncoderShapes.of(encoders.get(i))
                    .forEach((name, shape) -> shapes.put(prefix + name, shape));
        }
        tower.shapes().forEach((name, shape) -> shapes.put(TOWER + name, shape));
        shapes.put(SCALES, List.of((long) encoders.size()));
        long values = traits.stream().mapToInt(Integer::intValue).sum();
        for (int i = 0; i < encoders.size(); i++) {
            shapes.put(traits(i), List.of(values, (long) encoders.get(i).projectionSize()));
        }
        return shapes;
    }

    /**
     * As CLIP's own: normal around 0, the narrower the wider and deeper an encoder is. Residual
     * blocks of the tower begin as the identity.
     */
    @Override
    public Initialization initialization() {
        Initialization rules = Initialization.of(shapes());
        for (int i = 0; i < encoders.size(); i++) {
            rules = rules(rules, prefix(i).replace(".", "\\."), encoders.get(i));
        }
        return rules.with(SCALES, new Filling.Constant(FIRST_SCALE))
                .with("picture_tower\\..*\\.conv2\\.(weight|bias)", new Filling.Constant(0));
    }

    private static Initialization rules(
            Initialization rules, String prefix, TextEncoderConfig config) {
        double width = 1 / Math.sqrt(config.hiddenSize());
        double residual = width / Math.sqrt(2.0 * config.layers());
        return rules.with(prefix + ".*\\.token_embedding\\.weight", new Filling.Normal(TOKENS))
                .with(prefix + ".*\\.position_embedding\\.weight", new Filling.Normal(POSITIONS))
                .with(prefix + ".*\\.[qkv]_proj\\.weight", new Filling.Normal(width))
                .with(prefix + ".*\\.(out_proj|fc2)\\.weight", new Filling.Normal(residual))
                .with(prefix + ".*\\.fc1\\.weight", new Filling.Normal(width / Math.sqrt(2)))
                .with(prefix + "text_projection\\.weight", new Filling.Normal(width))
                .with(prefix + ".*(proj|fc1|fc2)\\.bias", new Filling.Constant(0));
    }

    @Override
    public TrainedNetwork<CaptionedPictures> build(
            Torch torch, Map<String, NDArray> weights, ComputeType type) {
        return new TrainedClip(torch, this, weights, type);
    }

    /** What belongs to one encoder, named as in its own file. */
    public static <T> SequencedMap<String, T> encoder(int number, Map<String, T> all) {
        return below(prefix(number), all);
    }

    /** What belongs to the picture tower. */
    public static <T> SequencedMap<String, T> tower(Map<String, T> all) {
        return below(TOWER, all);
    }

    private static <T> SequencedMap<String, T> below(String prefix, Map<String, T> weights) {
        SequencedMap<String, T> found = new LinkedHashMap<>();
        weights.forEach((name, weight) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), weight);
            }
        });
        return found;
    }
}
