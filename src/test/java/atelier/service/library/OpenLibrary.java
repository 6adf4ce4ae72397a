package atelier.service.library;

import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.library.AdapterType;
import atelier.model.library.CharacterField;
import atelier.model.library.CharacterState;
import atelier.model.library.RescanReport;
import atelier.model.library.Workspace;
import atelier.reference.Reference;
import atelier.service.dataset.DrawnPictures;
import atelier.service.storage.PictureReader;
import atelier.service.storage.Sha256;
import atelier.service.storage.database.OpenWorkspace;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A library in a workspace of its own, and things to put into it. */
abstract class OpenLibrary {

    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
    static final Path LORA = Reference.root().resolve("lora/kohya_ldm.safetensors");

    @TempDir Path folder;
    Workspace workspace;
    OpenWorkspace open;
    LibraryService library;

    /** How many were made. */
    int copies;

    /** A LoRA file of a content of its own, as its metadata say. */
    Path lora() throws IOException {
        byte[] file = Files.readAllBytes(LORA);
        ByteBuffer whole = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int length = (int) whole.getLong(0);
        String header =
                new String(file, Long.BYTES, length, StandardCharsets.UTF_8).stripTrailing();
        copies++;
        byte[] other =
                (header + " ".repeat(8 * copies + (8 - header.length() % 8) % 8))
                        .getBytes(StandardCharsets.UTF_8);
        Path copy = folder.resolve("lora-%02d.safetensors".formatted(copies));
        ByteBuffer out =
                ByteBuffer.allocate(Long.BYTES + other.length + file.length - Long.BYTES - length)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(other.length)
                        .put(other)
                        .put(file, Long.BYTES + length, file.length - Long.BYTES - length);
        return Files.write(copy, out.array());
    }

    @BeforeEach
    void open() {
        workspace = new Workspace(folder.resolve("work"));
        open = OpenWorkspace.open(workspace, OpenWorkspace.locks());
        library =
                new LibraryService(
                        open, new PictureReader(), Clock.fixed(NOW, ZoneOffset.UTC), "anna");
    }

    @AfterEach
    void close() {
        open.close();
    }

    Path drawn() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        DrawnPictures.into(data);
        Files.writeString(data.resolve("picture-00.txt"), "a round thing");
        return data;
    }

    CharacterLibrary.Added add(String slug, Path... sources) {
        return library.characters()
                .add(slug, List.of(sources), ProgressListener.NONE, new CancelToken());
    }

    String mia() {
        return library.characters().create("Mia Ёж!", AdapterType.PORTRAIT, " mia ёж ").slug();
    }

    void become(String slug, CharacterState state) {
        library.characters().set(slug, CharacterField.STATE, state.name(), "test");
    }

    RescanReport rescan() {
        return library.files().rescan(ProgressListener.NONE, new CancelToken());
    }

    Path image(String name, int shade) throws IOException {
        Path file = workspace.images().resolve("2026-05-01").resolve(name);
        Files.createDirectories(file.getParent());
        BufferedImage picture = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, shade);
        ImageIO.write(picture, "png", file.toFile());
        return file;
    }

    static List<String> content(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file + " " + Sha256.ofFile(file))
                    .sorted()
                    .toList();
        }
    }

    /** Everything in the workspace but the database and the trash. */
    List<String> content() throws IOException {
        return content(workspace.root()).stream()
                .filter(line -> !line.contains("library.db") && !line.contains("/trash/"))
                .toList();
    }
}
