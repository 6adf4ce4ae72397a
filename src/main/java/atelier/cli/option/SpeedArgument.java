package atelier.cli.option;

import atelier.model.training.Speed;
import java.util.Arrays;
import java.util.Map;

/** How much time an adapter is worth. */
public final class SpeedArgument extends Choice<Speed> {

    /** Made by picocli. */
    public SpeedArgument() {
        super(Arrays.stream(Speed.values()).map(one -> Map.entry(one.toString(), one)).toList());
    }
}
