package atelier.engine.weights;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * Makes pages of a copy-on-write map the process's own ahead of the writes, many with one system
 * call: a fault for each would take several times as long.
 *
 * <p>Linux can do that since 5.14; elsewhere nothing is done.
 */
final class OwnPages {

    private static final int POPULATE_WRITE = 23;

    private static final @Nullable OwnPages SYSTEM =
            System.getProperty("os.name").equals("Linux") ? new OwnPages() : null;

    private final MethodHandle advise;
    private final long pageSize;

    @SuppressWarnings("restricted") // The signatures are those of POSIX on 64-bit systems.
    private OwnPages() {
        Linker linker = Linker.nativeLinker();
        MethodHandle size =
                linker.downcallHandle(
                        linker.defaultLookup().findOrThrow("getpagesize"),
                        FunctionDescriptor.of(ValueLayout.JAVA_INT));
        this.advise =
                linker.downcallHandle(
                        linker.defaultLookup().findOrThrow("madvise"),
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT,
                                ValueLayout.JAVA_LONG,
                                ValueLayout.JAVA_LONG,
                                ValueLayout.JAVA_INT));
        try {
            this.pageSize = (int) size.invokeExact();
        } catch (Throwable e) {
            throw new IllegalStateException("getpagesize failed", e);
        }
    }

    /**
     * Makes the pages of a range the process's own.
     *
     * @param range part of a private map that may be written
     * @return false where the system cannot, or has no memory left
     */
    static boolean make(MemorySegment range) {
        return SYSTEM != null && SYSTEM.populate(range.address(), range.byteSize());
    }

    private boolean populate(long address, long length) {
        long begin = address / pageSize * pageSize;
        try {
            return (int) advise.invokeExact(begin, address + length - begin, POPULATE_WRITE) == 0;
        } catch (Throwable e) {
            throw new IllegalStateException("madvise failed", e);
        }
    }
}
