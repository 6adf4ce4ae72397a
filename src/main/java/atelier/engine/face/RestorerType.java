package atelier.engine.face;

import atelier.engine.onnx.OnnxRuntime;
import java.nio.file.Path;

/** A kind of network that restores faces: its names, and how it is loaded. */
public final class RestorerType {

    private final String id;
    private final boolean usesFidelity;
    private final Loader loader;

    /** Loads a network of the kind. */
    @FunctionalInterface
    interface Loader {

        /**
         * Loads one.
         *
         * @param fidelity from 0 to 1; see {@link RestorerType#usesFidelity}
         */
        FaceRestorer open(OnnxRuntime runtime, Path file, double fidelity);
    }

    private RestorerType(String id, boolean usesFidelity, Loader loader) {
        this.id = id;
        this.usesFidelity = usesFidelity;
        this.loader = loader;
    }

    /** One that is given the face and nothing else. */
    static RestorerType plain(String id, Loader loader) {
        return new RestorerType(id, false, loader);
    }

    /** One that can be told how near to what was there it is to stay. */
    static RestorerType withFidelity(String id, Loader loader) {
        return new RestorerType(id, true, loader);
    }

    /** What the command line, settings and the catalog call it. */
    public String id() {
        return id;
    }

    /** Key of the name that is shown, in the message files. */
    public String nameKey() {
        return "restorer." + id;
    }

    /**
     * Whether fidelity makes a difference: 0 looks best, 1 is nearest to what was there. Whoever
     * offers settings should otherwise not offer it.
     */
    public boolean usesFidelity() {
        return usesFidelity;
    }

    /**
     * Loads a network; called on the lane.
     *
     * @param fidelity from 0 to 1
     * @throws atelier.model.AtelierException if the file is missing, damaged, or holds another
     *     network
     */
    public FaceRestorer open(OnnxRuntime runtime, Path file, double fidelity) {
        return loader.open(runtime, file, fidelity);
    }
}
