package atelier.service.generation.metadata;

import java.util.List;
import java.util.Locale;

/** Names of model files as they stand in metadata. */
final class ModelNames {

    private static final List<String> EXTENSIONS =
            List.of(".safetensors", ".ckpt", ".pt", ".pth", ".bin", ".gguf", ".sft");

    private ModelNames() {}

    /** The name without the extension of a model file; other dots in it stay. */
    static String withoutExtension(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return EXTENSIONS.stream()
                .filter(lower::endsWith)
                .findFirst()
                .map(extension -> name.substring(0, name.length() - extension.length()))
                .orElse(name);
    }

    /** The name without the folders in front, of whichever system they are. */
    static String withoutFolders(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }
}
