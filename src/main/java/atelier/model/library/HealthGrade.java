package atelier.model.library;

/** How grave a finding of the health check is. */
public enum HealthGrade {
    /** Something cannot be used as it is. */
    BROKEN,
    /** Something contradicts itself, and its owner must say what is right. */
    DECIDE,
    /** Something is there twice, or not in the index. */
    TIDY
}
