package atelier.service.training.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.engine.torch.ComputeType;
import atelier.engine.weights.Component;
import atelier.engine.weights.WeightSource;
import atelier.model.training.ForecastNeed;
import atelier.model.training.ForecastPart;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FullRunTest {

    private static PlannedRun run(String precision) {
        return PlannedRuns.of(
                true,
                List.of(PlannedRuns.picture(64, 64)),
                "method=full",
                "precision=" + precision);
    }

    private static List<ForecastPart> need(ComputeType type) {
        return MemoryNeed.of(run("fp16"), run("fp16").outline(), type);
    }

    private static Map<String, Long> parts(ComputeType type) {
        return need(type).stream()
                .collect(Collectors.toMap(ForecastPart::what, ForecastPart::bytes));
    }

    private static long numbers(Component component) {
        return run("fp16").checkpoint().weights(component).values().stream()
                .mapToLong(WeightSource::elements)
                .sum();
    }

    @Test
    void holdsASecondUNetAndAdafactorsFactors() {
        long unet = numbers(Component.UNET);
        long factors = 0;
        for (WeightSource weight : run("fp16").checkpoint().weights(Component.UNET).values()) {
            List<Long> shape = weight.shape();
            long own = weight.elements();
            factors +=
                    shape.size() == 1
                            ? own
                            : own / shape.getLast() + own / shape.get(shape.size() - 2);
        }
        assertThat(parts(ComputeType.FLOAT32))
                .containsEntry("trained weights", 4 * unet)
                .containsEntry("optimizer", 4 * factors)
                .containsEntry("copy to save", 4 * (unet + factors));
        assertThat(parts(ComputeType.BFLOAT16))
                .containsEntry("trained weights", 2 * unet)
                .containsEntry("optimizer", 4 * factors);
    }

    @Test
    void theFileHoldsTheOtherNetworksAsTheyAre() {
        long others = 0;
        for (Component component : run("fp16").checkpoint().components()) {
            others += component == Component.UNET ? 0 : 4 * numbers(component);
        }
        assertThat(FullRun.bytes(run("fp16"))).isEqualTo(others + 2 * numbers(Component.UNET));
        assertThat(FullRun.bytes(run("fp32"))).isEqualTo(others + 4 * numbers(Component.UNET));
    }

    @Test
    void whatDoesNotFitIsToldWithFiguresAndAnotherMethod() {
        ForecastNeed need =
                new ForecastNeed(
                        List.of(
                                new ForecastPart("trained weights", 5_100_000_000L),
                                new ForecastPart("copy to save", 10_300_000_000L)),
                        8_000_000_000L);
        assertThat(ForecastCheck.memoryObstacle(need, ForecastCheck.instead(true, true)))
                .hasValueSatisfying(text ->
                        assertThat(text)
                                .contains(
                                        "about 15.4 GB",
                                        "trained weights 5.1 GB",
                                        "copy to save 10.3 GB",
                                        "may take 8.0 GB",
                                        "method=lora"));
    }
}
