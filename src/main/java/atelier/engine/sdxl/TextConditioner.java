package atelier.engine.sdxl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.sdxl.prompt.Emphasis;
import atelier.engine.sdxl.prompt.PromptChunks;
import atelier.engine.sdxl.prompt.TokenIds;
import atelier.engine.torch.Torch;
import atelier.model.generation.EmphasisMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Turns the chunks of a prompt into what the UNet is conditioned on, through both text encoders.
 */
public final class TextConditioner {

    private final Torch torch;
    private final TextEncoder one;
    private final TextEncoder two;

    /**
     * @param one the encoder without projection
     * @param two the encoder whose pooled output the UNet takes
     */
    public TextConditioner(Torch torch, TextEncoder one, TextEncoder two) {
        this.torch = torch;
        this.one = one;
        this.two = two;
    }

    /**
     * Encodes a prompt.
     *
     * @param clipSkip layers skipped beyond SDXL's own choice, 0 to the layers of the smaller
     *     encoder − 1
     * @param emphasis how the weights of tokens act; on the hidden states alone, not on the pooled
     *     output
     * @throws NotFiniteException if the result is infinite or not a number
     */
    public TextStates encode(PromptChunks chunks, int clipSkip, EmphasisMode emphasis) {
        List<TokenIds> ones = chunks.chunks().stream().map(PromptChunks.Chunk::one).toList();
        List<TokenIds> twos = chunks.chunks().stream().map(PromptChunks.Chunk::two).toList();
        try (NDManager call = torch.newManager()) {
            TokenBatch ids = TokenBatch.of(torch, call, List.of(chunks));
            TextEncoder.Output first = one.encode(call, ids.one(), clipSkip);
            TextEncoder.Output second = two.encode(call, ids.two(), clipSkip);
            float[] a = weighted(checked(first.states()), ones, emphasis);
            float[] b = weighted(checked(second.states()), twos, emphasis);
            int tokens = ones.stream().mapToInt(chunk -> chunk.ids().length).sum();
            NDArray pooled =
                    Objects.requireNonNull(second.pooled(), "the second encoder has no projection");
            return new TextStates(tokens, sideBySide(a, b, tokens), checked(pooled.get("0")));
        }
    }

    /**
     * Encodes captions together, as {@link #encode} does each, all their tokens weighing 1.
     *
     * @param prompts of one chunk each
     * @throws NotFiniteException if the result is infinite or not a number
     */
    public List<TextStates> encode(List<PromptChunks> prompts) {
        try (NDManager call = torch.newManager()) {
            TokenBatch ids = TokenBatch.of(torch, call, prompts);
            TextEncoder.Output first = one.encode(call, ids.one(), 0);
            TextEncoder.Output second = two.encode(call, ids.two(), 0);
            float[] a = checked(first.states());
            float[] b = checked(second.states());
            float[] pooled =
                    checked(
                            Objects.requireNonNull(
                                    second.pooled(), "the second encoder has no projection"));
            int tokens = (int) ids.one().getShape().get(1);
            List<TextStates> states = new ArrayList<>();
            for (int i = 0; i < prompts.size(); i++) {
                states.add(
                        new TextStates(
                                tokens,
                                sideBySide(
                                        part(a, i, prompts.size()),
                                        part(b, i, prompts.size()),
                                        tokens),
                                part(pooled, i, prompts.size())));
            }
            return states;
        }
    }

    private static float[] part(float[] all, int place, int count) {
        int size = all.length / count;
        return Arrays.copyOfRange(all, place * size, (place + 1) * size);
    }

    private float[] checked(NDArray result) {
        float[] values = torch.toFloats(result);
        NotFiniteException.check(
                values,
                "The text encoders make numbers that are none of the prompt: the checkpoint or an adapter is damaged, or the weight of an adapter or in the prompt is far too large.");
        return values;
    }

    private static float[] weighted(float[] states, List<TokenIds> chunks, EmphasisMode emphasis) {
        float[] all = new float[states.length];
        int size = states.length / chunks.size();
        for (int i = 0; i < chunks.size(); i++) {
            float[] chunk = new float[size];
            System.arraycopy(states, i * size, chunk, 0, size);
            System.arraycopy(
                    Emphasis.apply(chunk, chunks.get(i).weights(), emphasis),
                    0,
                    all,
                    i * size,
                    size);
        }
        return all;
    }

    private static float[] sideBySide(float[] a, float[] b, int tokens) {
        int left = a.length / tokens;
        int right = b.length / tokens;
        float[] both = new float[a.length + b.length];
        for (int i = 0; i < tokens; i++) {
            System.arraycopy(a, i * left, both, i * (left + right), left);
            System.arraycopy(b, i * right, both, i * (left + right) + left, right);
        }
        return both;
    }
}
