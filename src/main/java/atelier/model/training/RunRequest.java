package atelier.model.training;

/** What can be asked of a run while it goes; it is done between two steps. */
public enum RunRequest {
    /** Draw the previews of the step it is at. */
    PREVIEW,
    /** Save a checkpoint that stays. */
    CHECKPOINT,
    /** End here, and make what is trained so far the result. */
    FINISH
}
