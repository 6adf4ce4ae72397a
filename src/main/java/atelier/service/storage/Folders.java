package atelier.service.storage;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Folders for what is made in several files and shall be there whole or not at all. */
public final class Folders {

    private static final Logger LOG = LoggerFactory.getLogger(Folders.class);

    private Folders() {}

    /**
     * Makes a hidden folder beside one that is to come, so that it can be renamed to it.
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
            return Files.createTempDirectory(parent, "." + absolute.getFileName() + ".");
        } catch (IOException e) {
            throw FileFailures.writing(target, e);
        }
    }

    /**
     * Makes a folder for what is needed until the work is done.
     *
     * @throws atelier.model.AtelierException if it cannot be made
     */
    public static Path makeTemporary(String prefix) {
        try {
            return Files.createTempDirectory(prefix);
        } catch (IOException e) {
            throw FileFailures.writing(Path.of(System.getProperty("java.io.tmpdir")), e);
        }
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
