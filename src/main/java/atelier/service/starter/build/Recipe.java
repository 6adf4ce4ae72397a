package atelier.service.starter.build;

import java.util.List;

/**
 * How the starter model is built; {@code models/starter/recipe.json}.
 *
 * @param format 1
 * @param seed from which all random numbers follow
 * @param stages in the order to build them
 */
public record Recipe(int format, long seed, List<StageRecipe> stages) {

    /** The format that is known. */
    static final int FORMAT = 1;

    /** Copies the list. */
    public Recipe {
        stages = List.copyOf(stages);
    }
}
