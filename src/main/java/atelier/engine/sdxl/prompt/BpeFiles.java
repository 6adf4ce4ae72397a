package atelier.engine.sdxl.prompt;

import atelier.engine.sdxl.prompt.BpeModel.SymbolPair;
import atelier.model.AtelierException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The files in one folder that hold a byte-pair encoding: {@code vocab.json} with {@code
 * merges.txt}, or {@code tokenizer.json}, which newer programs write in their stead.
 *
 * @param folder where they lie
 * @param names the file names
 */
record BpeFiles(Path folder, List<String> names) {

    static final String VOCABULARY = "vocab.json";
    static final String MERGES = "merges.txt";
    static final String WHOLE = "tokenizer.json";

    /** Every name that a file of this kind may have. */
    static final List<String> NAMES = List.of(VOCABULARY, MERGES, WHOLE);

    BpeFiles {
        names = List.copyOf(names);
    }

    /**
     * The files of a folder; nothing where it has neither a vocabulary nor merges.
     *
     * @throws AtelierException if one of the pair is there without the other
     */
    static Optional<BpeFiles> find(Path folder) {
        boolean vocabulary = Files.exists(folder.resolve(VOCABULARY));
        boolean merges = Files.exists(folder.resolve(MERGES));
        if (vocabulary && merges) {
            return Optional.of(new BpeFiles(folder, List.of(VOCABULARY, MERGES)));
        }
        if (Files.exists(folder.resolve(WHOLE))) {
            return Optional.of(new BpeFiles(folder, List.of(WHOLE)));
        }
        if (vocabulary || merges) {
            throw new AtelierException(
                    "%s has %s but lacks %s: put both files of the same model there."
                            .formatted(
                                    folder,
                                    vocabulary ? VOCABULARY : MERGES,
                                    vocabulary ? MERGES : VOCABULARY));
        }
        return Optional.empty();
    }

    /** Whether the other folder holds the same encoding, byte for byte. */
    boolean sameContent(BpeFiles other) {
        try {
            for (String name : names) {
                if (!names.equals(other.names)
                        || Files.mismatch(folder.resolve(name), other.folder.resolve(name)) >= 0) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            // Loading will say what is wrong with the file.
            return false;
        }
    }

    /**
     * Reads and checks the files.
     *
     * @throws AtelierException if one is missing, damaged or not of the other's model
     */
    BpeModel load() {
        if (names.contains(WHOLE)) {
            return loadWhole(folder.resolve(WHOLE));
        }
        Path vocabulary = folder.resolve(VOCABULARY);
        Path merges = folder.resolve(MERGES);
        return new BpeModel(
                "%s and %s in %s".formatted(VOCABULARY, MERGES, folder),
                vocabulary(vocabulary, TokenizerJson.read(vocabulary)),
                merges(merges, TokenizerJson.text(merges).lines().toList()));
    }

    private static BpeModel loadWhole(Path file) {
        JsonNode model = TokenizerJson.read(file).path("model");
        List<String> lines = new ArrayList<>();
        for (JsonNode merge : model.path("merges")) {
            lines.add(
                    merge.isArray()
                            ? merge.path(0).asString("") + " " + merge.path(1).asString("")
                            : merge.asString(""));
        }
        return new BpeModel(
                "The vocabulary and merges in " + file,
                vocabulary(file, model.path("vocab")),
                merges(file, lines));
    }

    private static Map<String, Integer> vocabulary(Path file, JsonNode json) {
        Map<String, Integer> ids = new HashMap<>();
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            JsonNode id = entry.getValue();
            if (!id.isInt() || id.asInt() < 0) {
                throw new AtelierException(
                        "%s is damaged: the id of its token %s is not a whole number; get the file again."
                                .formatted(file, entry.getKey()));
            }
            ids.put(entry.getKey(), id.asInt());
        }
        return ids;
    }

    private static List<SymbolPair> merges(Path file, List<String> lines) {
        List<SymbolPair> pairs = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || (i == 0 && line.contains("#version"))) {
                continue;
            }
            int space = line.indexOf(' ');
            if (space < 1 || space != line.lastIndexOf(' ') || space == line.length() - 1) {
                throw new AtelierException(
                        "%s is damaged: its entry %d is not two tokens with a space between; get the file again."
                                .formatted(file, i + 1));
            }
            pairs.add(new SymbolPair(line.substring(0, space), line.substring(space + 1)));
        }
        return pairs;
    }
}
