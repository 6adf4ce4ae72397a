package atelier.service.settings;

import atelier.model.AtelierException;
import atelier.model.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the user has set. A change holds at once and is on the disk a moment later, several within
 * that moment as one, so that a crash loses no more than what was typed in it.
 *
 * <p>{@link #get} and {@link #update} may be called on the window's thread; opening, {@link #flush}
 * and {@link #close} wait for the disk.
 */
public final class SettingsStore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsStore.class);

    /** How long a change may wait: half a second. */
    public static final Duration USUAL_DELAY = Duration.ofMillis(500);

    private final SettingsFile file;
    private final Duration delay;
    private final Consumer<String> failed;
    private final @Nullable String notice;
    private final List<Consumer<Settings>> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock writing = new ReentrantLock();

    /** Used by whoever writes. */
    private boolean failing;

    private final Object lock = new Object();
    private Settings settings;
    private boolean unsaved;
    private boolean scheduled;

    /**
     * Reads what was set before.
     *
     * @param file where it is kept; its folder must exist
     * @param delay how long a change may wait before it is written
     * @param failed hears, in one sentence, why settings could not be written, the first time of
     *     several; on any thread
     * @throws AtelierException if the file cannot be read
     */
    public SettingsStore(Path file, Duration delay, Consumer<String> failed) {
        this.file = new SettingsFile(file);
        this.delay = delay;
        this.failed = failed;
        SettingsFile.Read read = this.file.read();
        settings = read.settings();
        notice = read.notice();
    }

    /** Why the settings are not those of the last time, in one sentence; null where they are. */
    public @Nullable String notice() {
        return notice;
    }

    /** What is set now. */
    public Settings get() {
        synchronized (lock) {
            return settings;
        }
    }

    /** Calls back after each change, on the thread that makes it. */
    public void listen(Consumer<Settings> listener) {
        listeners.add(listener);
    }

    /** Changes something. */
    public void update(UnaryOperator<Settings> change) {
        Settings now;
        synchronized (lock) {
            now = change.apply(settings);
            if (now.equals(settings)) {
                return;
            }
            settings = now;
            unsaved = true;
            if (!scheduled) {
                scheduled = true;
                Thread.startVirtualThread(this::flushLater);
            }
        }
        listeners.forEach(listener -> listener.accept(now));
    }

    private void flushLater() {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        flush();
    }

    /** Writes what is not written yet; what cannot be is tried again with the next change. */
    public void flush() {
        writing.lock();
        try {
            Settings now;
            synchronized (lock) {
                scheduled = false;
                if (!unsaved) {
                    return;
                }
                unsaved = false;
                now = settings;
            }
            write(now);
        } finally {
            writing.unlock();
        }
    }

    private void write(Settings now) {
        try {
            file.write(now);
            failing = false;
        } catch (AtelierException e) {
            LOG.warn("Settings were not written", e);
            synchronized (lock) {
                unsaved = true;
            }
            // Told once, and again only if it went well meanwhile: a window changes settings often.
            if (!failing) {
                failing = true;
                failed.accept(String.valueOf(e.getMessage()));
            }
        }
    }

    /** Writes what is not written yet. */
    @Override
    public void close() {
        flush();
    }
}
