package atelier.service.starter.build;

import java.nio.file.Path;

/** Where a starter model has what other SDXL models lack. */
public final class StarterFiles {

    private StarterFiles() {}

    /** The picture tower that shares its space with the second text encoder, as ONNX. */
    public static Path pictureTower(Path model) {
        return model.resolve("clip").resolve("picture_tower.onnx");
    }

    /** What finds faces, as ONNX with YuNet's inputs and outputs. */
    static OnnxFolder faceDetector(Path model) {
        return new OnnxFolder(model.resolve("face-detector"));
    }

    /** What restores faces, as ONNX. */
    static OnnxFolder faceRestorer(Path model) {
        return new OnnxFolder(model.resolve("face-restorer"));
    }

    /** What tells persons from what is behind them, as ONNX. */
    static OnnxFolder matting(Path model) {
        return new OnnxFolder(model.resolve("matting"));
    }
}
