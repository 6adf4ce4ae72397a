package atelier.service.storage;

/**
 * Keeps slow work off the window's thread: a window stands still while its thread waits for a disk,
 * and on some machine it always waits.
 */
public final class WindowThread {

    /** By the name that its toolkit gives it. */
    private static final String NAME = "JavaFX Application Thread";

    private WindowThread() {}

    /**
     * Fails on the window's thread.
     *
     * @param what would be done, such as "a picture was read"
     */
    public static void refuse(String what) {
        if (Thread.currentThread().getName().equals(NAME)) {
            throw new IllegalStateException(what + " on the window's thread");
        }
    }
}
