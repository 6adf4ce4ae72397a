package atelier.service.generation;

import atelier.model.generation.ModelFile;
import atelier.service.storage.FileFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The models that images can be made with: those of a workspace, then the one that comes along. */
public final class ModelList {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ENDING = ".safetensors";
    private static final Path UNET = Path.of("unet", "config.json");
    private static final int USUAL_SIDE = 1024;
    private static final int REDUCTION = 8;

    private final Path models;
    private final Path starter;

    /**
     * @param models folder of models; need not exist
     * @param starter the model that comes along; need not exist
     */
    public ModelList(Path models, Path starter) {
        this.models = models;
        this.starter = starter;
    }

    /**
     * All of them, by name; the one that comes along is the last.
     *
     * @throws atelier.model.AtelierException if the folder cannot be read
     */
    public List<ModelFile> all() {
        List<ModelFile> all = new ArrayList<>();
        if (Files.isDirectory(models)) {
            try (Stream<Path> files = Files.list(models)) {
                files.sorted().forEach(file -> model(file).ifPresent(all::add));
            } catch (IOException e) {
                throw FileFailures.reading(models, e);
            }
        }
        model(starter).ifPresent(all::add);
        return all;
    }

    private static Optional<ModelFile> model(Path file) {
        String name = file.getFileName().toString();
        if (Files.isRegularFile(file.resolve(UNET))) {
            return Optional.of(new ModelFile(name, file, side(file.resolve(UNET))));
        }
        return name.endsWith(ENDING) && Files.isRegularFile(file)
                ? Optional.of(
                        new ModelFile(
                                name.substring(0, name.length() - ENDING.length()),
                                file,
                                USUAL_SIDE))
                : Optional.empty();
    }

    private static int side(Path config) {
        try {
            return JSON.readTree(Files.readAllBytes(config))
                            .path("sample_size")
                            .asInt(USUAL_SIDE / REDUCTION)
                    * REDUCTION;
        } catch (IOException | JacksonException e) {
            // Whoever loads the model says what is wrong with it.
            return USUAL_SIDE;
        }
    }
}
