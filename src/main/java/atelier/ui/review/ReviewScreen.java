package atelier.ui.review;

/** What the review panel is used for at the moment. */
enum ReviewScreen {
    /** Looking at a comparison. */
    COMPARISON,
    /** Ordering one. */
    ORDER,
    /** Voting blind. */
    BLIND
}
