package atelier.model.generation;

/** What came of looking for generation settings in an image file. */
public sealed interface SettingsLookup {

    /** The image tells how it was made. */
    record Found(ImageSettings settings) implements SettingsLookup {}

    /**
     * It does not.
     *
     * @param reason one plain sentence that names the file
     */
    record NothingFound(String reason) implements SettingsLookup {}
}
