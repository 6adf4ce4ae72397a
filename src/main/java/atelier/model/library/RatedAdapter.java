package atelier.model.library;

/**
 * An adapter and what images made with it are worth.
 *
 * @param adapter of the library
 * @param rating of its images
 */
public record RatedAdapter(AdapterRecord adapter, AdapterRating rating) {}
