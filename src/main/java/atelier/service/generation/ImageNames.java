package atelier.service.generation;

import atelier.model.generation.GenerationRequest;
import atelier.model.library.Workspace;

/** Names of generated images: the seed, and the first words of the prompt. */
final class ImageNames {

    private static final int LONGEST = 48;

    private ImageNames() {}

    static String stem(GenerationRequest request, long seed) {
        String words = Workspace.slug(request.prompt());
        int end = Math.min(LONGEST, words.length());
        // Not in the middle of a letter outside the basic plane.
        if (end > 0 && Character.isHighSurrogate(words.charAt(end - 1))) {
            end--;
        }
        return words.isEmpty() ? Long.toString(seed) : seed + "-" + words.substring(0, end);
    }
}
