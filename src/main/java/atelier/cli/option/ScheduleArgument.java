package atelier.cli.option;

import atelier.service.generation.SamplingChoices;
import java.util.Map;

/** The id of a noise schedule. */
public final class ScheduleArgument extends Choice<String> {

    /** Made by picocli. */
    public ScheduleArgument() {
        super(SamplingChoices.schedules().stream().map(id -> Map.entry(id, id)).toList());
    }
}
