package atelier.ui.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import atelier.model.generation.ModelFile;
import atelier.model.review.ComparedPrompt;
import atelier.model.review.ComparisonDraft;
import atelier.model.review.ComparisonRequest;
import atelier.model.review.SamplerChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is typed becomes axes, and what they come to is told before anything is made. */
class OrderReaderTest {

    private final OrderForm form = new OrderForm();

    @BeforeEach
    void fill() {
        form.begin();
        form.take(
                new ComparisonDraft(
                        "",
                        List.of("tiny"),
                        List.of("run", "one"),
                        "0.6, 1",
                        "mia at dusk\n  \nmia at dawn",
                        "a woman at dusk",
                        "1-3, 9",
                        List.of("euler", "dpmpp-2m"),
                        List.of("karras"),
                        "20, 30",
                        "5",
                        "",
                        "128",
                        " blurry ",
                        ""));
        form.offer(
                List.of(
                        new Pick<>(Path.of("run"), "run", 4, false),
                        new Pick<>(Path.of("one"), "one", 1, false),
                        new Pick<>(Path.of("other"), "other", 1, false)),
                List.of(new ModelFile("tiny", Path.of("tiny"), 64)),
                "",
                List.of());
    }

    private OrderOutlook outlook() {
        return new OrderReader(form).outlook(1e-6);
    }

    @Test
    void cellsAreTheProductOfTheAxes() {
        OrderOutlook outlook = outlook();
        assertThat(outlook.obstacle()).isNull();
        // The plain model, and five adapters at two strengths.
        assertThat(outlook.columns()).isEqualTo(11);
        assertThat(outlook.cells()).isEqualTo(11L * 3 * 4 * 4);
        double pixelSteps = 11.0 * 3 * 4 * 4 * 25 * 64 * 128;
        assertThat(outlook.seconds()).isCloseTo(pixelSteps * 1e-6, within(1e-6));
        assertThat(new OrderReader(form).outlook(-1).seconds()).isNegative();
    }

    @Test
    void theRequestSaysWhatWasTyped() {
        ComparisonRequest request = new OrderReader(form).request("Mia");
        assertThat(request.name()).isEqualTo("Mia");
        assertThat(request.adapters()).containsExactly(Path.of("run"), Path.of("one"));
        assertThat(request.strengths()).containsExactly(0.6, 1.0);
        assertThat(request.prompts())
                .containsExactly(
                        new ComparedPrompt("mia at dusk", false),
                        new ComparedPrompt("mia at dawn", false),
                        new ComparedPrompt("a woman at dusk", true));
        assertThat(request.seeds()).containsExactly(1L, 2L, 3L, 9L);
        assertThat(request.samplers())
                .containsExactly(
                        new SamplerChoice("euler", "karras"),
                        new SamplerChoice("dpmpp-2m", "karras"));
        assertThat(request.steps()).containsExactly(20, 30);
        assertThat(request.settings().width()).isEqualTo(64);
        assertThat(request.settings().height()).isEqualTo(128);
        assertThat(request.settings().negative()).isEqualTo("blurry");
    }

    @Test
    void whatStandsInTheWayIsNamed() {
        form.seeds().set("1, x");
        assertThat(obstacle()).isEqualTo("review.need-seed");
        form.seeds().set("9-7");
        assertThat(obstacle()).isEqualTo("review.need-seed");
        form.seeds().set("1-5000");
        assertThat(obstacle()).isEqualTo("review.too-many");
        form.seeds().set("1");
        form.strengths().set("0, 1");
        assertThat(obstacle()).isEqualTo("review.need-strength");
        form.strengths().set("1");
        form.steps().set("0");
        assertThat(obstacle()).isEqualTo("review.need-steps");
        form.steps().set("20");
        form.guidances().set("");
        assertThat(obstacle()).isEqualTo("review.need-guidance");
        form.guidances().set("5");
        form.width().set("63");
        assertThat(obstacle()).isEqualTo("review.need-size");
        form.width().set("");
        form.prompts().set(" \n ");
        form.plainPrompts().set("");
        assertThat(obstacle()).isEqualTo("review.need-prompt");
        form.prompts().set("mia");
        form.samplers().forEach(pick -> pick.on().set(false));
        assertThat(obstacle()).isEqualTo("review.need-sampler");
        form.models().forEach(pick -> pick.on().set(false));
        assertThat(obstacle()).isEqualTo("review.need-model");
    }

    private String obstacle() {
        return Objects.requireNonNull(outlook().obstacle()).key();
    }

    @Test
    void whatIsNoNumberIsRefused() {
        assertThat(AxisTexts.decimals("0.5; 1 0.5")).containsExactly(0.5, 1.0);
        assertThat(AxisTexts.seeds("1 – 3")).containsExactly(1L, 2L, 3L);
        assertThatThrownBy(() -> AxisTexts.decimals("NaN"))
                .isInstanceOf(NumberFormatException.class);
        assertThatThrownBy(() -> AxisTexts.seeds("-1")).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void whatWasTakenStaysTakenWhenTheOffersAreReadAgain() {
        form.add(List.of(new Pick<>(Path.of("dropped.safetensors"), "dropped", 1, false)));
        form.offer(
                List.of(new Pick<>(Path.of("run"), "run", 5, false)),
                List.of(new ModelFile("tiny", Path.of("tiny"), 64)),
                "",
                List.of());
        assertThat(OrderForm.taken(form.adapters(), path -> path))
                .containsExactly(Path.of("run"), Path.of("one"), Path.of("dropped.safetensors"));
    }
}
