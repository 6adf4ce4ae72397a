package atelier.ui.training;

import atelier.model.training.Speed;
import atelier.ui.work.Background;
import atelier.ui.work.Newest;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What a plan will come to at each speed, asked anew as the plan changes. */
final class Forecasts {

    private final TrainingWork work;
    private final ReadOnlyObjectWrapper<Map<Speed, SpeedForecast>> made =
            new ReadOnlyObjectWrapper<>(Map.of());
    private final Newest<Map<Speed, Sketch>, Map<Speed, SpeedForecast>> asked;

    private Map<Speed, Sketch> last = Map.of();

    private record Sketch(
            Trainee trainee, BaseModel model, String trigger, Map<String, String> sets) {}

    /**
     * @param failed hears what went wrong
     */
    Forecasts(TrainingWork work, Background background, Consumer<Exception> failed) {
        this.work = work;
        this.asked = new Newest<>(background, this::forecast, made::set, failed);
    }

    /** Those made last. */
    ReadOnlyObjectProperty<Map<Speed, SpeedForecast>> made() {
        return made.getReadOnlyProperty();
    }

    /** Shows some without asking. */
    void exhibit(Map<Speed, SpeedForecast> shown) {
        made.set(shown);
    }

    /** Asks for those of a plan. */
    void ask(Trainee trainee, BaseModel model, PlanModel plan) {
        Map<Speed, Sketch> sketches = new EnumMap<>(Speed.class);
        for (Speed speed : Speed.values()) {
            sketches.put(speed, new Sketch(trainee, model, plan.trigger().get(), plan.sets(speed)));
        }
        if (!sketches.equals(last)) {
            last = sketches;
            asked.take(sketches);
        }
    }

    /** Lets the next be asked for even where the plan is as it was, as the machine may not be. */
    void forget() {
        last = Map.of();
    }

    private Map<Speed, SpeedForecast> forecast(Map<Speed, Sketch> sketches) {
        Map<Speed, SpeedForecast> results = new EnumMap<>(Speed.class);
        sketches.forEach((speed, sketch) ->
                results.put(
                        speed,
                        work.forecast(
                                work.order(
                                        sketch.trainee(),
                                        sketch.model(),
                                        sketch.trigger(),
                                        sketch.sets()))));
        return results;
    }
}
