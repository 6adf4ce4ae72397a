package atelier.service.restoration;

import atelier.model.AtelierException;
import atelier.model.restoration.RestorationWish;
import atelier.model.restoration.RestoredPicture;
import atelier.service.storage.FileFailures;
import atelier.service.storage.FormatJson;
import atelier.service.storage.OutputFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The folder of restored images: {@code restoration.json} tells what was wanted, {@code
 * restored.jsonl} has a line for each image that is done, written once its file is there, or could
 * not be read. A line that a killed process left unfinished does not count, and its image is made
 * again.
 *
 * @param root the folder
 */
public record RestorationFolder(Path root) {

    private static final int FORMAT = 1;
    private static final JsonMapper JSON = new JsonMapper();

    /** What {@code restoration.json} tells. */
    private record Content(int format, RestorationWish wish) {}

    private Path wish() {
        return root.resolve("restoration.json");
    }

    private Path lines() {
        return root.resolve("restored.jsonl");
    }

    /**
     * Makes it the folder of what is wanted.
     *
     * @throws AtelierException if it holds images that were restored otherwise, or cannot be
     *     written to
     */
    void begin(RestorationWish wanted) {
        OutputFolder.prepare(root);
        if (!Files.exists(wish())) {
            FormatJson.write(wish(), new Content(FORMAT, wanted));
        } else if (!FormatJson.read(wish(), Content.class, FORMAT).wish().equals(wanted)) {
            throw new AtelierException(
                    "%s holds images that were restored otherwise: choose another folder, or the same settings."
                            .formatted(root));
        }
    }

    /**
     * The images that are done and whose results are there.
     *
     * @throws AtelierException if the list cannot be read
     */
    public List<RestoredPicture> done() {
        return all().stream()
                .filter(picture -> picture.file() != null && Files.isRegularFile(picture.file()))
                .toList();
    }

    /**
     * What became of each image last, also of those that could not be read, in the order in which
     * they were begun.
     *
     * @throws AtelierException if the list cannot be read
     */
    public List<RestoredPicture> all() {
        Map<Path, RestoredPicture> all = new LinkedHashMap<>();
        for (String line : whole()) {
            try {
                RestoredPicture picture = JSON.readValue(line, RestoredPicture.class);
                all.put(picture.source(), picture);
            } catch (JacksonException e) {
                throw new AtelierException(
                        "%s is damaged: put a copy of it back, or begin anew in another folder."
                                .formatted(lines()),
                        e);
            }
        }
        return List.copyOf(all.values());
    }

    private List<String> whole() {
        if (!Files.exists(lines())) {
            return List.of();
        }
        try {
            String text = Files.readString(lines());
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException e) {
            throw FileFailures.reading(lines(), e);
        }
    }

    /**
     * Writes down what became of an image; it is on the disk when this returns.
     *
     * @throws AtelierException if it cannot be written
     */
    void add(RestoredPicture picture) {
        byte[] line = (JSON.writeValueAsString(picture) + "\n").getBytes(StandardCharsets.UTF_8);
        try (FileChannel channel =
                FileChannel.open(
                        lines(),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE)) {
            channel.position(end(channel));
            ByteBuffer rest = ByteBuffer.wrap(line);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.truncate(channel.position());
            channel.force(true);
        } catch (IOException e) {
            throw FileFailures.writing(lines(), e);
        }
    }

    /** Behind the last line that is whole. */
    private static long end(FileChannel channel) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        for (long end = channel.size(); end > 0; end--) {
            one.clear();
            if (channel.read(one, end - 1) == 1 && one.get(0) == '\n') {
                return end;
            }
        }
        return 0;
    }
}
