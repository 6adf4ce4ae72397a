package atelier.service.starter.build;

import atelier.engine.sampler.Seeds;
import atelier.engine.torch.ComputeDevice;
import atelier.engine.torch.Torch;
import atelier.model.AtelierException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a stage works with.
 *
 * @param torch of the lane it runs on
 * @param device that it computes on
 * @param recipe of the stage
 * @param seed of the whole build
 * @param out the model's folder that is being built
 * @param shipped the folder of the recipe, where parts of an earlier build may lie
 */
public record StageContext(
        Torch torch, ComputeDevice device, StageRecipe recipe, long seed, Path out, Path shipped) {

    /**
     * The model's folder that holds a part which this stage needs: the one that is being built,
     * else that of an earlier build.
     *
     * @param part a file or folder in it, such as {@code vae}
     * @throws AtelierException if neither has it
     */
    public Path modelWith(String part) {
        return findModelWith(part)
                .orElseThrow(() ->
                        new AtelierException(
                                "The stage %s needs %s, which is neither in %s nor in %s: build the stage before it first."
                                        .formatted(recipe.name(), part, out, shipped)));
    }

    /** What a stage says that cannot go on from what it wrote. */
    AtelierException beginsAtRandom() {
        return new AtelierException(
                "The stage %s begins with random weights alone, as what it writes is rounded: correct begin in the recipe."
                        .formatted(recipe.name()));
    }

    /** The seed of random numbers for one picture of a step, unlike any other's. */
    long pictureSeed(long step, int picture) {
        return Seeds.of(seed, step, recipe.name() + " picture " + picture);
    }

    /** Where the pictures lie that show what the stage came to. */
    Path sheet() {
        return out.resolve("sheet-%s.png".formatted(recipe.name()));
    }

    /** That folder, for a part which this stage can do without. */
    Optional<Path> findModelWith(String part) {
        return Stream.of(out, shipped)
                .filter(model -> Files.exists(model.resolve(part)))
                .findFirst();
    }
}
