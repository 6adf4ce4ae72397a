package atelier.engine.torch;

import ai.djl.engine.EngineException;
import atelier.model.AtelierException;
import java.util.List;
import java.util.Locale;

/** The device has no room for a call; who asked may free something and try again. */
public final class OutOfMemoryException extends AtelierException {

    private static final long serialVersionUID = 1L;

    /** Of GPUs; of the CPU's allocator on POSIX systems; of the same on Windows; of cuBLAS. */
    private static final List<String> SAYINGS =
            List.of(
                    "out of memory",
                    "can't allocate memory",
                    "not enough memory",
                    "cublas_status_alloc_failed");

    private OutOfMemoryException(String where, Throwable cause) {
        super(
                "There is not enough memory for "
                        + where
                        + ": close other programs, or choose a smaller size, batch or rank.",
                cause);
    }

    /** That failure as one of memory, if its text says so; else the failure itself. */
    static RuntimeException where(EngineException failure, String where) {
        String text = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        boolean memory = SAYINGS.stream().anyMatch(text::contains);
        return memory ? new OutOfMemoryException(where, failure) : failure;
    }
}
