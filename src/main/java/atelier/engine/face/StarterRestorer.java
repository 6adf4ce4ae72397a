package atelier.engine.face;

import atelier.engine.onnx.OnnxRuntime;
import atelier.model.AtelierException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Restorers that Atelier trained itself. A {@code config.json} beside the network says how it is
 * used: {@code {"network": "face-restorer", "template": "ffhq", "side": 256}}.
 */
final class StarterRestorer {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String KIND = "face-restorer";
    private static final int LARGEST = 2048;

    /** How a network is used; anything may be missing. */
    private record Config(@Nullable String network, @Nullable String template, int side) {}

    private StarterRestorer() {}

    /** Loads one, which takes no fidelity. */
    static FaceRestorer open(OnnxRuntime runtime, Path file, double fidelity) {
        Path description = file.resolveSibling("config.json");
        Config config = config(description);
        if (!KIND.equals(config.network())
                || config.template() == null
                || config.side() < 1
                || config.side() > LARGEST) {
            throw unreadable(description, null);
        }
        return PlainRestorer.open(
                runtime, file, template(config.template(), description), config.side());
    }

    private static FaceTemplate template(String name, Path description) {
        try {
            return FaceTemplate.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw unreadable(description, e);
        }
    }

    private static Config config(Path file) {
        try {
            return JSON.readValue(Files.readString(file, StandardCharsets.UTF_8), Config.class);
        } catch (IOException | JacksonException e) {
            throw unreadable(file, e);
        }
    }

    private static AtelierException unreadable(Path file, @Nullable Exception cause) {
        return new AtelierException(
                "%s does not say how its network restores faces: get the folder again."
                        .formatted(file),
                cause);
    }
}
