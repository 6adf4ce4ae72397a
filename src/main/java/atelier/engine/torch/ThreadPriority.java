package atelier.engine.torch;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
import java.util.Optional;

/** How much of the processor a thread gets where others want it, too. */
public final class ThreadPriority {

    /** As nice(1) has it: about a tenth of the share of a usual thread. */
    static final int LOW = 10;

    private static final int PROCESS = 0;
    private static final int THIS_THREAD = 0;

    /** Made once, as that takes a while. */
    private static final Optional<MethodHandle> SET_PRIORITY = setPriority();

    private ThreadPriority() {}

    @SuppressWarnings("restricted") // calling the C library is what this class is for
    private static Optional<MethodHandle> setPriority() {
        if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux")) {
            return Optional.empty();
        }
        Linker linker = Linker.nativeLinker();
        FunctionDescriptor type =
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_INT);
        return linker.defaultLookup()
                .find("setpriority")
                .map(function -> linker.downcallHandle(function, type));
    }

    /**
     * Makes this thread, and those that it starts from now on, give way to others. Java's own
     * priorities do nothing on Linux. Elsewhere than there it does nothing: macOS would take it for
     * the whole process, and Windows hands it on to no other thread.
     */
    public static void lower() {
        if (SET_PRIORITY.isPresent()) {
            try {
                // Whoever may not be niced works on as before.
                Object _ = SET_PRIORITY.get().invoke(PROCESS, THIS_THREAD, LOW);
            } catch (Throwable e) {
                throw new IllegalStateException("setpriority failed", e);
            }
        }
    }
}
