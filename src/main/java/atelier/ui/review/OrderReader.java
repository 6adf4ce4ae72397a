package atelier.ui.review;

import atelier.model.generation.EmphasisMode;
import atelier.model.generation.ModelChoice;
import atelier.model.review.CellSettings;
import atelier.model.review.ComparedPrompt;
import atelier.model.review.ComparisonRequest;
import atelier.model.review.SamplerChoice;
import atelier.ui.text.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the form of an order.
 *
 * @param form what was written and chosen
 */
record OrderReader(OrderForm form) {

    private static final int MOST_CELLS = 20_000;
    private static final int GRAIN = 8;

    /** What it comes to, with how long that takes. */
    OrderOutlook outlook(double secondsOfPixelStep) {
        Phrase obstacle = obstacle();
        if (obstacle != null) {
            return new OrderOutlook(1, 0, 0, 0, -1, obstacle);
        }
        List<Integer> steps = AxisTexts.counts(form.steps().get());
        int others =
                OrderForm.count(form.models())
                        * samplers().size()
                        * steps.size()
                        * AxisTexts.decimals(form.guidances().get()).size();
        int adapters = OrderForm.count(form.adapters());
        OrderOutlook outlook =
                new OrderOutlook(
                        1 + adapters * AxisTexts.decimals(form.strengths().get()).size(),
                        prompts().size(),
                        AxisTexts.seeds(form.seeds().get()).size(),
                        others,
                        -1,
                        null);
        double meanSteps = steps.stream().mapToInt(Integer::intValue).average().orElse(0);
        double work = 1.0 * outlook.cells() * meanSteps * width() * height();
        return new OrderOutlook(
                outlook.columns(),
                outlook.prompts(),
                outlook.seeds(),
                others,
                secondsOfPixelStep < 0 ? -1 : secondsOfPixelStep * work,
                outlook.cells() > MOST_CELLS
                        ? Phrase.of("review.too-many", outlook.cells(), MOST_CELLS)
                        : null);
    }

    private @Nullable Phrase obstacle() {
        if (OrderForm.count(form.models()) == 0) {
            return Phrase.of("review.need-model");
        } else if (prompts().isEmpty()) {
            return Phrase.of("review.need-prompt");
        } else if (!isThere(() -> AxisTexts.seeds(form.seeds().get()))) {
            return Phrase.of("review.need-seed");
        } else if (!isThere(() -> AxisTexts.counts(form.steps().get()))) {
            return Phrase.of("review.need-steps");
        } else if (!isThere(() -> AxisTexts.decimals(form.guidances().get()))) {
            return Phrase.of("review.need-guidance");
        } else if (!areStrengths()) {
            return Phrase.of("review.need-strength");
        } else if (samplers().isEmpty()) {
            return Phrase.of("review.need-sampler");
        } else if (width() == 0 || height() == 0) {
            return Phrase.of("review.need-size");
        }
        return null;
    }

    private static boolean isThere(Supplier<? extends List<?>> values) {
        try {
            return !values.get().isEmpty();
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private boolean areStrengths() {
        return isThere(() -> AxisTexts.decimals(form.strengths().get()))
                && !AxisTexts.decimals(form.strengths().get()).contains(0.0);
    }

    private List<ComparedPrompt> prompts() {
        List<ComparedPrompt> all = new ArrayList<>();
        AxisTexts.lines(form.prompts().get())
                .forEach(text -> all.add(new ComparedPrompt(text, false)));
        AxisTexts.lines(form.plainPrompts().get())
                .forEach(text -> all.add(new ComparedPrompt(text, true)));
        return all;
    }

    private List<SamplerChoice> samplers() {
        List<SamplerChoice> all = new ArrayList<>();
        for (String sampler : OrderForm.taken(form.samplers(), id -> id)) {
            OrderForm.taken(form.schedules(), id -> id)
                    .forEach(schedule -> all.add(new SamplerChoice(sampler, schedule)));
        }
        return all;
    }

    private int width() {
        return length(form.width().get());
    }

    private int height() {
        return length(form.height().get());
    }

    /** In pixels; that of the model where nothing is written, 0 where it is no size. */
    private int length(String text) {
        if (text.isBlank()) {
            return form.side();
        }
        try {
            int pixels = Integer.parseInt(text.strip());
            return pixels >= GRAIN && pixels % GRAIN == 0 ? pixels : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /**
     * What is asked for, of a form that nothing stands in the way of.
     *
     * @param unnamed what to call it where it has no name
     */
    ComparisonRequest request(String unnamed) {
        String name = form.name().get().strip();
        String negative = form.negative().get().strip();
        return new ComparisonRequest(
                name.isEmpty() ? unnamed : name,
                OrderForm.taken(form.models(), model -> ModelChoice.of(model.path())),
                OrderForm.taken(form.adapters(), path -> path),
                AxisTexts.decimals(form.strengths().get()),
                prompts(),
                AxisTexts.seeds(form.seeds().get()),
                samplers(),
                AxisTexts.counts(form.steps().get()),
                AxisTexts.decimals(form.guidances().get()),
                new CellSettings(
                        negative.isEmpty() ? null : negative,
                        width(),
                        height(),
                        0,
                        0,
                        EmphasisMode.NO_NORM));
    }
}
