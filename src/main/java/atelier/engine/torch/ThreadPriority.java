package atelier.engine.torch;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.util.Locale;

/** How much of the processor a thread gets where others want it, too. */
public final class ThreadPriority {

    /** As nice(1) has it: about a tenth of the share of a usual thread. */
    static final int LOW = 10;

    private static final int PROCESS = 0;
    private static final int THIS_THREAD = 0;

    private ThreadPriority() {}

    /**
     * Makes this thread, and those that it starts from now on, give way to others. Java's own
     * priorities do nothing on Linux. Elsewhere than there it does nothing: macOS would take it for
     * the whole process, and Windows hands it on to no other thread.
     */
    @SuppressWarnings("restricted") // calling the C library is what this class is for
    public static void lower() {
        if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux")) {
            return;
        }
        Linker linker = Linker.nativeLinker();
        FunctionDescriptor type =
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_INT);
        linker.defaultLookup()
                .find("setpriority")
                .ifPresent(function -> {
                    try {
                        // Whoever may not be niced works on as before.
                        Object _ =
                                linker.downcallHandle(function, type)
                                        .invoke(PROCESS, THIS_THREAD, LOW);
                    } catch (Throwable e) {
                        throw new IllegalStateException("setpriority failed", e);
                    }
                });
    }
}
