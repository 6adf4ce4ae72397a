package atelier.engine.sampler;

/** Something that users choose by name. */
public interface Registered {

    /** What the command line and files call it: lower case, digits and hyphens. */
    String id();

    /** Key of the name that is shown, in the message files. */
    String nameKey();

    /** What A1111's image metadata calls it. */
    String metadataName();
}
