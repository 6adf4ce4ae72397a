package atelier.service.review;

import atelier.model.AtelierException;
import atelier.service.storage.FileFailures;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file of prompts, one a line, in UTF-8. Empty lines, and those that begin with #, are none. */
public final class PromptLines {

    private PromptLines() {}

    /**
     * The prompts in their order.
     *
     * @throws AtelierException if it cannot be read, or there is none in it
     */
    public static List<String> read(Path file) {
        try {
            List<String> prompts =
                    Files.readString(file, StandardCharsets.UTF_8)
                            .lines()
                            .map(line -> line.replace("\uFEFF", "").strip())
                            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                            .toList();
            if (prompts.isEmpty()) {
                throw new AtelierException(
                        "%s holds no prompt: write one on each line.".formatted(file));
            }
            return prompts;
        } catch (CharacterCodingException e) {
            throw new AtelierException(
                    "%s is no text in UTF-8: save it as such.".formatted(file), e);
        } catch (IOException e) {
            throw FileFailures.reading(file, e);
        }
    }
}
