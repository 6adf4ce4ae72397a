package atelier.engine.training.losses;

import java.util.List;
import java.util.function.Function;

/**
 * Pictures that go through the UNet together.
 *
 * @param height of the latents of all
 * @param width of the latents of all
 * @param examples at least one, with captions of one kind and length
 */
public record Batch(int height, int width, List<Example> examples) {

    /** Copies the list. */
    public Batch {
        examples = List.copyOf(examples);
    }

    /** How many pictures there are. */
    public int size() {
        return examples.size();
    }

    /** Channels of the latents. */
    public int channels() {
        return examples.getFirst().latents().length / (height * width);
    }

    /** A part of each picture, in order. */
    public <T> List<T> each(Function<Example, T> part) {
        return examples.stream().map(part).toList();
    }
}
