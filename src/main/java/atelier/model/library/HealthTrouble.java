package atelier.model.library;

/** What the health check finds. */
public enum HealthTrouble {
    /** The card beside an adapter or a character is gone. */
    CARD_MISSING(HealthGrade.BROKEN, Repair.SAFE),
    /** The card beside an adapter or a character cannot be read. */
    CARD_DAMAGED(HealthGrade.BROKEN, Repair.SAFE),
    /** A card names another identifier than the thing has that it lies beside. */
    CARD_OF_ANOTHER(HealthGrade.BROKEN, Repair.SAFE),
    /** An adapter's file is gone, and the same content lies elsewhere in the workspace. */
    FILE_MOVED(HealthGrade.BROKEN, Repair.SAFE),
    /** An adapter's file is damaged or another one, and its content lies elsewhere. */
    COPY_FOUND(HealthGrade.BROKEN, Repair.SAFE),
    /** An adapter's file is gone. */
    FILE_MISSING(HealthGrade.BROKEN, Repair.ASKED),
    /** An adapter's file cannot be read as one. */
    FILE_DAMAGED(HealthGrade.BROKEN, Repair.ASKED),
    /** Pictures of a character are gone. */
    PICTURES_GONE(HealthGrade.BROKEN, Repair.ASKED),
    /** What a run is made of cannot be read. */
    RUN_DAMAGED(HealthGrade.BROKEN, Repair.ASKED),
    /** A model's file cannot be read as one. */
    MODEL_DAMAGED(HealthGrade.BROKEN, Repair.ASKED),
    /** A character is being trained, and no job trains it. */
    TRAINING_STALE(HealthGrade.BROKEN, Repair.ASKED),
    /** A card says something else than the index. */
    CARD_DIFFERS(HealthGrade.DECIDE, Repair.ASKED),
    /** A character lacks what its state asks for: its trigger, or pictures. */
    STATE_TOO_EARLY(HealthGrade.DECIDE, Repair.ASKED),
    /** An adapter names a character that is not there. */
    CHARACTER_UNKNOWN(HealthGrade.DECIDE, Repair.ASKED),
    /** No adapter of a character is of the type that the character is of. */
    TYPE_DIFFERS(HealthGrade.DECIDE, Repair.ASKED),
    /** An adapter's file can be read, and has another content than it had. */
    FILE_CHANGED(HealthGrade.DECIDE, Repair.ASKED),
    /** An adapter lacks its trigger, which its file or its character knows. */
    TRIGGER_KNOWN(HealthGrade.DECIDE, Repair.SAFE),
    /** An adapter lacks its trigger, and nothing tells it. */
    TRIGGER_UNKNOWN(HealthGrade.DECIDE, Repair.NONE),
    /** A style has several trigger words. */
    TRIGGER_WORDS(HealthGrade.DECIDE, Repair.NONE),
    /** Two adapters of different subjects have the same trigger, so that either answers to it. */
    TRIGGER_TWICE(HealthGrade.DECIDE, Repair.NONE),
    /** A character is completed and has no adapter. */
    NO_ADAPTER(HealthGrade.DECIDE, Repair.ASKED),
    /** Two adapters have the same content. */
    STORED_TWICE(HealthGrade.TIDY, Repair.SAFE),
    /** A file in the folder of adapters is not in the index. */
    UNLISTED(HealthGrade.TIDY, Repair.SAFE),
    /** Two characters, or two adapters, have the same name. */
    NAME_TWICE(HealthGrade.TIDY, Repair.SAFE),
    /** A folder of a character is not in the index. */
    CHARACTER_UNLISTED(HealthGrade.TIDY, Repair.SAFE),
    /** Pictures of a character are not in the index, or other ones than it has. */
    PICTURES_DIFFER(HealthGrade.TIDY, Repair.ASKED),
    /** Images of the index are gone. */
    IMAGES_GONE(HealthGrade.TIDY, Repair.ASKED),
    /** Images are not in the index. */
    IMAGES_NEW(HealthGrade.TIDY, Repair.ASKED),
    /** Runs of the index are gone. */
    RUNS_GONE(HealthGrade.TIDY, Repair.ASKED),
    /** Images were written again since the index took them in. */
    IMAGES_CHANGED(HealthGrade.TIDY, Repair.SAFE),
    /** Runs are not in the index. */
    RUNS_NEW(HealthGrade.TIDY, Repair.SAFE),
    /** Runs went on since the index took them in. */
    RUNS_CHANGED(HealthGrade.TIDY, Repair.SAFE);

    private enum Repair {
        /** Nothing can be done but by hand. */
        NONE,
        /** Its owner has to want it. */
        ASKED,
        /** Nothing is lost by it, and it can be taken back. */
        SAFE
    }

    private final HealthGrade grade;
    private final Repair repair;

    HealthTrouble(HealthGrade grade, Repair repair) {
        this.grade = grade;
        this.repair = repair;
    }

    /** How grave it is. */
    public HealthGrade grade() {
        return grade;
    }

    /** Whether a repair is offered. */
    public boolean canBeRepaired() {
        return repair != Repair.NONE;
    }

    /** Whether its repair loses nothing and can be taken back, so that it needs no asking. */
    public boolean isSafe() {
        return repair == Repair.SAFE;
    }
}
