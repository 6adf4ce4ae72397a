package atelier.service.training;

import atelier.engine.sdxl.SdxlModel;
import atelier.engine.sdxl.TextStates;
import atelier.engine.sdxl.prompt.PromptChunks;
import atelier.engine.training.losses.Caption;
import atelier.engine.weights.Component;
import atelier.engine.weights.FloatTensor;
import atelier.model.generation.EmphasisMode;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What the text encoders make of captions: of those that are known before, cached once in the run's
 * folder, so that the encoders can leave the memory; of others, as they come, a few of them kept.
 * Either way the same caption gives the same numbers. Where the encoders are trained, all captions
 * stay tokens. Runs on the lane.
 */
final class CaptionStates {

    /** As many make 40 MB. */
    private static final int KEPT = 64;

    private record Key(String caption, int chunks) {}

    private final SdxlModel model;
    private final @Nullable TensorCache cache;
    private final String networks;
    private final int least;
    private final Map<Key, TextStates> known = new HashMap<>();
    private final SequencedMap<Key, TextStates> recent = new LinkedHashMap<>();

    /**
     * @param cache of states; null where captions stay tokens
     * @param together whether captions of different length go through the UNet together, so that
     *     the shorter are filled up
     * @param captions those that are known
     */
    CaptionStates(
            SdxlModel model,
            @Nullable TensorCache cache,
            boolean together,
            Collection<String> captions) {
        this.model = model;
        this.cache = cache;
        this.networks =
                CacheInputs.of(model, "text", Component.TEXT_ENCODER_1)
                        + CacheInputs.of(model, "text", Component.TEXT_ENCODER_2);
        this.least = together ? captions.stream().mapToInt(this::chunks).max().orElse(1) : 1;
    }

    private int chunks(String caption) {
        return model.prompts().plain(caption).count();
    }

    /** A caption that is known, its states from the cache or for it. */
    Caption known(String caption) {
        Key key = new Key(caption, Math.max(least, chunks(caption)));
        return cache == null
                ? tokens(key)
                : new Caption.Encoded(
                        known.computeIfAbsent(key, missing -> cached(cache, missing)));
    }

    private Caption tokens(Key key) {
        return new Caption.Tokens(chunks(key));
    }

    /** Any captions, all of one length. */
    List<Caption> of(List<String> captions) {
        int chunks = Math.max(least, captions.stream().mapToInt(this::chunks).max().orElse(1));
        return captions.stream()
                .map(caption -> new Key(caption, chunks))
                .map(key -> cache == null ? tokens(key) : new Caption.Encoded(of(key)))
                .toList();
    }

    private TextStates of(Key key) {
        TextStates states = known.get(key);
        if (states == null) {
            states = recent.remove(key);
            states = states == null ? encoded(key) : states;
            recent.put(key, states);
            if (recent.size() > KEPT) {
                recent.pollFirstEntry();
            }
        }
        return states;
    }

    private TextStates cached(TensorCache cache, Key key) {
        Map<String, FloatTensor> tensors =
                cache.get(
                        networks + key.chunks() + " " + key.caption(), () -> tensors(encoded(key)));
        FloatTensor context = tensors.get("context");
        FloatTensor pooled = tensors.get("pooled");
        if (context == null || pooled == null) {
            throw new IllegalStateException("a cached file of a text lacks a part");
        }
        return new TextStates(
                Math.toIntExact(context.shape().getFirst()), context.values(), pooled.values());
    }

    private static Map<String, FloatTensor> tensors(TextStates states) {
        return Map.of(
                "context",
                        new FloatTensor(
                                List.of((long) states.tokens(), (long) states.width()),
                                states.context()),
                "pooled", new FloatTensor(List.of((long) states.pooled().length), states.pooled()));
    }

    private TextStates encoded(Key key) {
        return model.text().encode(chunks(key), 0, EmphasisMode.NO_NORM);
    }

    private PromptChunks chunks(Key key) {
        return model.prompts().filledTo(key.chunks(), model.prompts().plain(key.caption()));
    }
}
