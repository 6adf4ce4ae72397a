package atelier.app;

import atelier.model.library.Workspace;
import atelier.service.library.TokenizerImportService;

/** Makes the services, each from what it needs. */
final class Services implements AutoCloseable {

    /** Imports CLIP's vocabulary into a workspace. */
    TokenizerImportService tokenizerImport(Workspace workspace) {
        return new TokenizerImportService(workspace);
    }

    @Override
    public void close() {}
}
