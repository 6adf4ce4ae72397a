package atelier.model.generation;

import java.util.List;

/**
 * What was understood of a prompt.
 *
 * @param marks in the order in which they stand in it
 * @param variants how many wordings its choices come to, at least 1
 * @param problem why no image can be made of it, in one sentence; empty where there is no reason
 */
public record PromptReading(List<PromptMark> marks, long variants, String problem) {

    /** Of an empty prompt. */
    public static final PromptReading NOTHING = new PromptReading(List.of(), 1, "");

    /** Copies the list. */
    public PromptReading {
        marks = List.copyOf(marks);
    }
}
