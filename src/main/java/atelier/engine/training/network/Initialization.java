package atelier.engine.training.network;

import atelier.engine.sampler.Seeds;
import atelier.engine.sampler.TorchRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How the weights of a network begin: by rules of their names, the first that fits, and where none
 * does, as PyTorch has it. There matrices and kernels and their biases are evenly spread within
 * 1/√n of 0, n being the inputs of each output (Kaiming uniform of He et al. 2015 with a = √5), and
 * norms are the identity.
 *
 * <p>Each weight has random numbers of its own, so that it does not depend on what else there is.
 */
public final class Initialization {

    private static final String WEIGHT = ".weight";
    private static final String BIAS = ".bias";

    private record Rule(Pattern names, Filling filling) {}

    private final Map<String, List<Long>> shapes;
    private final List<Rule> rules;

    private Initialization(Map<String, List<Long>> shapes, List<Rule> rules) {
        this.shapes = Map.copyOf(shapes);
        this.rules = List.copyOf(rules);
    }

    /** PyTorch's own for weights of those names and extents. */
    public static Initialization of(Map<String, List<Long>> shapes) {
        return new Initialization(shapes, List.of());
    }

    /**
     * The same with one rule more, after those that there are.
     *
     * @param names a regular expression that whole names match
     */
    public Initialization with(String names, Filling filling) {
        List<Rule> more = new ArrayList<>(rules);
        more.add(new Rule(Pattern.compile(names), filling));
        return new Initialization(shapes, more);
    }

    /**
     * The same with the rules of residual blocks without norms after those that there are: the
     * second convolution of a block begins with zeros, so that the block is the identity (Zhang et
     * al. 2019), all else is {@link Filling.Rectified}, and biases are 0.
     */
    public Initialization rectified() {
        return with(".*\\.blocks\\.\\d+\\.conv2\\.weight", new Filling.Constant(0))
                .with(".*\\.weight", new Filling.Rectified())
                .with(".*\\.bias", new Filling.Constant(0));
    }

    /** The numbers of one weight, row-major. */
    public float[] values(long seed, String name) {
        Filling filling =
                rules.stream()
                        .filter(rule -> rule.names().matcher(name).matches())
                        .map(Rule::filling)
                        .findFirst()
                        .orElseGet(() -> usual(name));
        return filling.values(shape(name), new TorchRandom(Seeds.of(seed, 0, "weight " + name)));
    }

    private Filling usual(String name) {
        boolean bias = name.endsWith(BIAS);
        String weight = bias ? name.substring(0, name.length() - BIAS.length()) + WEIGHT : name;
        List<Long> shape = shape(weight);
        if (shape.size() < 2) {
            return new Filling.Constant(bias ? 0 : 1);
        }
        return Filling.usual(shape);
    }

    private List<Long> shape(String name) {
        List<Long> shape = shapes.get(name);
        if (shape == null) {
            throw new IllegalArgumentException("no weight is called " + name);
        }
        return shape;
    }
}
