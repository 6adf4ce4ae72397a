package atelier.engine.lora;

/** Makes names that come from a file fit for a sentence. */
final class Shown {

    private static final int LONGEST = 120;

    private Shown() {}

    /** Without control characters, and cut where it is long. */
    static String name(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", "?");
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
    }
}
