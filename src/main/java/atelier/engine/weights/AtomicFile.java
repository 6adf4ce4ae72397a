package atelier.engine.weights;

import atelier.model.AtelierException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * Writes a file whole or not at all: into a hidden one beside it, forced to the drive, then moved
 * into place in one step. On any failure the hidden one is deleted and what was there before stays.
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
        Path partial = partial(target);
        try {
            fill(partial, content);
            check.accept(partial);
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
            forceFolder(target);
        } finally {
            deleteQuietly(partial);
        }
    }

    /** Writes a new file and forces it to the drive; what a failure leaves is the caller's. */
    public static void fill(Path partial, Content content) throws IOException {
        try (FileChannel channel =
                FileChannel.open(
                        partial, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            content.writeTo(channel);
            channel.force(true);
        }
    }

    /** A name beside the target under which nothing lies yet. */
    public static Path partial(Path target) {
        String suffix = Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
        return target.resolveSibling("." + target.getFileName() + "." + suffix + ".partial");
    }

    /**
     * Makes a new name survive a power cut where the system lets a folder be forced; elsewhere the
     * file itself is safe, and no more can be done.
     */
    public static void forceFolder(Path target) {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            return;
        }
    }

    /** Deletes what a failed write left. */
    public static void deleteQuietly(Path partial) {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException e) {
            // The failure that led here is the one worth telling; a hidden leftover harms nothing.
            partial.toFile().deleteOnExit();
        }
    }
}
