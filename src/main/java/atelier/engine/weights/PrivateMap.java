package atelier.engine.weights;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Copy-on-write maps of files: what is written into one stays in memory and never reaches the file.
 *
 * <p>Java makes such maps only of files that may be written. A model in a read-only folder is
 * mapped by the system call itself, which asks for no more than reading.
 */
final class PrivateMap {

    private static final int READ_ONLY = 0;
    private static final int PROTECTION_READ_WRITE = 1 | 2;
    private static final int MAP_PRIVATE = 2;

    private PrivateMap() {}

    /**
     * Maps a whole number of bytes, from {@code begin} on, until the arena closes.
     *
     * @throws IOException if the file can neither be read nor mapped; on systems without mmap also
     *     for files that may not be written
     */
    static MemorySegment of(Path path, long begin, long length, Arena arena) throws IOException {
        try (FileChannel channel =
                FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return channel.map(FileChannel.MapMode.PRIVATE, begin, length, arena);
        } catch (NoSuchFileException e) {
            throw e;
        } catch (FileSystemException e) {
            // Not writable, on a read-only drive, or open elsewhere.
            return readOnly(path, begin, length, arena);
        }
    }

    /** As {@link #of}, for a file that may be read only. */
    static MemorySegment readOnly(Path path, long begin, long length, Arena arena)
            throws IOException {
        if (System.getProperty("os.name").startsWith("Windows")) {
            throw new AccessDeniedException(path.toString());
        }
        long page = 1 << 16;
        long start = begin / page * page;
        try (Arena call = Arena.ofConfined()) {
            int descriptor =
                    (int)
                            function(
                                            "open",
                                            ValueLayout.JAVA_INT,
                                            ValueLayout.ADDRESS,
                                            ValueLayout.JAVA_INT)
                                    .invokeExact(
                                            call.allocateFrom(path.toAbsolutePath().toString()),
                                            READ_ONLY);
            if (descriptor < 0) {
                throw new AccessDeniedException(path.toString());
            }
            try {
                return map(descriptor, start, begin + length - start, arena)
                        .asSlice(begin - start, length);
            } finally {
                int closed =
                        (int)
                                function("close", ValueLayout.JAVA_INT, ValueLayout.JAVA_INT)
                                        .invokeExact(descriptor);
                assert closed == 0;
            }
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IOException("the file cannot be mapped", e);
        }
    }

    @SuppressWarnings("restricted") // The length is the one that was mapped.
    private static MemorySegment map(int descriptor, long start, long length, Arena arena)
            throws Throwable {
        MethodHandle mmap =
                function(
                        "mmap",
                        ValueLayout.ADDRESS,
                        ValueLayout.ADDRESS,
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_LONG);
        MemorySegment mapped =
                (MemorySegment)
                        mmap.invokeExact(
                                MemorySegment.NULL,
                                length,
                                PROTECTION_READ_WRITE,
                                MAP_PRIVATE,
                                descriptor,
                                start);
        if (mapped.address() == -1) {
            throw new IOException("the file cannot be mapped");
        }
        return mapped.reinterpret(length, arena, whole -> unmap(whole, length));
    }

    private static void unmap(MemorySegment mapped, long length) {
        try {
            int result =
                    (int)
                            function(
                                            "munmap",
                                            ValueLayout.JAVA_INT,
                                            ValueLayout.ADDRESS,
                                            ValueLayout.JAVA_LONG)
                                    .invokeExact(mapped, length);
            assert result == 0;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("restricted") // The signatures are those of POSIX on 64-bit systems.
    private static MethodHandle function(
            String name, ValueLayout result, ValueLayout... arguments) {
        Linker linker = Linker.nativeLinker();
        SymbolLookup library = linker.defaultLookup();
        return linker.downcallHandle(
                library.findOrThrow(name), FunctionDescriptor.of(result, arguments));
    }
}
