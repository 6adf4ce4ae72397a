package atelier.service.storage;

import atelier.engine.weights.AtomicFile;
import atelier.model.AtelierException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes files so that a reader sees the old content or the new, never a part of it: {@link
 * AtomicFile} for streams, in the words of {@link FileFailures}, and with numbered names.
 *
 * <p>All methods may be called from several threads and processes at once.
 */
public final class AtomicFiles {

    private static final int BUFFER = 1 << 16;
    private static final int MOST_ATTEMPTS = 10_000;

    private AtomicFiles() {}

    /** What goes into a file. */
    @FunctionalInterface
    public interface Content {
        /** Writes all of it; leaves the stream open. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file, in place of the one that is there, if any.
     *
     * @param target where it shall lie; its folder must exist
     * @throws AtelierException if it cannot be written; what was there is then unchanged. Whatever
     *     else the content throws passes through, with the same guarantee
     */
    public static void replace(Path target, Content content) {
        WindowThread.refuse("a file was written");
        try {
            AtomicFile.replace(target, streaming(content), written -> {});
        } catch (IOException e) {
            throw FileFailures.writing(target, e);
        }
    }

    /**
     * Writes a new file under the next free number, {@code stem-00001.extension} and so on; a file
     * that is already there is never touched, even if another process makes it meanwhile.
     *
     * @param folder where it shall lie; it must exist
     * @param stem first part of its name
     * @param extension last part of its name, without the dot
     * @return the file
     * @throws AtelierException if it cannot be written; nothing is then left behind. Whatever else
     *     the content throws passes through, with the same guarantee
     */
    public static Path create(Path folder, String stem, String extension, Content content) {
        WindowThread.refuse("a file was written");
        try {
            return AtomicFile.put(
                    folder,
                    streaming(content),
                    temporary -> claim(temporary, folder, stem, extension));
        } catch (IOException e) {
            throw FileFailures.writing(folder.resolve(numbered(stem, 1, extension)), e);
        }
    }

    private static AtomicFile.Content streaming(Content content) {
        return channel -> {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
            content.writeTo(out);
            out.flush();
        };
    }

    private static Path claim(Path temporary, Path folder, String stem, String extension)
            throws IOException {
        long first = highest(folder, stem, extension) + 1;
        for (long number = first; number < first + MOST_ATTEMPTS; number++) {
            Path file = folder.resolve(numbered(stem, number, extension));
            if (moveToNew(temporary, file)) {
                return file;
            }
        }
        throw new IOException("no free number was found for it");
    }

    /** A hard link fails where the name is taken; a rename would replace what is there. */
    private static boolean moveToNew(Path temporary, Path file) throws IOException {
        try {
            Files.createLink(file, temporary);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException | UnsupportedOperationException e) {
            return reserveAndMove(temporary, file);
        }
    }

    /** For file systems without hard links, such as those of memory cards: take the name first. */
    static boolean reserveAndMove(Path temporary, Path file) throws IOException {
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException e) {
            return false;
        }
        boolean moved = false;
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            moved = true;
        } finally {
            if (!moved) {
                Files.deleteIfExists(file);
            }
        }
        return true;
    }

    private static long highest(Path folder, String stem, String extension) throws IOException {
        Pattern pattern =
                Pattern.compile(Pattern.quote(stem) + "-(\\d{5,9})\\." + Pattern.quote(extension));
        long highest = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Matcher matcher = pattern.matcher(file.getFileName().toString());
                if (matcher.matches()) {
                    highest = Math.max(highest, Long.parseLong(matcher.group(1)));
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return highest;
    }

    private static String numbered(String stem, long number, String extension) {
        return String.format(Locale.ROOT, "%s-%05d.%s", stem, number, extension);
    }
}
