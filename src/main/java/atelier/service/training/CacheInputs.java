package atelier.service.training;

import atelier.engine.sdxl.SdxlModel;
import atelier.engine.weights.Component;
import atelier.engine.weights.SafetensorsFile;
import java.util.StringJoiner;

/** What a network's results depend on besides its input, as text for {@link TensorCache}. */
final class CacheInputs {

    private CacheInputs() {}

    /**
     * The lines for one network.
     *
     * @param kind what is made of the results
     */
    static String of(SdxlModel model, String kind, Component component) {
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        lines.add(kind + " " + model.type().label());
        for (SafetensorsFile file : model.checkpoint().files(component)) {
            lines.add(
                    "%s %d %s"
                            .formatted(
                                    file.path().toAbsolutePath(),
                                    file.stamp().size(),
                                    file.stamp().modified()));
        }
        return lines.toString();
    }
}
