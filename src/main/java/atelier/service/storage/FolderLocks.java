package atelier.service.storage;

import atelier.model.AtelierException;
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
 * Lets one use of a kind at a time into a folder, by a lock of the system on a file there that ends
 * with the process however that ends: what a killed one left is taken over. The file tells whose it
 * is, and is gone when the use is over.
 *
 * <p>A process has one of these for each kind: POSIX takes its lock away when it closes the file a
 * second time, so what it holds itself must be known without a look at the file.
 */
public final class FolderLocks {

    /** Beyond the text, as where locks are mandatory what is locked cannot be read. */
    private static final long PLACE = Long.MAX_VALUE - 1;

    private static final int ATTEMPTS = 10;

    private final String name;
    private final String refusal;
    private final Set<Path> held = ConcurrentHashMap.newKeySet();

    /**
     * @param name of the file
     * @param refusal the sentence where a folder is held: a format of the folder and its owner
     */
    public FolderLocks(String name, String refusal) {
        this.name = name;
        this.refusal = refusal;
    }

    /** The file's name. */
    public String name() {
        return name;
    }

    /**
     * Takes a folder.
     *
     * @param folder must exist
     * @param owner process and machine that take it, in one line
     * @throws AtelierException if it is held, or it cannot be written to
     */
    public FolderLock take(Path folder, String owner) {
        Path file = folder.resolve(name);
        try {
            Path key = folder.toRealPath();
            if (!held.add(key)) {
                throw held(folder, owner);
            }
            FileChannel channel = null;
            try {
                channel = open(file, owner);
                return new FolderLock(file, channel, () -> held.remove(key));
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
     * Looks whether a folder is held.
     *
     * @throws AtelierException if it is; it says by whom
     */
    public void requireFree(Path folder) {
        Path file = folder.resolve(name);
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

    private FileChannel open(Path file, String owner) throws IOException {
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
    private @Nullable FileChannel tried(Path file) throws IOException {
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

    private FileLock lock(Path file, FileChannel channel) throws IOException {
        FileLock lock = channel.tryLock(PLACE, 1, false);
        if (lock == null) {
            throw held(file);
        }
        return lock;
    }

    private AtelierException held(Path file) {
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

    private AtelierException held(Path folder, String owner) {
        return new FolderHeldException(refusal.formatted(folder, owner), owner);
    }
}
