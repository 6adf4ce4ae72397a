package atelier.service.prompt;

import atelier.model.AtelierException;
import atelier.model.generation.PromptStyle;
import atelier.service.storage.AtomicFiles;
import atelier.service.storage.FileFailures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The styles of a workspace, in one file that can be edited by hand. Methods wait for the disk. */
public final class PromptStyles {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** What there is before the user makes styles. */
    private static final List<PromptStyle> FIRST =
            List.of(
                    new PromptStyle(
                            "Storybook", "storybook illustration, flat colours", "photograph"),
                    new PromptStyle("Soft light", "soft warm light", "harsh shadows"),
                    new PromptStyle("Ink", "ink drawing, black and white", "colour"));

    private final Path file;

    /**
     * @param file where they are kept; need not exist
     */
    public PromptStyles(Path file) {
        this.file = file;
    }

    /** What the file holds. */
    record Content(List<PromptStyle> styles) {}

    /**
     * All styles in their order.
     *
     * @throws AtelierException if the file cannot be read
     */
    public List<PromptStyle> all() {
        if (!Files.exists(file)) {
            return FIRST;
        }
        try {
            return List.copyOf(JSON.readValue(Files.readAllBytes(file), Content.class).styles());
        } catch (IOException e) {
            throw FileFailures.reading(file, e);
        } catch (JacksonException | NullPointerException e) {
            throw new AtelierException(
                    file + " is damaged: mend it, or remove it to begin with the first styles.", e);
        }
    }

    /** Keeps a style, in place of one of the same name. */
    public synchronized void save(PromptStyle style) {
        List<PromptStyle> styles = new ArrayList<>(all());
        int place = names(styles).indexOf(style.name());
        if (place < 0) {
            styles.add(style);
        } else {
            styles.set(place, style);
        }
        write(styles);
    }

    /** Forgets the style of that name, if there is one. */
    public synchronized void remove(String name) {
        List<PromptStyle> styles = new ArrayList<>(all());
        if (styles.removeIf(style -> style.name().equals(name))) {
            write(styles);
        }
    }

    private static List<String> names(List<PromptStyle> styles) {
        return styles.stream().map(PromptStyle::name).toList();
    }

    private void write(List<PromptStyle> styles) {
        byte[] bytes =
                JSON.writeValueAsString(new Content(styles)).getBytes(StandardCharsets.UTF_8);
        AtomicFiles.replace(file, out -> out.write(bytes));
    }
}
