package atelier.cli;

import atelier.model.generation.ModelChoice;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The model that a command works with. */
final class ModelOptions {

    @Option(
            names = "--model",
            required = true,
            paramLabel = "M",
            description = "SDXL model: a single .safetensors file or a diffusers folder.")
    private Path model;

    @Mixin private ModelOverrides overrides;

    /** The choice that was made. */
    ModelChoice choice() {
        return overrides.of(model);
    }
}
