package atelier.service.library;

import atelier.model.AtelierException;
import atelier.model.library.Workspace;
import atelier.model.settings.DiskUse;
import atelier.model.settings.DiskUse.Part;
import atelier.service.storage.FileFailures;
import atelier.service.storage.Folders;
import atelier.service.storage.database.OpenWorkspace;
import atelier.service.training.RunCaches;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Tells what a workspace takes of the disk, and makes room on it.
 *
 * @param open which one
 */
public record WorkspaceDisk(OpenWorkspace open) {

    /** The workspace itself. */
    public Workspace workspace() {
        return open.workspace();
    }

    /**
     * Adds up the sizes of all files.
     *
     * @throws AtelierException if a folder cannot be read
     */
    public DiskUse measure() {
        Workspace workspace = workspace();
        Map<Part, Long> bytes = new EnumMap<>(Part.class);
        long caches = caches().folders().stream().mapToLong(WorkspaceDisk::bytes).sum();
        bytes.put(Part.CHARACTERS, bytes(workspace.characters()));
        bytes.put(Part.RUNS, bytes(workspace.runs()) - caches);
        bytes.put(Part.CACHES, caches);
        bytes.put(Part.ADAPTERS, bytes(workspace.adapters()));
        bytes.put(Part.IMAGES, bytes(workspace.images()));
        bytes.put(Part.MODELS, bytes(workspace.models()));
        bytes.put(Part.TRASH, bytes(workspace.trash()));
        try {
            return new DiskUse(bytes, Files.getFileStore(workspace.root()).getUsableSpace());
        } catch (IOException e) {
            throw FileFailures.reading(workspace.root(), e);
        }
    }

    private RunCaches caches() {
        return new RunCaches(workspace().runs());
    }

    private static long bytes(Path folder) {
        if (Files.notExists(folder)) {
            return 0;
        }
        AtomicLong sum = new AtomicLong();
        try {
            Files.walkFileTree(
                    folder,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
                            sum.addAndGet(facts.size());
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFileFailed(Path file, IOException gone) {
                            // Work that runs deletes what it needed for a moment.
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            throw FileFailures.reading(folder, e);
        }
        return sum.get();
    }

    /**
     * Deletes what can be computed again, but for runs that go on now.
     *
     * @throws AtelierException if another process has the workspace open, or a folder cannot be
     *     read
     */
    public void clearCaches() {
        requireOurs();
        caches().clear();
    }

    /**
     * Deletes for good what was thrown away.
     *
     * @throws AtelierException if another process has the workspace open, or the trash cannot be
     *     read
     */
    public void emptyTrash() {
        requireOurs();
        Path trash = workspace().trash();
        if (Files.notExists(trash)) {
            return;
        }
        try (Stream<Path> parts = Files.list(trash)) {
            parts.forEach(Folders::deleteQuietly);
        } catch (IOException e) {
            throw FileFailures.reading(trash, e);
        }
    }

    private void requireOurs() {
        String notice = open.notice();
        if (notice != null) {
            throw new AtelierException(notice);
        }
    }
}
