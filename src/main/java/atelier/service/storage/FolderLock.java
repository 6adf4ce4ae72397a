package atelier.service.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that is held for one use, until this is closed or the process ends. */
public final class FolderLock implements AutoCloseable {

    private final Path file;
    private final FileChannel channel;
    private final Runnable released;

    /**
     * @param channel holds the system's lock on the file
     * @param released called when it is held no longer
     */
    FolderLock(Path file, FileChannel channel, Runnable released) {
        this.file = file;
        this.channel = channel;
        this.released = released;
    }

    @Override
    public void close() {
        try (channel) {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw FileFailures.writing(file, e);
        } finally {
            released.run();
        }
    }
}
