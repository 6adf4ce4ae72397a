package atelier.service.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.service.storage.PictureReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunPicturesTest {

    @TempDir private Path folder;

    @Test
    void aRunLeavesItsCurvesAndItsPage() throws IOException {
        TinyTraining.data(folder);
        Path run = folder.resolve("run");
        List<Boolean> there = new ArrayList<>();
        try (TinyTraining tiny = new TinyTraining()) {
            tiny.service.train(
                    TinyTraining.order(
                            folder,
                            "run",
                            "steps=4",
                            "checkpointEvery=2",
                            "probeEvery=2",
                            "previewEvery=4",
                            "previewPrompts=<b>mirza</b> & co",
                            "previewSteps=1",
                            "previewSize=64"),
                    new ProgressListener() {
                        @Override
                        public void progressed(Progress progress) {
                            if (progress.stage().equals("Training")) {
                                there.add(Files.exists(run.resolve("curves.png")));
                            }
                        }
                    },
                    new CancelToken());
        }
        assertThat(there).containsExactly(false, false, true, true, true);
        String page = Files.readString(run.resolve("run.html"));
        assertThat(page)
                .contains("all 4 steps")
                .contains("&lt;b&gt;mirza&lt;/b&gt; &amp; co")
                .doesNotContain("<b>mirza</b>")
                .contains("previews/step-000000-0.png", "previews/step-000004-0.png")
                .contains("href=\"./mirza.safetensors\"", "href=\"./metrics.jsonl\"")
                .contains("<dt>previewEvery</dt><dd>4</dd>")
                .doesNotContain("src=\"http", "href=\"http", "src=\"previews");
        BufferedImage curves = new PictureReader().read(run.resolve("curves.png"));
        assertThat(curves.getWidth()).isEqualTo(1600);
        assertThat(colours(curves)).contains(0x58a6ff, 0xe3b341, 0xbc8cff, 0x39c5cf);
    }

    private static Set<Integer> colours(BufferedImage picture) {
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                colours.add(picture.getRGB(x, y) & 0xffffff);
            }
        }
        return colours;
    }

    private static RunNumbers numbers(Probed baseline, StepReport... reports) {
        return new RunNumbers(100, baseline, List.of(reports));
    }

    private static StepReport report(long step, double loss, Double probe) {
        return new StepReport(step, 1, loss, 1, 1e-4, 2, probe, null);
    }

    @Test
    void theProbeBeginsBeforeTheFirstStep() {
        RunNumbers numbers =
                numbers(
                        new Probed(0.5, null),
                        report(1, 0.1, null),
                        report(2, 0.2, 0.4),
                        report(3, 0.1, null));
        assertThat(numbers.probe().steps()).containsExactly(0, 2);
        assertThat(numbers.probe().values()).containsExactly(0.5, 0.4);
        assertThat(numbers.validation().isEmpty()).isTrue();
        assertThat(numbers.each(StepReport::loss).steps()).containsExactly(1, 2, 3);
        assertThat(numbers.done()).isEqualTo(3);
    }

    /** With 100 steps it looks back on 5: weights fall by four fifths. */
    @Test
    void theSmoothedLossIsAMeanWithFallingWeights() {
        RunNumbers numbers =
                numbers(Probed.NONE, report(1, 1, null), report(2, 2, null), report(3, 6, null));
        double[] smoothed = numbers.smoothed().values();
        assertThat(smoothed[0]).isEqualTo(1, within(1e-12));
        assertThat(smoothed[1]).isEqualTo((0.8 * 1 + 2) / 1.8, within(1e-12));
        assertThat(smoothed[2]).isEqualTo((0.64 * 1 + 0.8 * 2 + 6) / 2.44, within(1e-12));
    }

    @Test
    void aRunOfThousandsOfStepsIsDrawnWithWhatIsLeftOfIt() {
        StepReport[] reports =
                LongStream.rangeClosed(1, 3000)
                        .mapToObj(step ->
                                report(
                                        step,
                                        0.1 + 0.05 * Math.sin(step),
                                        step % 250 == 0 ? 0.12 : null))
                        .toArray(StepReport[]::new);
        BufferedImage picture =
                RunCurves.of(
                                "a long trigger ".repeat(20),
                                new RunNumbers(6000, new Probed(0.15, 0.2), List.of(reports)))
                        .draw();
        assertThat(colours(picture)).contains(0x58a6ff);
    }
}
