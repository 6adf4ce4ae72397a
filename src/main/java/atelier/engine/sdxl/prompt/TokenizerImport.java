package atelier.engine.sdxl.prompt;

import atelier.engine.weights.AtomicFile;
import atelier.model.AtelierException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * Copies CLIP's tokenizer files into the workspace, once, for all models that bring none. What
 * would not load is never copied.
 */
public final class TokenizerImport {

    private final Path target;

    /**
     * @param target the workspace's folder {@code tokenizers/clip}; made if need be
     */
    public TokenizerImport(Path target) {
        this.target = target;
    }

    /**
     * Imports from a folder with {@code vocab.json} and {@code merges.txt} (or {@code
     * tokenizer.json}), or from a diffusers folder that holds such a folder.
     *
     * @return how many tokens the vocabulary has
     * @throws AtelierException if the folder has no such files, they are no CLIP vocabulary, or the
     *     workspace cannot be written; what was imported before then stays
     */
    public int from(Path folder) {
        BpeFiles files =
                Stream.of(folder, folder.resolve(TokenizerSlot.FIRST.folder()))
                        .map(BpeFiles::find)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElseThrow(() ->
                                new AtelierException(
                                        "%s has no vocab.json and merges.txt: name the folder that holds CLIP's, such as the folder tokenizer of a diffusers model."
                                                .formatted(folder)));
        ClipTokenizer tokenizer =
                new ClipTokenizer(
                        files.folder().toString(),
                        files.load(),
                        TokenizerConfig.standard(TokenizerSlot.SECOND));
        replace(files);
        return tokenizer.vocabularySize();
    }

    private void replace(BpeFiles files) {
        try {
            Files.createDirectories(target);
            if (Files.isSameFile(files.folder(), target)) {
                return;
            }
            SequencedMap<String, byte[]> contents = new LinkedHashMap<>();
            for (String name : files.names()) {
                contents.put(name, Files.readAllBytes(files.folder().resolve(name)));
            }
            write(contents);
            for (String name : BpeFiles.NAMES) {
                if (!files.names().contains(name)) {
                    Files.deleteIfExists(target.resolve(name));
                }
            }
        } catch (IOException e) {
            throw new AtelierException(
                    "The tokenizer cannot be stored in %s (%s): check that this is a folder you may write to."
                            .formatted(target, e.getMessage()),
                    e);
        }
    }

    /** Nested, so that all are on the drive before the first takes its place. */
    private void write(SequencedMap<String, byte[]> contents) {
        Map.Entry<String, byte[]> first = contents.pollFirstEntry();
        if (first == null) {
            return;
        }
        AtomicFile.write(
                target.resolve(first.getKey()),
                channel -> {
                    ByteBuffer remaining = ByteBuffer.wrap(first.getValue());
                    while (remaining.hasRemaining()) {
                        channel.write(remaining);
                    }
                },
                staged -> write(contents));
    }
}
