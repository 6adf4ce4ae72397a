package atelier.service.starter.build;

import atelier.engine.sdxl.prompt.TokenizerSlot;
import atelier.engine.weights.Component;
import atelier.service.storage.FileFailures;
import atelier.service.storage.OutputFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Brings the parts of a model that earlier stages or builds made into the folder being built. */
final class ModelParts {

    /** All that a UNet needs beside itself. */
    static final List<String> BESIDE_THE_UNET =
            List.of(
                    Component.VAE.folder(),
                    Component.TEXT_ENCODER_1.folder(),
                    Component.TEXT_ENCODER_2.folder(),
                    TokenizerSlot.FIRST.folder(),
                    TokenizerSlot.SECOND.folder());

    private ModelParts() {}

    /**
     * Copies what is not there yet.
     *
     * @throws atelier.model.AtelierException if a part is nowhere, or cannot be copied
     */
    static void bring(StageContext context, List<String> parts) {
        for (String part : parts) {
            Path model = context.modelWith(part);
            if (!model.equals(context.out())) {
                copy(model.resolve(part), context.out().resolve(part));
            }
        }
    }

    private static void copy(Path from, Path to) {
        OutputFolder.prepare(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(
                        file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw FileFailures.writing(to, e);
        }
    }
}
