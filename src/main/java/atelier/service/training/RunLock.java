package atelier.service.training;

import atelier.service.storage.FileFailures;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** A run's folder that is held for one training, until this is closed or the process ends. */
final class RunLock implements AutoCloseable {

    private final Path file;
    private final FileChannel channel;
    private final Runnable released;

    /**
     * @param channel holds the system's lock on the file
     * @param released called when it is held no longer
     */
    RunLock(Path file, FileChannel channel, Runnable released) {
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
