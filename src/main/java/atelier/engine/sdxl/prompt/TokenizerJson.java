package atelier.engine.sdxl.prompt;

import atelier.model.AtelierException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a tokenizer's files, with one plain sentence for whatever is wrong with one. */
final class TokenizerJson {

    /** CLIP's vocabulary has 1 MB; more than this was meant for something else. */
    private static final long LARGEST = 64L << 20;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private TokenizerJson() {}

    /** The text of a file. */
    static String text(Path file) {
        try {
            long size = Files.size(file);
            if (size > LARGEST) {
                throw new AtelierException(
                        "%s has %,d bytes and so is no tokenizer file of CLIP: get the file again."
                                .formatted(file, size));
            }
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new AtelierException(file + " is not UTF-8 text: get the file again.", e);
        } catch (NoSuchFileException e) {
            throw new AtelierException(
                    file + " is missing: put CLIP's " + file.getFileName() + " there.", e);
        } catch (IOException e) {
            throw new AtelierException(
                    "%s cannot be read (%s): check that it is a file which you may read."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    /** A file's JSON object. */
    static JsonNode read(Path file) {
        JsonNode json;
        try {
            json = JSON.readTree(text(file));
        } catch (JacksonException e) {
            throw new AtelierException(
                    "%s is damaged at line %d, where it is not JSON: get the file again."
                            .formatted(file, Math.max(1, e.getLocation().getLineNr())),
                    e);
        }
        if (!json.isObject()) {
            throw new AtelierException(file + " holds no JSON object: get the file again.");
        }
        return json;
    }

    static Optional<JsonNode> readIfPresent(Path file) {
        return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }
}
