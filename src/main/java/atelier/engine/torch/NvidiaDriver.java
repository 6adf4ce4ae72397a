package atelier.engine.torch;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.Locale;
import java.util.Optional;

/**
 * NVIDIA's driver library, asked which CUDA it knows before LibTorch is asked for a GPU.
 *
 * @see <a
 *     href="https://docs.nvidia.com/cuda/cuda-driver-api/group__CUDA__VERSION.html">cuDriverGetVersion</a>
 */
final class NvidiaDriver {

    /**
     * The oldest CUDA that LibTorch 2.7.1's GPU build runs on, as the driver counts: 1000 × major +
     * 10 × minor.
     */
    static final int NEEDED = 12_080;

    /** The first driver that knows it. */
    static final String NEEDED_RELEASE = "570";

    private final String library;

    /**
     * @param library name or path of the driver's library
     */
    NvidiaDriver(String library) {
        this.library = library;
    }

    static NvidiaDriver ofThisMachine() {
        boolean windows =
                System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        return new NvidiaDriver(windows ? "nvcuda.dll" : "libcuda.so.1");
    }

    static int major(int version) {
        return version / 1000;
    }

    static int minor(int version) {
        return version % 1000 / 10;
    }

    /** The newest CUDA that the driver knows; empty where there is no working driver. */
    @SuppressWarnings("restricted") // asking a native library is what this class is for
    Optional<Integer> version() {
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup symbols = SymbolLookup.libraryLookup(library, arena);
            MemorySegment version = arena.allocate(ValueLayout.JAVA_INT);
            FunctionDescriptor type =
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS);
            Optional<MemorySegment> function = symbols.find("cuDriverGetVersion");
            if (function.isEmpty()) {
                return Optional.empty();
            }
            int status =
                    (int)
                            Linker.nativeLinker()
                                    .downcallHandle(function.get(), type)
                                    .invokeExact(version);
            return status == 0
                    ? Optional.of(version.get(ValueLayout.JAVA_INT, 0))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            // The library is not there.
            return Optional.empty();
        } catch (Throwable e) {
            throw new IllegalStateException("NVIDIA's driver library failed", e);
        }
    }
}
