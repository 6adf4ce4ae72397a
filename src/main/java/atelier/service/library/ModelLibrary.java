package atelier.service.library;

import atelier.engine.weights.FileDetector;
import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.model.library.AuditRow;
import atelier.model.library.CatalogEntry;
import atelier.model.library.Detection;
import atelier.model.library.FileKind;
import atelier.model.library.ItemKind;
import atelier.service.storage.AtomicFiles;
import atelier.service.storage.FileFailures;
import atelier.service.storage.Folders;
import atelier.service.storage.OutputFolder;
import atelier.service.storage.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The models of a workspace: those that were fetched, and those that were brought. */
public final class ModelLibrary {

    private static final String FOLDER = "models/";
    private static final int BUFFER = 1 << 20;

    private final Library library;

    ModelLibrary(Library library) {
        this.library = library;
    }

    /** The models that images can be made with, by name. */
    public List<Path> all() {
        return list().stream().filter(path -> isModel(FileDetector.detect(path))).toList();
    }

    private List<Path> list() {
        Path folder = library.workspace().models();
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw FileFailures.reading(folder, e);
        }
    }

    /** What a file or folder is, by its header alone. */
    public static Detection detect(Path path) {
        return FileDetector.detect(path);
    }

    private static boolean isModel(Detection found) {
        return found.kind() == FileKind.CHECKPOINT || found.kind() == FileKind.DIFFUSERS_FOLDER;
    }

    /**
     * A file or folder among the models.
     *
     * @param path where it lies
     * @param found what it is
     * @param bytes room it takes
     */
    public record Installed(Path path, Detection found, long bytes) {}

    /** Everything among the models, whether images can be made with it or not, by name. */
    public List<Installed> installed() {
        return list().stream()
                .map(path -> new Installed(path, FileDetector.detect(path), total(path)))
                .toList();
    }

    /**
     * Copies a file of the catalog that was fetched in another way, as it is known by its content.
     *
     * @return where it lies
     * @throws AtelierException if its content is no entry's, it is there already, or it cannot be
     *     copied
     */
    public synchronized Path addKnown(
            Path source,
            List<CatalogEntry> catalog,
            ProgressListener progress,
            CancelToken cancel) {
        library.requireWritable();
        String sha256 = Sha256.ofFile(source);
        CatalogEntry entry =
                catalog.stream()
                        .filter(one -> one.sha256().equals(sha256))
                        .findFirst()
                        .orElseThrow(() ->
                                new AtelierException(
                                        "%s is none of the catalog's models, by its content: download the one you need."
                                                .formatted(source)));
        OutputFolder.prepare(library.workspace().models());
        Path target = library.workspace().models().resolve(entry.file());
        if (Files.exists(target)) {
            throw new AtelierException(entry.name() + " is there already.");
        }
        Copying copying = new Copying(entry.name(), total(source), progress, cancel);
        AtomicFiles.replace(target, out -> copying.copy(source, out));
        return target;
    }

    /** Whether a model of the catalog is there, by its name and size. */
    public boolean has(CatalogEntry entry) {
        Path file = library.workspace().models().resolve(entry.file());
        try {
            return Files.isRegularFile(file) && Files.size(file) == entry.bytes();
        } catch (IOException e) {
            throw FileFailures.reading(file, e);
        }
    }

    /**
     * Copies a model into the workspace. It bears its name there only when it is whole.
     *
     * @param source a single file or a diffusers folder
     * @return where it lies
     * @throws AtelierException if it is no model that images can be made with, one of that name is
     *     there, or it cannot be copied
     */
    public synchronized Path add(Path source, ProgressListener progress, CancelToken cancel) {
        library.requireWritable();
        Detection found = FileDetector.detect(source);
        if (found.kind() == FileKind.ADAPTER) {
            throw new AtelierException(
                    source + " is an adapter and no model: add it to the adapters.");
        }
        if (!isModel(found)) {
            throw new AtelierException(
                    found.reason().isEmpty()
                            ? source
                                    + " is a part of a model and no model: choose a checkpoint or a"
                                    + " diffusers folder."
                            : found.reason());
        }
        OutputFolder.prepare(library.workspace().models());
        Path name = Objects.requireNonNull(source.toAbsolutePath().normalize().getFileName());
        Path target = library.workspace().models().resolve(name.toString());
        if (Files.exists(target)) {
            throw new AtelierException(
                    target + " is there already: rename the new one, or remove the old one first.");
        }
        Copying copying = new Copying(name.toString(), total(source), progress, cancel);
        if (Files.isDirectory(source)) {
            copyFolder(source, target, copying);
        } else {
            AtomicFiles.replace(target, out -> copying.copy(source, out));
        }
        return target;
    }

    /**
     * Moves a model to the trash; what has it open reads on.
     *
     * @param name its file or folder among the models; parts of a folder by their way in it
     * @param why in a few words, for the history
     * @throws AtelierException if there is none, or it cannot be moved
     */
    public synchronized void remove(String name, String why) {
        library.requireWritable();
        Path model = library.workspace().models().resolve(name);
        if (Files.notExists(model)) {
            throw new AtelierException(
                    "There is no model %s any more: read the library again.".formatted(name));
        }
        String trash = library.trash().put(List.of(model));
        library.database()
                .change(connection ->
                        library.audit()
                                .add(
                                        connection,
                                        ItemKind.MODEL,
                                        name,
                                        AuditRow.PLACE,
                                        FOLDER + name,
                                        trash,
                                        why));
    }

    private static long total(Path source) {
        try (Stream<Path> files = Files.walk(source)) {
            long total = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                total += Files.size(file);
            }
            return total;
        } catch (IOException e) {
            throw FileFailures.reading(source, e);
        }
    }

    private static void copyFolder(Path source, Path target, Copying copying) {
        Path partial = Folders.makeBeside(target);
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Path copy = partial.resolve(source.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    AtomicFiles.replace(copy, out -> copying.copy(file, out));
                }
            }
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw FileFailures.writing(target, e);
        } finally {
            Folders.deleteQuietly(partial);
        }
    }

    /** Copies files one after the other, counting what is done of all. */
    private static final class Copying {

        private static final long MEBIBYTE = 1L << 20;

        private final String stage;
        private final long total;
        private final ProgressListener progress;
        private final CancelToken cancel;
        private long done;

        Copying(String name, long total, ProgressListener progress, CancelToken cancel) {
            this.stage = "Copying " + name;
            this.total = total / MEBIBYTE;
            this.progress = progress;
            this.cancel = cancel;
        }

        void copy(Path file, OutputStream out) throws IOException {
            byte[] buffer = new byte[BUFFER];
            try (InputStream in = Files.newInputStream(file)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    cancel.check();
                    out.write(buffer, 0, read);
                    done += read;
                    progress.progressed(Progress.of(stage, done / MEBIBYTE, total, "MiB"));
                }
            }
        }
    }
}
