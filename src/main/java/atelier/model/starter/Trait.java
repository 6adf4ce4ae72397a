package atelier.model.starter;

/**
 * One value of an attribute of a {@link Portrait}. Implemented by enums alone; the constants of one
 * enum are what the attribute can be.
 */
public interface Trait {

    /** How a caption names it, lower case, without an article. */
    String words();
}
