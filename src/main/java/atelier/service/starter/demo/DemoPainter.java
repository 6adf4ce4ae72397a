package atelier.service.starter.demo;

import atelier.model.generation.AdapterUse;
import atelier.model.generation.EmphasisMode;
import atelier.model.generation.GenerationOrder;
import atelier.model.generation.GenerationRequest;
import atelier.model.generation.ModelChoice;
import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.service.generation.GenerationService;
import atelier.service.starter.FirstOrders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Makes the images of the demonstration: each prompt with and without the adapter and its trigger.
 */
public final class DemoPainter {

    private static final int KINDS = 4;

    private final GenerationService generation;

    /** Makes them by that service. */
    public DemoPainter(GenerationService generation) {
        this.generation = generation;
    }

    /**
     * Makes them.
     *
     * @param folder the images go to folders in it
     */
    List<DemoImages> paint(
            DemoOrder order,
            AdapterUse adapter,
            Path folder,
            ProgressListener progress,
            CancelToken cancel) {
        List<DemoPrompt> prompts = DemoPrompt.of(order.trigger());
        Counted counted = new Counted(progress, KINDS * prompts.size() * order.seeds());
        Painting without = new Painting(order, List.of(), "without-adapter", counted, cancel);
        Painting with = new Painting(order, List.of(adapter), "with-adapter", counted, cancel);
        // Adapters are changed once, not with each prompt.
        List<Supplier<DemoImages>> rest = new ArrayList<>();
        for (int i = 0; i < prompts.size(); i++) {
            DemoPrompt prompt = prompts.get(i);
            String name = "%02d".formatted(i + 1);
            List<Path> base = paint(without, prompt.text(), folder, name);
            List<Path> plain = paint(without, prompt.plain(), folder, name + "-no-trigger");
            rest.add(() ->
                    new DemoImages(
                            prompt.text(),
                            prompt.plain(),
                            base,
                            paint(with, prompt.text(), folder, name),
                            plain,
                            paint(with, prompt.plain(), folder, name + "-no-trigger")));
        }
        return rest.stream().map(Supplier::get).toList();
    }

    private record Painting(
            DemoOrder order,
            List<AdapterUse> adapters,
            String folder,
            Counted counted,
            CancelToken cancel) {}

    private List<Path> paint(Painting painting, String prompt, Path folder, String name) {
        DemoOrder order = painting.order();
        GenerationRequest request =
                new GenerationRequest(
                        prompt,
                        "",
                        FirstOrders.SIDE,
                        FirstOrders.SIDE,
                        null,
                        FirstOrders.sampling(order.samplingSteps()),
                        order.seed(),
                        order.seeds(),
                        0,
                        EmphasisMode.NO_NORM,
                        null);
        return generation.generate(
                new GenerationOrder(
                        ModelChoice.of(order.model()),
                        painting.adapters(),
                        request,
                        folder.resolve(painting.folder()).resolve(name),
                        order.device(),
                        false),
                painting.counted()::finished,
                painting.counted(),
                painting.cancel());
    }

    /** Counts the images of all prompts together; tells nothing of their steps. */
    private static final class Counted implements ProgressListener {

        private final ProgressListener to;
        private final int total;
        private int done;

        Counted(ProgressListener to, int total) {
            this.to = to;
            this.total = total;
            tell();
        }

        private void tell() {
            to.progressed(Progress.of("Generating", done, total, "image"));
        }

        void finished(Path file) {
            done++;
            tell();
        }

        @Override
        public void progressed(Progress progress) {}

        @Override
        public void noticed(String notice) {
            to.noticed(notice);
        }
    }
}
