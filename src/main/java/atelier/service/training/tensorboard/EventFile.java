package atelier.service.training.tensorboard;

import atelier.engine.protobuf.Message;
import atelier.service.storage.FileFailures;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of events that TensorBoard shows (TensorFlow's {@code event.proto} and {@code
 * summary.proto}), each on the disk before the next.
 *
 * <p>A run that is gone on with gets a further file. TensorBoard reads the files of a folder by
 * name, so they are numbered; and as each says at which step it begins, TensorBoard forgets what
 * earlier files have from that step on.
 */
public final class EventFile implements AutoCloseable {

    private static final String VERSION = "brain.Event:2";

    private static final String PREFIX = "events.out.tfevents.";
    private static final Pattern NAME = Pattern.compile(Pattern.quote(PREFIX) + "(\\d{6}).*");

    // Fields of Event.
    private static final int WALL_TIME = 1;
    private static final int STEP = 2;
    private static final int FILE_VERSION = 3;
    private static final int SUMMARY = 5;
    private static final int SESSION_LOG = 7;

    // Fields of SessionLog, Summary, Summary.Value and Summary.Image.
    private static final int STATUS = 1;
    private static final int STARTED = 1;
    private static final int VALUE = 1;
    private static final int TAG = 1;
    private static final int SIMPLE_VALUE = 2;
    private static final int IMAGE = 4;
    private static final int HEIGHT = 1;
    private static final int WIDTH = 2;
    private static final int COLOUR_SPACE = 3;
    private static final int RGB = 3;
    private static final int ENCODED = 4;

    private static final double NANOS = 1e9;

    private final Path file;
    private final OutputStream out;
    private final RecordWriter records;
    private final Clock clock;

    private EventFile(Path file, OutputStream out, Clock clock) {
        this.file = file;
        this.out = out;
        this.records = new RecordWriter(out);
        this.clock = clock;
    }

    /**
     * Begins the next file of a folder.
     *
     * @param folder of the run
     * @param step the first that it will hold
     * @param clock for the time of each event
     * @throws atelier.model.AtelierException if it cannot be written
     */
    public static EventFile begin(Path folder, long step, Clock clock) {
        Path file = folder.resolve(PREFIX + "000001.atelier");
        try {
            file =
                    folder.resolve(
                            PREFIX
                                    + String.format(
                                            Locale.ROOT, "%06d.atelier", highest(folder) + 1));
            OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
            EventFile events = new EventFile(file, out, clock);
            events.write(new Message().text(FILE_VERSION, VERSION), 0);
            events.write(
                    new Message().message(SESSION_LOG, new Message().whole(STATUS, STARTED)), step);
            return events;
        } catch (IOException e) {
            throw FileFailures.writing(file, e);
        }
    }

    private static long highest(Path folder) throws IOException {
        long highest = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (Path file : files) {
                Matcher matcher = NAME.matcher(file.getFileName().toString());
                if (matcher.matches()) {
                    highest = Math.max(highest, Long.parseLong(matcher.group(1)));
                }
            }
        }
        return highest;
    }

    /** Whether a file's name is that of an event file. */
    public static boolean isOne(Path file) {
        return file.getFileName().toString().startsWith(PREFIX);
    }

    /** Writes numbers of one step, each under its tag. */
    public void scalars(long step, Map<String, Double> values) {
        Message summary = new Message();
        values.forEach((tag, value) ->
                summary.message(
                        VALUE,
                        new Message().text(TAG, tag).real(SIMPLE_VALUE, value.floatValue())));
        put(new Message().message(SUMMARY, summary), step);
    }

    /**
     * Writes a picture of one step.
     *
     * @param encoded as PNG or JPEG
     */
    public void image(long step, String tag, int width, int height, byte[] encoded) {
        Message image =
                new Message()
                        .whole(HEIGHT, height)
                        .whole(WIDTH, width)
                        .whole(COLOUR_SPACE, RGB)
                        .bytes(ENCODED, encoded);
        put(
                new Message()
                        .message(
                                SUMMARY,
                                new Message()
                                        .message(
                                                VALUE,
                                                new Message()
                                                        .text(TAG, tag)
                                                        .message(IMAGE, image))),
                step);
    }

    private void put(Message event, long step) {
        try {
            write(event, step);
        } catch (IOException e) {
            throw FileFailures.writing(file, e);
        }
    }

    private void write(Message event, long step) throws IOException {
        Instant now = clock.instant();
        event.real(WALL_TIME, now.getEpochSecond() + now.getNano() / NANOS);
        event.whole(STEP, step);
        records.write(event.toBytes());
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw FileFailures.writing(file, e);
        }
    }
}
