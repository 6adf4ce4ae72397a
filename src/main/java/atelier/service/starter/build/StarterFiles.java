package atelier.service.starter.build;

import java.nio.file.Path;

/** Where a starter model has what other SDXL models lack. */
public final class StarterFiles {

    private StarterFiles() {}

    /** The picture tower that shares its space with the second text encoder, as ONNX. */
    public static Path pictureTower(Path model) {
        return model.resolve("clip").resolve("picture_tower.onnx");
    }
}
