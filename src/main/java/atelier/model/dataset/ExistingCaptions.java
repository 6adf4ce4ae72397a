package atelier.model.dataset;

/** What becomes of captions that are there when new ones are proposed. */
public enum ExistingCaptions {
    /** They stay; only pictures without one get one. */
    KEEP,
    /** What they do not say yet is added behind. */
    ADD,
    /** New ones take their place. */
    REPLACE
}
