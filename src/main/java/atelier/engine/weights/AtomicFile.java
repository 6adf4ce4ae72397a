package atelier.engine.weights;

import atelier.model.AtelierException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * Writes a file whole or not at all: into a hidden one beside it, forced to the drive, then moved
 * into place in one step. On any failure the hidden one is deleted and what was there before stays;
 * where the process itself is killed, the next write into the folder deletes it.
 */
public final class AtomicFile {

    /** Writes the content. */
    @FunctionalInterface
    public interface Content {
        /** Writes everything, from the beginning of the channel on. */
        void writeTo(FileChannel channel) throws IOException;
    }

    private AtomicFile() {}

    /**
     * Writes the file, replacing one that is there.
     *
     * @throws AtelierException if the folder cannot be written or is full
     */
    public static void write(Path target, Content content) {
        write(target, content, written -> {});
    }

    /**
     * Writes a text in UTF-8, replacing a file that is there.
     *
     * @throws AtelierException if the folder cannot be written or is full
     */
    public static void write(Path target, String text) {
        write(target, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes bytes, replacing a file that is there.
     *
     * @throws AtelierException if the folder cannot be written or is full
     */
    public static void write(Path target, byte[] content) {
        write(
                target,
                channel -> {
                    ByteBuffer bytes = ByteBuffer.wrap(content);
                    while (bytes.hasRemaining()) {
                        channel.write(bytes);
                    }
                });
    }

    /**
     * The same with a look at the finished file before it takes its place.
     *
     * @param check what it throws leaves everything as it was
     */
    public static void write(Path target, Content content, Consumer<Path> check) {
        try {
            replace(target, content, check);
        } catch (IOException e) {
            throw WeightFileErrors.writing(target, e);
        }
    }

    /**
     * The same, for callers with words of their own for a failure.
     *
     * @throws IOException if the folder cannot be written or is full
     */
    public static void replace(Path target, Content content, Consumer<Path> check)
            throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null) {
            throw new FileSystemException(target.toString(), null, "it is a disk and not a file");
        }
        put(
                folder,
                content,
                partial -> {
                    check.accept(partial);
                    return Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
                });
    }

    /** Gives a finished file its name. */
    @FunctionalInterface
    public interface Placing {
        /**
         * Moves or links the file.
         *
         * @return where it lies now
         */
        Path place(Path partial) throws IOException;
    }

    /**
     * Writes a file whole and lets the caller choose its name afterwards.
     *
     * @param folder where it is written, and shall lie
     * @return where it lies
     * @throws IOException if the folder cannot be written or is full; nothing is left then
     */
    public static Path put(Path folder, Content content, Placing placing) throws IOException {
        Path partial = PartialFile.in(folder);
        try {
            fill(partial, content);
            Path file = placing.place(partial);
            forceFolder(folder);
            return file;
        } finally {
            deleteQuietly(partial);
        }
    }

    private static void fill(Path partial, Content content) throws IOException {
        try (FileChannel channel =
                FileChannel.open(
                        partial, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            content.writeTo(channel);
            channel.force(true);
        }
    }

    /**
     * Makes new names survive a power cut where the system lets a folder be forced; elsewhere the
     * files themselves are safe, and no more can be done.
     */
    static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            return;
        }
    }

    private static void deleteQuietly(Path partial) {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException e) {
            // The failure that led here is the one worth telling; a hidden leftover harms nothing.
            partial.toFile().deleteOnExit();
        }
    }
}
