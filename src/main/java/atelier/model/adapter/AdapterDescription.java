package atelier.model.adapter;

import atelier.model.generation.PredictionType;
import java.time.Instant;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What an adapter file is to say of itself.
 *
 * @param title its name as shown in a list
 * @param triggerPhrase what to put into the prompt; null if it needs none
 * @param author who made it; null to leave it out
 * @param text a few sentences about it; null to leave them out
 * @param resolution width and height it was trained at, such as {@code 1024x1024}
 * @param prediction what the model predicts
 * @param date when it was trained; null to leave it out
 * @param thumbnail a picture made with it; null if there is none
 * @param training facts of the training under sd-scripts' names, all beginning with {@code ss_};
 *     the writer adds those that every file has
 */
public record AdapterDescription(
        String title,
        @Nullable String triggerPhrase,
        @Nullable String author,
        @Nullable String text,
        String resolution,
        PredictionType prediction,
        @Nullable Instant date,
        @Nullable Thumbnail thumbnail,
        SequencedMap<String, String> training) {}
