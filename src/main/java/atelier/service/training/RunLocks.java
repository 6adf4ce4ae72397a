package atelier.service.training;

import atelier.model.AtelierException;
import atelier.service.storage.FileFailures;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Lets one training at a time into a run's folder, by a lock of the system on {@code run.lock} that
 * ends with the process however that ends: what a killed one left is taken over. The file tells
 * whose it is, and is gone when the training is over.
 *
 * <p>A process has one of these: POSIX takes its lock away when it closes the file a second time,
 * so what it holds itself must be known without a look at the file.
 */
public final class RunLocks {

    /** The file's name. */
    static final String NAME = "run.lock";

    /** Beyond the text, as where locks are mandatory what is locked cannot be read. */
    private static final long PLACE = Long.MAX_VALUE - 1;

    private static final int ATTEMPTS = 10;

    private final Set<Path> held = ConcurrentHashMap.newKeySet();

    /**
     * Takes a folder.
     *
     * @param folder must exist
     * @param owner process and machine that take it, in one line
     * @throws AtelierException if another training holds it, or it cannot be written to
     */
    RunLock take(Path folder, String owner) {
        Path file = folder.resolve(NAME);
        try {
            Path key = folder.toRealPath();
            if (!held.add(key)) {
                throw held(folder, owner);
            }
            FileChannel channel = null;
            try {
                channel = open(file, owner);
                return new RunLock(file, channel, () -> held.remove(key));
            } finally {
                if (channel == null) {
                    held.remove(key);
                }
            }
        } catch (IOException e) {
            throw FileFailures.writing(file, e);
        }
    }

    /**
     * Looks whether a training holds a folder.
     *
     * @throws AtelierException if one does; it names it
     */
    void requireFree(Path folder) {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return;
        }
        try {
            if (held.contains(folder.toRealPath())) {
                throw held(folder, "this process");
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                lock(file, channel).release();
            }
        } catch (IOException e) {
            throw FileFailures.writing(file, e);
        }
    }

    private static FileChannel open(Path file, String owner) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            FileChannel channel = tried(file);
            if (channel != null) {
                channel.truncate(0);
                channel.write(ByteBuffer.wrap((owner + "\n").getBytes(StandardCharsets.UTF_8)));
                return channel;
            }
        }
        throw held(file);
    }

    /** An open channel that holds the lock; null where the file was deleted meanwhile. */
    private static @Nullable FileChannel tried(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean mine = false;
        try {
            Object before = identity(file);
            lock(file, channel);
            // Whoever held it before may have deleted the file between opening and locking.
            mine = Files.exists(file) && Objects.equals(before, identity(file));
            return mine ? channel : null;
        } finally {
            if (!mine) {
                channel.close();
            }
        }
    }

    private static @Nullable Object identity(Path file) throws IOException {
        return Files.exists(file)
                ? Files.readAttributes(file, BasicFileAttributes.class).fileKey()
                : null;
    }

    private static FileLock lock(Path file, FileChannel channel) throws IOException {
        FileLock lock = channel.tryLock(PLACE, 1, false);
        if (lock == null) {
            throw held(file);
        }
        return lock;
    }

    private static AtelierException held(Path file) {
        String owner;
        try {
            owner = Files.readString(file).strip();
        } catch (IOException e) {
            owner = "";
        }
        return held(
                Objects.requireNonNull(file.getParent()),
                owner.isEmpty() ? "another process" : owner);
    }

    private static AtelierException held(Path folder, String owner) {
        return new AtelierException(
                "%s is being trained in by %s: wait for it to end, or stop it."
                        .formatted(folder, owner));
    }
}
