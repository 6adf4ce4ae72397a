package atelier.cli.option;

import atelier.model.review.SamplerChoice;
import picocli.CommandLine.ITypeConverter;

/** {@code SAMPLER[:SCHEDULE]}. */
public final class SamplerChoiceArgument implements ITypeConverter<SamplerChoice> {

    private static final String USUAL_SCHEDULE = "leading";

    private final SamplerArgument samplers = new SamplerArgument();
    private final ScheduleArgument schedules = new ScheduleArgument();

    @Override
    public SamplerChoice convert(String value) {
        String[] parts = value.split(":", 2);
        return new SamplerChoice(
                samplers.convert(parts[0]),
                schedules.convert(parts.length == 2 ? parts[1] : USUAL_SCHEDULE));
    }
}
