package atelier.ui.firststart;

import atelier.model.training.TimeForecast;
import atelier.model.training.TrainingForecast;
import atelier.service.starter.FirstOrders;
import atelier.ui.training.SpeedForecast;

/** How long a newcomer waits for the first training. */
final class Patience {

    /** Seconds of the whole run; three minutes, with something in hand. */
    static final double MOST_SECONDS = 160;

    private Patience() {}

    /** The steps that there is time for, as far as they are of use. */
    static int steps(SpeedForecast forecast) {
        TrainingForecast made = forecast.forecast();
        if (made == null) {
            return FirstOrders.STEPS;
        }
        TimeForecast time = made.time();
        double beside = time.seconds() - time.steps() * time.secondsPerStep();
        double room = (MOST_SECONDS - beside) / time.secondsPerStep();
        return (int) Math.clamp(room, FirstOrders.FEWEST_STEPS, FirstOrders.STEPS);
    }
}
