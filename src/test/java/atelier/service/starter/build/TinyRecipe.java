package atelier.service.starter.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A recipe whose stage takes a second: five steps of an autoencoder with eight channels. */
public final class TinyRecipe {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String TEXT =
            """
            {"format": 1, "seed": 3, "stages": [
              {"name": "vae", "type": "autoencoder", "begin": "random", "steps": 5,
               "learningRate": 0.002, "warmUp": 2, "schedule": "cosine", "weightDecay": 0.01,
               "beta2": 0.99, "maxGradientNorm": 1, "emaDecay": 0.9, "precision": "bf16",
               "saveEvery": 2, "logEvery": 1,
               "settings": {
                 "widths": [8, 8, 8, 8], "layersPerBlock": 1, "normGroups": 2,
                 "loss": {"absolute": 1, "squared": 1, "edges": 1, "colours": 2, "divergence": 1e-3},
                 "side": 32, "pictures": 4, "heldOut": 2,
                 "phases": [{"until": 0.6, "crop": 16, "batch": 2}, {"until": 1, "crop": 32, "batch": 1}]}}]}
            """;

    private final ObjectNode recipe = (ObjectNode) JSON.readTree(TEXT);

    /** The recipe itself. */
    public ObjectNode json() {
        return recipe;
    }

    /** Its only stage. */
    public ObjectNode stage() {
        return (ObjectNode) recipe.get("stages").get(0);
    }

    /** What only stages of its type have. */
    public ObjectNode settings() {
        return (ObjectNode) stage().get("settings");
    }

    /** Adds a stage that goes on with the weights of the first. */
    public ObjectNode addSecond() {
        ObjectNode second = stage().deepCopy();
        second.put("name", "vae-2");
        second.put("begin", "model");
        recipe.withArray("stages").add(second);
        return second;
    }

    /** Writes it into a folder. */
    public Path write(Path folder) throws IOException {
        return Files.writeString(
                Files.createDirectories(folder).resolve("recipe.json"), recipe.toString());
    }
}
