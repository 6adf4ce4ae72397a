package atelier.service.library;

import atelier.engine.sdxl.prompt.TokenizerImport;
import atelier.model.library.Workspace;
import java.nio.file.Path;

/**
 * Brings CLIP's vocabulary into a workspace, for models that carry no tokenizer, as single files
 * do.
 */
public final class TokenizerImportService {

    private final Path target;

    /** Imports into that workspace. */
    public TokenizerImportService(Workspace workspace) {
        this.target = workspace.tokenizers();
    }

    /**
     * What was imported.
     *
     * @param folder where the vocabulary lies now
     * @param tokens how many tokens it has
     */
    public record Imported(Path folder, int tokens) {}

    /**
     * Imports the vocabulary of a folder.
     *
     * @param folder holds {@code vocab.json} and {@code merges.txt}, or {@code tokenizer.json}; or
     *     a diffusers model
     * @throws atelier.model.AtelierException if it holds no vocabulary that loads, or the workspace
     *     cannot be written; what was imported before then stays
     */
    public Imported importFrom(Path folder) {
        return new Imported(target, new TokenizerImport(target).from(folder));
    }
}
