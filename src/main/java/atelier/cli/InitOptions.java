package atelier.cli;

import atelier.model.generation.InitImage;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The picture that image-to-image starts from. */
final class InitOptions {

    @Option(
            names = "--init",
            required = true,
            paramLabel = "IMAGE",
            description = "Picture to start from; it is scaled and cropped to the size.")
    private Path image;

    @Option(
            names = "--strength",
            paramLabel = "S",
            defaultValue = "0.75",
            description =
                    "How much of it is made anew: above 0, at most 1. Default: ${DEFAULT-VALUE}.")
    private double strength;

    @Option(
            names = "--mask",
            paramLabel = "IMAGE",
            description =
                    "Picture that is white where it is painted anew and black where it stays.")
    private @Nullable Path mask;

    /** What was chosen. */
    InitImage init() {
        return new InitImage(image, strength, mask);
    }
}
