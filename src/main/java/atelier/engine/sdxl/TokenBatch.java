package atelier.engine.sdxl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.sdxl.prompt.PromptChunks;
import atelier.engine.sdxl.prompt.TokenIds;
import atelier.engine.torch.Torch;
import java.util.List;
import java.util.function.Function;

/**
 * Prompts as the text encoders take them: the chunks of each one after another, [prompts · chunks,
 * tokens].
 *
 * @param one ids for the first encoder
 * @param two ids for the second
 */
public record TokenBatch(NDArray one, NDArray two) {

    /**
     * Copies the ids to the device.
     *
     * @param owner closes the arrays
     * @param prompts of equally many chunks
     * @throws IllegalArgumentException if they are not
     */
    public static TokenBatch of(Torch torch, NDManager owner, List<PromptChunks> prompts) {
        if (prompts.stream().mapToInt(PromptChunks::count).distinct().count() != 1) {
            throw new IllegalArgumentException("prompts of different length go in together");
        }
        return new TokenBatch(
                ids(torch, owner, prompts, PromptChunks.Chunk::one),
                ids(torch, owner, prompts, PromptChunks.Chunk::two));
    }

    private static NDArray ids(
            Torch torch,
            NDManager owner,
            List<PromptChunks> prompts,
            Function<PromptChunks.Chunk, TokenIds> encoder) {
        List<long[]> rows =
                prompts.stream()
                        .flatMap(prompt -> prompt.chunks().stream())
                        .map(chunk -> encoder.apply(chunk).ids())
                        .toList();
        int length = rows.getFirst().length;
        long[] all = new long[rows.size() * length];
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(rows.get(i), 0, all, i * length, length);
        }
        return torch.longs(owner, all, rows.size(), length);
    }
}
