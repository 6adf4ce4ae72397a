package atelier.engine.torch;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;

/** The C library's memory, which LibTorch's CPU tensors live in. */
public final class NativeMemory {

    private NativeMemory() {}

    /**
     * Gives freed memory back to the operating system. The launcher tells glibc to keep it, as that
     * is far faster in mid-run, so this belongs at the end of a job and wherever memory ran short.
     * Elsewhere than on glibc it does nothing.
     */
    @SuppressWarnings("restricted") // calling the C library is what this class is for
    public static void trim() {
        Linker linker = Linker.nativeLinker();
        FunctionDescriptor type =
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG);
        linker.defaultLookup()
                .find("malloc_trim")
                .ifPresent(function -> {
                    try {
                        Object _ = linker.downcallHandle(function, type).invoke(0L);
                    } catch (Throwable e) {
                        throw new IllegalStateException("malloc_trim failed", e);
                    }
                });
    }
}
