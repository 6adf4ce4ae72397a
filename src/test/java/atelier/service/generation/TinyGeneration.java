package atelier.service.generation;

import atelier.service.generation.metadata.GeneratedImageWriter;
import atelier.service.job.Accelerator;
import atelier.service.job.MemoryLimit;
import atelier.service.storage.PictureReader;
import java.nio.file.Path;

/** Generation that tests share: an accelerator and a service over it, without hashes. */
public final class TinyGeneration implements AutoCloseable {

    private final Accelerator accelerator = new Accelerator();
    private final GenerationService service;

    /**
     * @param tokenizers an empty folder, as the tiny model brings its own
     */
    public TinyGeneration(Path tokenizers) {
        this(tokenizers, MemoryLimit.NONE);
    }

    /** The same within a limit of memory. */
    TinyGeneration(Path tokenizers, MemoryLimit limit) {
        service =
                new GenerationService(
                        accelerator,
                        tokenizers,
                        new ProvenanceMaker(new NoHashes(), "test"),
                        new GeneratedImageWriter(),
                        new PictureReader(),
                        limit);
    }

    /** Makes images. */
    public GenerationService service() {
        return service;
    }

    @Override
    public void close() {
        service.close();
        accelerator.close();
    }
}
