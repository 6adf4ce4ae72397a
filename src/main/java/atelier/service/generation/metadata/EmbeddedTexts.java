package atelier.service.generation.metadata;

import java.util.List;
import java.util.Map;

/**
 * The texts that a picture file carries.
 *
 * @param byKeyword as in a PNG; what stands in a user comment goes under "parameters"
 * @param problems what was wrong with the file, as parts of a sentence
 */
record EmbeddedTexts(Map<String, String> byKeyword, List<String> problems) {

    EmbeddedTexts {
        byKeyword = Map.copyOf(byKeyword);
        problems = List.copyOf(problems);
    }
}
