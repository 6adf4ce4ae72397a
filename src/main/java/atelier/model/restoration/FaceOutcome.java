package atelier.model.restoration;

/** What became of a face. */
public enum FaceOutcome {
    /** It was restored. */
    RESTORED,
    /** It was to be left alone. */
    LEFT_ALONE,
    /** It is as high as the settings leave alone, or higher. */
    LARGE_ENOUGH,
    /** Its eyes are so near each other that nobody could tell what it looked like. */
    TOO_SMALL,
    /** It is so large that the network's face, stretched over it, would be less sharp. */
    TOO_LARGE
}
