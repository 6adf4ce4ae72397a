package atelier.service.library;

import atelier.model.AtelierException;
import atelier.model.generation.ImageSettings;
import atelier.model.generation.MentionedAdapter;
import atelier.model.generation.SettingsLookup;
import atelier.model.library.AuditRow;
import atelier.model.library.ImageField;
import atelier.model.library.ImageMarks;
import atelier.model.library.ImageQuery;
import atelier.model.library.ImageRecord;
import atelier.model.library.ItemKind;
import atelier.service.generation.metadata.ImageSettingsReader;
import atelier.service.storage.AtomicFiles;
import atelier.service.storage.FileFailures;
import atelier.service.storage.OutputFolder;
import atelier.service.storage.PictureReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The images of a workspace, each with the settings that it carries and with what its owner thinks
 * of it. Marks are in the history. Methods wait for the disk.
 */
public final class ImageLibrary {

    private static final String FOLDER = "images/";

    private final Library library;
    private final PictureReader pictures;
    private final ImageSettingsReader reader = new ImageSettingsReader();
    private final MarksFile marks = new MarksFile();

    ImageLibrary(Library library, PictureReader pictures) {
        this.library = library;
        this.pictures = pictures;
    }

    /** The images wanted, the newest first. */
    public List<ImageRecord> find(ImageQuery query) {
        return library.database().read(connection -> ImageRows.find(connection, query));
    }

    /** How many there are of those wanted, whatever the offset and the limit. */
    public int count(ImageQuery query) {
        return library.database().read(connection -> ImageRows.count(connection, query));
    }

    /**
     * The image of that file.
     *
     * @throws AtelierException if there is none
     */
    public ImageRecord get(String file) {
        return library.database()
                .find(connection -> ImageRows.find(connection, file))
                .orElseThrow(() ->
                        new AtelierException(
                                "There is no image %s in the library: rescan the library."
                                        .formatted(file)));
    }

    /** Where an image's file lies. */
    public Path path(ImageRecord image) {
        return library.workspace().images().resolve(image.file());
    }

    /**
     * Takes an image into the gallery, or looks at it again.
     *
     * @param file in the workspace's folder of images
     * @throws AtelierException if it cannot be read, or lies elsewhere
     */
    public ImageRecord index(Path file) {
        ImageRecord image = read(file);
        library.database().change(connection -> ImageRows.save(connection, image));
        return image;
    }

    /**
     * Copies an image of another place into the gallery.
     *
     * @throws AtelierException if it is no picture that can be read, or cannot be copied
     */
    public synchronized ImageRecord add(Path source, String why) {
        library.requireWritable();
        pictures.read(source);
        Path folder =
                library.workspace()
                        .images(LocalDate.ofInstant(library.now(), library.clock().getZone()));
        OutputFolder.prepare(folder);
        Path file = PictureImport.free(folder, source.getFileName().toString());
        AtomicFiles.replace(file, out -> Files.copy(source, out));
        ImageRecord image = read(file);
        library.database()
                .change(connection -> {
                    ImageRows.save(connection, image);
                    library.audit()
                            .add(
                                    connection,
                                    ItemKind.IMAGE,
                                    image.file(),
                                    AuditRow.PLACE,
                                    "",
                                    FOLDER + image.file(),
                                    why);
                });
        return image;
    }

    /** Takes an image into the gallery if it lies in the workspace's folder of images. */
    public void indexOwn(Path file) {
        if (file.toAbsolutePath().normalize().startsWith(root())) {
            index(file);
        }
    }

    private Path root() {
        return library.workspace().images().toAbsolutePath().normalize();
    }

    /** What a file says of itself, with its marks. */
    ImageRecord read(Path file) {
        Path root = root();
        Path absolute = file.toAbsolutePath().normalize();
        if (!absolute.startsWith(root)) {
            throw new AtelierException(
                    "%s does not lie in %s: copy it there to have it in the gallery."
                            .formatted(file, root));
        }
        ImageSettings settings =
                reader.read(file) instanceof SettingsLookup.Found(ImageSettings found)
                        ? found
                        : null;
        return record(
                root.relativize(absolute).toString().replace('\\', '/'),
                made(file),
                settings,
                marks.read(file));
    }

    /** When an image was written. */
    static Instant made(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (IOException e) {
            throw FileFailures.reading(file, e);
        }
    }

    private static ImageRecord record(
            String name, Instant made, @Nullable ImageSettings settings, ImageMarks marks) {
        if (settings == null) {
            return new ImageRecord(name, made, 0, 0, "", "", "", "", "", marks);
        }
        Long seed = settings.sampling().seed();
        return new ImageRecord(
                name,
                made,
                number(settings.width()),
                number(settings.height()),
                text(settings.prompt()),
                text(settings.negative()),
                seed == null ? "" : seed.toString(),
                settings.model() == null ? "" : settings.model().name(),
                settings.adapters().stream()
                        .map(MentionedAdapter::file)
                        .map(adapter -> adapter.name())
                        .collect(Collectors.joining(", ")),
                marks);
    }

    private static int number(@Nullable Integer value) {
        return value == null ? 0 : value;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /**
     * Refuses what is no number of stars.
     *
     * @throws AtelierException if it is none
     */
    static void requireStars(String value) {
        if (!value.matches("[0-5]")) {
            throw new AtelierException(
                    "An image has 1 to 5 stars, or 0 for none, and %s is none of these: write such a number."
                            .formatted(value));
        }
    }

    /**
     * Marks an image.
     *
     * @param value as {@link ImageField} has it
     * @param why in a few words, for the history
     * @throws AtelierException if there are more stars than there may be, or it cannot be saved
     */
    public synchronized ImageRecord set(String file, ImageField field, String value, String why) {
        library.requireWritable();
        if (field == ImageField.STARS) {
            requireStars(value);
        }
        ImageRecord before = get(file);
        ImageRecord after = before.with(before.marks().with(field, value));
        if (after.equals(before)) {
            return before;
        }
        marks.write(path(before), after.marks());
        library.database()
                .change(connection -> {
                    ImageRows.save(connection, after);
                    library.audit()
                            .add(
                                    connection,
                                    ItemKind.IMAGE,
                                    file,
                                    field.name(),
                                    before.marks().value(field),
                                    after.marks().value(field),
                                    why);
                });
        return after;
    }

    /** Moves an image to the trash; its marks stay for when it comes back. */
    public synchronized void remove(String file, String why) {
        library.requireWritable();
        String place = library.trash().put(List.of(path(get(file))));
        library.database()
                .change(connection -> {
                    ImageRows.delete(connection, file);
                    library.audit()
                            .add(
                                    connection,
                                    ItemKind.IMAGE,
                                    file,
                                    AuditRow.PLACE,
                                    FOLDER + file,
                                    place,
                                    why);
                });
    }

    /** Forgets an image whose file is gone; its marks stay beside it, for when it comes back. */
    synchronized void forget(String file, String why) {
        library.requireWritable();
        new IndexEntries(library).change(get(file), null, why);
    }
}
