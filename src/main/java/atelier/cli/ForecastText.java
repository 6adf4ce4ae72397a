package atelier.cli;

import atelier.cli.output.Facts;
import atelier.cli.output.JobOutput;
import atelier.model.training.ForecastNeed;
import atelier.model.training.TimeForecast;
import atelier.model.training.TrainingForecast;
import java.util.Locale;
import java.util.stream.Collectors;

/** Shows what a run will take, for people or for programs. */
final class ForecastText {

    private static final double GIGA = 1e9;
    private static final double TERA = 1e12;
    private static final double PERCENT = 100;

    private ForecastText() {}

    static void show(JobOutput output, TrainingForecast forecast) {
        output.result("forecast", facts(forecast), text(forecast));
    }

    private static Facts facts(TrainingForecast forecast) {
        TimeForecast time = forecast.time();
        return Facts.of("pictures", forecast.pictures())
                .and("steps", time.steps())
                .and("seconds", time.seconds())
                .and("secondsPerStep", time.secondsPerStep())
                .and("operations", time.operations())
                .and("rate", time.rate())
                .and("share", time.share())
                .and("overhead", time.overhead())
                .and("parts", time.parts())
                .and("checkpointed", forecast.checkpointed())
                .and("adapter", forecast.adapter())
                .and("memory", forecast.memory())
                .and("disk", forecast.disk())
                .and("warnings", forecast.warnings())
                .and("obstacles", forecast.obstacles());
    }

    private static String text(TrainingForecast forecast) {
        Table table = new Table("Forecast for " + Amounts.of(forecast.pictures(), "picture"));
        table.row("steps", Integer.toString(forecast.time().steps()));
        table.row("time", time(forecast.time()));
        table.row(
                "memory",
                need(forecast.memory(), "")
                        + (forecast.checkpointed()
                                ? "; parts of the UNet are computed again"
                                : ""));
        table.row(
                "adapter",
                "%s: %d layers, %s numbers"
                        .formatted(
                                Amounts.bytes(forecast.adapter().bytes()),
                                forecast.adapter().layers(),
                                Amounts.count(forecast.adapter().numbers())));
        table.row("disk", need(forecast.disk(), " free"));
        return table.text();
    }

    private static String time(TimeForecast time) {
        return String.format(
                        Locale.ROOT,
                        "%s, %s a step: %.3g TFLOP at %.0f %% of the %.0f GFLOP/s of a matrix product and %s of calls",
                        Amounts.duration(time.seconds()),
                        Amounts.seconds(time.secondsPerStep()),
                        time.operations() / TERA,
                        time.share() * PERCENT,
                        time.rate() / GIGA,
                        Amounts.seconds(time.overhead()))
                + time.parts().stream()
                        .filter(part -> part.seconds() > 0)
                        .map(part -> part.what() + " " + Amounts.duration(part.seconds()))
                        .collect(Collectors.joining(", ", "; ", ""));
    }

    private static String need(ForecastNeed need, String adjective) {
        Long available = need.available();
        return Amounts.bytes(need.bytes())
                + (available == null ? "" : " of " + Amounts.bytes(available) + adjective)
                + need.parts().stream()
                        .filter(part -> part.bytes() > 0)
                        .map(part -> part.what() + " " + Amounts.bytes(part.bytes()))
                        .collect(Collectors.joining(", ", ": ", ""));
    }
}
