package atelier.cli;

import atelier.cli.output.JobOutput;
import atelier.model.training.TrainingForecast;
import picocli.CommandLine.Option;

/** What is done with the forecast of a run. */
final class ForecastOptions {

    @Option(
            names = "--forecast",
            description =
                    "Check everything, show what the run will take in time, memory and disk, and do not begin.")
    private boolean only;

    @Option(
            names = "--anyway",
            description = "Begin even if the forecast says that memory or disk do not suffice.")
    private boolean anyway;

    /** Whether a forecast is all that is asked for. */
    boolean isAll() {
        return only;
    }

    /**
     * Shows a forecast.
     *
     * @throws atelier.model.AtelierException if the run should not begin
     */
    void show(JobOutput output, TrainingForecast forecast) {
        ForecastText.show(output, forecast);
        forecast.warnings().forEach(output::noticed);
        if (!anyway) {
            forecast.requireRoom();
        }
    }
}
