package atelier.model.library;

/**
 * What a file or folder was found to be.
 *
 * @param kind what it holds
 * @param family what family of models it belongs to
 * @param reason why it is not used as a model, or cannot be read at all: one sentence; empty for a
 *     model that is used
 */
public record Detection(FileKind kind, ModelFamily family, String reason) {}
