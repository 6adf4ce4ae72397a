package atelier.model.training;

/** What an adapter is to learn; a preset has other defaults for each. */
public enum Subject {
    /** One person's face. */
    PORTRAIT("portrait", "a person's face, true to life in any light and clothing"),
    /** Someone drawn or dressed as they always are. */
    CHARACTER("character", "a figure with its costume and whole body, drawn or photographed"),
    /** How pictures look, whatever they show. */
    STYLE("style", "how pictures look, whatever they show"),
    /** A thing that looks the same from picture to picture. */
    PRODUCT("product", "one rigid thing that is the same in each picture"),
    /** Anything else. */
    GENERAL("general", "anything else");

    private final String id;
    private final String meaning;

    Subject(String id, String meaning) {
        this.id = id;
        this.meaning = meaning;
    }

    /** What it is for, to stand after its name. */
    public String meaning() {
        return meaning;
    }

    /** What the command line and files call it. */
    @Override
    public String toString() {
        return id;
    }
}
