package atelier.cli.option;

import atelier.service.generation.SamplingChoices;
import java.util.Map;

/** The id of a sampler. */
public final class SamplerArgument extends Choice<String> {

    /** Made by picocli. */
    public SamplerArgument() {
        super(SamplingChoices.samplers().stream().map(id -> Map.entry(id, id)).toList());
    }
}
