package atelier.service.settings;

import atelier.model.AtelierException;
import atelier.model.settings.Settings;
import atelier.service.storage.AtomicFiles;
import atelier.service.storage.FileFailures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The file that settings are kept in, and what is done where it is damaged. */
final class SettingsFile {

    private static final int FORMAT = 1;
    private static final String FORMAT_KEY = "format";
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .build();

    private final Path file;

    SettingsFile(Path file) {
        this.file = file;
    }

    /**
     * What was read.
     *
     * @param settings from the file, with the defaults for what it does not say
     * @param notice why they are not the file's, in one sentence; null where they are
     */
    record Read(Settings settings, @Nullable String notice) {}

    /**
     * Reads the file. One that cannot be understood is kept under another name.
     *
     * @throws AtelierException if it cannot be read, or not kept
     */
    Read read() {
        if (Files.notExists(file)) {
            return new Read(Settings.DEFAULT, null);
        }
        try {
            ObjectNode whole = (ObjectNode) JSON.valueToTree(Settings.DEFAULT);
            JsonNode read = JSON.readTree(Files.readAllBytes(file));
            if (read.path(FORMAT_KEY).asInt(0) != FORMAT) {
                return setAside();
            }
            return new Read(JSON.treeToValue(merged(whole, read), Settings.class), null);
        } catch (IOException e) {
            throw FileFailures.reading(file, e);
        } catch (JacksonException e) {
            return setAside();
        }
    }

    private static JsonNode merged(ObjectNode whole, JsonNode part) {
        part.properties()
                .forEach(entry -> {
                    JsonNode mine = whole.get(entry.getKey());
                    if (mine instanceof ObjectNode inner && entry.getValue().isObject()) {
                        merged(inner, entry.getValue());
                    } else {
                        whole.set(entry.getKey(), entry.getValue());
                    }
                });
        return whole;
    }

    private Read setAside() {
        try {
            byte[] bytes = Files.readAllBytes(file);
            Path kept =
                    AtomicFiles.create(
                            Objects.requireNonNull(file.toAbsolutePath().getParent()),
                            "settings-set-aside",
                            "json",
                            out -> out.write(bytes));
            return new Read(
                    Settings.DEFAULT,
                    "%s is damaged or of another version of Atelier, so all settings are as at first; the file is kept as %s."
                            .formatted(file, kept.getFileName()));
        } catch (IOException e) {
            throw FileFailures.reading(file, e);
        }
    }

    /**
     * Writes the file whole, in place of the one that is there.
     *
     * @throws AtelierException if it cannot be written; what was there is then unchanged
     */
    void write(Settings settings) {
        ObjectNode content = JSON.createObjectNode();
        content.put(FORMAT_KEY, FORMAT);
        content.setAll((ObjectNode) JSON.valueToTree(settings));
        byte[] bytes = JSON.writeValueAsString(content).getBytes(StandardCharsets.UTF_8);
        AtomicFiles.replace(file, out -> out.write(bytes));
    }
}
