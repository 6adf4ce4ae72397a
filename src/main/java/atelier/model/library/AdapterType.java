package atelier.model.library;

/** What an adapter teaches a model, and what it must have to be of use. */
public enum AdapterType {
    /** A person's face. */
    PORTRAIT("A portrait adapter", "trigger phrase"),
    /** A figure with its costume. */
    CHARACTER("A character adapter", "trigger phrase"),
    /** How pictures look. */
    STYLE("A style adapter", "trigger word"),
    /** One rigid thing. */
    PRODUCT("A product adapter", "trigger phrase"),
    /** Anything else, which may act without being called. */
    GENERAL("A general adapter", "");

    private final String words;
    private final String needed;

    AdapterType(String words, String needed) {
        this.words = words;
        this.needed = needed;
    }

    /**
     * What an adapter of this type lacks, the gravest first.
     *
     * @param trigger what calls it up; may be empty
     * @param filePresent whether its LoRA file is there
     */
    public AdapterFault fault(String trigger, boolean filePresent) {
        if (!filePresent) {
            return AdapterFault.NO_FILE;
        } else if (!needed.isEmpty() && trigger.isBlank()) {
            return AdapterFault.NO_TRIGGER;
        } else if (this == STYLE && trigger.strip().contains(" ")) {
            return AdapterFault.SEVERAL_WORDS;
        }
        return AdapterFault.NONE;
    }

    /**
     * What is wrong with an adapter of this type.
     *
     * @param name what it is called
     * @param trigger what calls it up; may be empty
     * @param filePresent whether its LoRA file is there
     * @return one sentence; empty where nothing is
     */
    public String problem(String name, String trigger, boolean filePresent) {
        return switch (fault(trigger, filePresent)) {
            case NONE -> "";
            case NO_FILE ->
                    "%s needs its LoRA file, and that of %s is not there: put it back, or link it anew."
                            .formatted(words, name);
            case NO_TRIGGER ->
                    "%s needs a %s, and %s has none: write down what it was trained with."
                            .formatted(words, needed, name);
            case SEVERAL_WORDS ->
                    "%s has one trigger word, and %s has several: write down the one it was trained with."
                            .formatted(words, name);
        };
    }
}
