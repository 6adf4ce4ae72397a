package atelier.model.restoration;

import java.nio.file.Path;

/** How an image is made larger. */
public sealed interface UpscaleChoice {

    /** Not at all. */
    UpscaleChoice NONE = new None();

    /** How many times as wide and high it comes out; 1 for as it is. */
    int factor();

    /** Leaves it as it is. */
    record None() implements UpscaleChoice {

        @Override
        public int factor() {
            return 1;
        }
    }

    /** By Lanczos' filter, which invents nothing. */
    record Lanczos(int factor) implements UpscaleChoice {}

    /**
     * By a network such as Real-ESRGAN.
     *
     * @param file the network
     * @param factor that is asked for; what the network makes in excess is shrunk again
     */
    record Network(Path file, int factor) implements UpscaleChoice {}
}
