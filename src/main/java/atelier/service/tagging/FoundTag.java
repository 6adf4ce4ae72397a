package atelier.service.tagging;

/**
 * Something that a picture shows.
 *
 * @param words as the tagger has them
 * @param character whether it says whom of a story the picture shows
 * @param confidence from 0 to 1
 */
public record FoundTag(String words, boolean character, double confidence) {}
