package atelier.engine.weights;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hidden names under which files and folders are written until they are whole, {@code
 * .atelier-HOME-PID-RANDOM.partial}, and the removal of those whose writer was killed.
 *
 * <p>The home is where process ids mean something: one boot of one machine and, on Linux, one
 * namespace of process ids, as containers that share a folder have each its own. What a process of
 * this home wrote is left over once that process has ended. What comes from elsewhere, or from a
 * system that tells no home, is taken for left over when nothing was written to it for a week.
 */
final class PartialFile {

    private static final Logger LOGGER = LoggerFactory.getLogger(PartialFile.class);

    private static final Pattern NAME =
            Pattern.compile("\\.atelier-([0-9a-z]+)-([0-9]{1,10})-[0-9a-z]+\\.partial");
    private static final String ANY = ".atelier-*.partial";
    private static final Duration WEEK = Duration.ofDays(7);
    private static final String UNKNOWN = "0";
    private static final String HOME = home();

    private PartialFile() {}

    /**
     * A name in that folder under which nothing lies yet. What killed processes left there is
     * removed; what cannot be removed stays, as a hidden leftover harms nothing.
     */
    static Path in(Path folder) {
        try {
            removeLeftovers(folder);
        } catch (IOException e) {
            // The write that comes next tells better what is wrong with the folder.
            LOGGER.debug("What killed processes left in {} stays", folder, e);
        }
        return folder.resolve(
                name(
                        HOME,
                        ProcessHandle.current().pid(),
                        ThreadLocalRandom.current().nextLong(1L << 40)));
    }

    static String name(String home, long pid, long random) {
        return ".atelier-%s-%d-%s.partial".formatted(home, pid, Long.toString(random, 36));
    }

    private static void removeLeftovers(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, ANY)) {
            for (Path file : files) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches() && isLeftOver(file, name.group(1), name.group(2))) {
                    remove(file);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private static boolean isLeftOver(Path file, String home, String pid) throws IOException {
        if (home.equals(HOME) && !HOME.equals(UNKNOWN)) {
            return ProcessHandle.of(Long.parseLong(pid)).isEmpty();
        }
        try {
            Instant written =
                    Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
            return written.isBefore(Instant.now().minus(WEEK));
        } catch (NoSuchFileException e) {
            // Its writer has just finished.
            return false;
        }
    }

    /**
     * Removes a file, or a folder with all that is in it; nothing if it is gone.
     *
     * @throws IOException if it cannot be removed
     */
    static void remove(Path partial) throws IOException {
        if (Files.isDirectory(partial, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> files = Files.walk(partial)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } else {
            Files.deleteIfExists(partial);
        }
    }

    private static String home() {
        try {
            String boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
            String processes = Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
            return Integer.toString((boot + processes).hashCode() & Integer.MAX_VALUE, 36);
        } catch (IOException | UnsupportedOperationException e) {
            return UNKNOWN;
        }
    }
}
