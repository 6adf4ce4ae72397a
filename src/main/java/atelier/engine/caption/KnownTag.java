package atelier.engine.caption;

/**
 * A tag that a tagger knows.
 *
 * @param name with underscores for blanks
 * @param kind what it is about
 */
public record KnownTag(String name, TagKind kind) {}
