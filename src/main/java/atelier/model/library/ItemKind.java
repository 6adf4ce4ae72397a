package atelier.model.library;

/** What the library holds and its history tells of. */
public enum ItemKind {
    /** A character, by its slug. */
    CHARACTER,
    /** A picture, by the character's slug and its name with a slash between. */
    PICTURE,
    /** An adapter, by its file. */
    ADAPTER,
    /** An image, by its file. */
    IMAGE,
    /** A training run, by its folder. */
    RUN,
    /** A model, by its name in the folder of models. */
    MODEL
}
