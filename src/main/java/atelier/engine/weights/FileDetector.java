package atelier.engine.weights;

import atelier.model.AtelierException;
import atelier.model.library.Detection;
import atelier.model.library.FileKind;
import atelier.model.library.ModelFamily;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells what a file or folder holds from its headers alone, without ever failing. */
public final class FileDetector {

    private FileDetector() {}

    /** What lies at that path. */
    public static Detection detect(Path path) {
        try {
            return Files.isDirectory(path) ? ofFolder(path) : ofFile(path);
        } catch (AtelierException e) {
            String reason = e.getMessage();
            return new Detection(
                    FileKind.UNKNOWN, ModelFamily.UNKNOWN, reason == null ? "" : reason);
        }
    }

    private static Detection ofFolder(Path path) {
        if (!DiffusersFolder.isModel(path)) {
            NetworkSource vae = DiffusersFolder.network(Component.VAE, path);
            boolean is =
                    vae.tensors().keySet().stream().anyMatch(name -> name.startsWith("decoder."));
            ModelFamily family = is ? ModelFamily.VAE : ModelFamily.UNKNOWN;
            return detection(path, is ? FileKind.VAE : FileKind.UNKNOWN, family);
        }
        return detection(path, FileKind.DIFFUSERS_FOLDER, ModelFiles.open(path).family());
    }

    private static Detection ofFile(Path path) {
        ModelFamily family = Recognizer.recognize(SafetensorsFile.open(path).tensors());
        FileKind kind =
                switch (family) {
                    case ADAPTER -> FileKind.ADAPTER;
                    case VAE -> FileKind.VAE;
                    case TEXT_ENCODER -> FileKind.TEXT_ENCODER;
                    case CONTROL_NET, EMBEDDING, UNKNOWN -> FileKind.UNKNOWN;
                    default -> FileKind.CHECKPOINT;
                };
        return detection(path, kind, family);
    }

    private static Detection detection(Path path, FileKind kind, ModelFamily family) {
        String reason =
                family.isUsed()
                        ? ""
                        : "%s is %s, %s".formatted(path, family.label(), family.advice());
        return new Detection(kind, family, reason);
    }
}
