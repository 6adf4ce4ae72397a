package atelier.engine.lora;

/**
 * Something about one layer of an adapter file that cannot be right; the message completes "FILE
 * cannot be used: …".
 */
final class BadLayer extends Exception {

    private static final long serialVersionUID = 1L;

    BadLayer(String stem, String what) {
        super("its layer " + Shown.name(stem) + " " + what);
    }
}
