package atelier.service.storage;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Folders for what is made in several files and shall be there whole or not at all. */
public final class Folders {

    private static final Logger LOG = LoggerFactory.getLogger(Folders.class);

    /** Stands in the names of folders that this process makes, before random digits. */
    private static final String MINE = ProcessHandle.current().pid() + "-";

    private Folders() {}

    /**
     * Makes a hidden folder beside one that is to come, so that it can be renamed to it. What a
     * process that was killed left there on the way is deleted.
     *
     * @throws atelier.model.AtelierException if it cannot be made
     */
    public static Path makeBeside(Path target) {
        Path absolute = target.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        if (parent == null) {
            throw FileFailures.writing(target, new IOException("it is a disk"));
        }
        try {
            Files.createDirectories(parent);
            String prefix = "." + absolute.getFileName() + ".";
            sweep(parent, prefix);
            return Files.createTempDirectory(parent, prefix + MINE);
        } catch (IOException e) {
            throw FileFailures.writing(target, e);
        }
    }

    /**
     * Makes a folder for what is needed until the work is done. What a process that was killed left
     * of the same prefix is deleted.
     *
     * @throws atelier.model.AtelierException if it cannot be made
     */
    public static Path makeTemporary(String prefix) {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            sweep(folder, prefix);
            return Files.createTempDirectory(folder, prefix + MINE);
        } catch (IOException e) {
            throw FileFailures.writing(folder, e);
        }
    }

    /** Deletes the folders whose names tell of a process that is gone. */
    private static void sweep(Path parent, String prefix) throws IOException {
        Pattern name = Pattern.compile(Pattern.quote(prefix) + "(\\d{1,18})-\\d+");
        try (DirectoryStream<Path> files = Files.newDirectoryStream(parent)) {
            for (Path file : files) {
                Matcher matcher = name.matcher(file.getFileName().toString());
                if (matcher.matches()
                        && Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)
                        && !isAlive(Long.parseLong(matcher.group(1)))) {
                    deleteQuietly(file);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private static boolean isAlive(long process) {
        return ProcessHandle.of(process).map(ProcessHandle::isAlive).orElse(false);
    }

    /**
     * Whether a folder holds nothing.
     *
     * @throws atelier.model.AtelierException if it cannot be read, or is none
     */
    public static boolean isEmpty(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            return !files.iterator().hasNext();
        } catch (IOException e) {
            throw FileFailures.reading(folder, e);
        }
    }

    /** Deletes a folder of ours with everything in it, without following links. */
    public static void deleteQuietly(Path folder) {
        if (Files.notExists(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new Deletion());
        } catch (IOException e) {
            LOG.warn("{} could not be deleted", folder, e);
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
                throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
