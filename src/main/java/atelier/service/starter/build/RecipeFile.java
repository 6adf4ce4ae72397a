package atelier.service.starter.build;

import atelier.model.AtelierException;
import atelier.service.storage.FileFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads recipes. An entry that is missing or unknown is refused, as it would be a slip. */
public final class RecipeFile {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(EnumFeature.READ_ENUMS_USING_TO_STRING)
                    .enable(EnumFeature.WRITE_ENUMS_USING_TO_STRING)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*");

    private RecipeFile() {}

    /**
     * Reads a recipe.
     *
     * @throws AtelierException if it cannot be read, or an entry is missing, unknown or out of
     *     range
     */
    public static Recipe read(Path file) {
        try {
            Recipe recipe = JSON.readValue(Files.readString(file), Recipe.class);
            check(recipe, file);
            return recipe;
        } catch (IOException e) {
            throw FileFailures.reading(file, e);
        } catch (JacksonException e) {
            throw new AtelierException(
                    "%s is no recipe of a starter model: %s"
                            .formatted(file, e.getOriginalMessage()),
                    e);
        }
    }

    /**
     * What only one type of stage has.
     *
     * @param type a record with a component for each entry
     * @throws AtelierException if an entry is missing or unknown
     */
    public static <T extends Record> T settings(StageRecipe stage, Class<T> type) {
        JsonNode settings = stage.settings();
        try {
            return JSON.treeToValue(settings == null ? JSON.createObjectNode() : settings, type);
        } catch (JacksonException e) {
            throw new AtelierException(
                    "The settings of the stage %s do not fit its type %s: %s"
                            .formatted(stage.name(), stage.type(), e.getOriginalMessage()),
                    e);
        }
    }

    /** All that a stage follows from, as text. */
    static String text(StageRecipe stage, long seed) {
        return JSON.writeValueAsString(stage) + " seed " + seed;
    }

    private static void check(Recipe recipe, Path file) {
        require(recipe.format() == Recipe.FORMAT, file, "format", "1");
        Set<String> names = new HashSet<>();
        for (StageRecipe stage : recipe.stages()) {
            String where = "stage " + stage.name() + ": ";
            require(
                    NAME.matcher(stage.name()).matches() && names.add(stage.name()),
                    file,
                    where + "name",
                    "lower-case letters, digits and hyphens, unlike any other stage's");
            require(stage.steps() >= 1, file, where + "steps", "1 or more");
            require(stage.learningRate() > 0, file, where + "learningRate", "above 0");
            require(stage.warmUp() >= 0, file, where + "warmUp", "0 or more");
            require(stage.weightDecay() >= 0, file, where + "weightDecay", "0 or more");
            require(isShare(stage.beta2()), file, where + "beta2", "0 to below 1");
            require(stage.maxGradientNorm() >= 0, file, where + "maxGradientNorm", "0 or more");
            require(isShare(stage.emaDecay()), file, where + "emaDecay", "0 to below 1");
            require(stage.saveEvery() >= 1, file, where + "saveEvery", "1 or more");
            require(stage.logEvery() >= 1, file, where + "logEvery", "1 or more");
        }
    }

    private static boolean isShare(double number) {
        return number >= 0 && number < 1;
    }

    private static void require(boolean holds, Path file, String what, String allowed) {
        if (!holds) {
            throw new AtelierException(
                    "%s is no recipe of a starter model: %s must be %s."
                            .formatted(file, what, allowed));
        }
    }
}
