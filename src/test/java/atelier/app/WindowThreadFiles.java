package atelier.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** Records which files the window's thread reads and writes, by the JVM's own flight recorder. */
final class WindowThreadFiles implements AutoCloseable {

    private static final List<String> EVENTS =
            List.of("jdk.FileRead", "jdk.FileWrite", "jdk.FileForce");

    private final Recording recording = new Recording();

    WindowThreadFiles() {
        EVENTS.forEach(event -> recording.enable(event).withoutThreshold().withStackTrace());
        recording.start();
    }

    /** What was done so far to files below a folder, on the window's thread or on all. */
    List<String> below(Path folder, boolean onWindowThread) throws IOException {
        Path file = Files.createTempFile("walk", ".jfr");
        try {
            recording.dump(file);
            List<String> done = new ArrayList<>();
            for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
                String path = event.getString("path");
                boolean here =
                        event.getThread() != null
                                && "JavaFX Application Thread"
                                        .equals(event.getThread().getJavaName());
                if (path != null
                        && path.startsWith(folder.toString())
                        && (here || !onWindowThread)) {
                    done.add(
                            event.getEventType().getName()
                                    + ' '
                                    + path
                                    + '\n'
                                    + event.getStackTrace());
                }
            }
            return done;
        } finally {
            Files.delete(file);
        }
    }

    @Override
    public void close() {
        recording.close();
    }
}
