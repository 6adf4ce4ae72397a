package atelier.model.adapter;

/**
 * A word or phrase of the captions an adapter was trained with.
 *
 * @param tag the text between two commas
 * @param count in how many captions it stood
 */
public record TagCount(String tag, long count) {}
