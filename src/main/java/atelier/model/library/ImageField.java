package atelier.model.library;

/** What can be changed of an image. */
public enum ImageField {
    /** Whether it is liked: 1, disliked: -1, or neither: 0. */
    LIKED,
    /** Whether it is a favourite: true or false. */
    FAVOURITE,
    /** Its tags, with commas between. */
    TAGS,
    /** Its stars: 1 to 5, or 0 for none. */
    STARS,
    /** What its owner wrote about it. */
    COMMENT
}
