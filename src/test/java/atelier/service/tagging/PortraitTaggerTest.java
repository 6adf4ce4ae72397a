package atelier.service.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.starter.Portrait;
import atelier.model.starter.PortraitAttribute;
import atelier.service.job.Accelerator;
import atelier.service.starter.SamplePortrait;
import atelier.service.starter.SamplePortraits;
import atelier.service.starter.caption.TraitPhrases;
import atelier.service.starter.painter.Painter;
import atelier.service.storage.PictureReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The starter's CLIP over portraits that it never saw. */
class PortraitTaggerTest {

    private static final int COUNT = 40;

    @TempDir private Path folder;

    @Test
    void tellsWhatPaintedPortraitsShow() throws IOException {
        Path starter = Path.of(System.getProperty("project.dir"), "models", "starter");
        SamplePortraits row = new SamplePortraits(990_017);
        List<SamplePortrait> portraits = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            SamplePortrait portrait = row.at(i);
            Path file = folder.resolve("%02d.png".formatted(i));
            ImageIO.write(
                    new Painter().paint(portrait.portrait(), portrait.seed(), 256).picture(),
                    "png",
                    file.toFile());
            portraits.add(portrait);
            files.add(file);
        }
        try (Accelerator accelerator = new Accelerator()) {
            Tagger tagger = new PortraitTagger(accelerator, new PictureReader(), starter);
            List<List<FoundTag>> all = tagger.tag(files, ProgressListener.NONE, new CancelToken());
            int said = 0;
            int right = 0;
            for (int i = 0; i < COUNT; i++) {
                Set<String> shown = shown(portraits.get(i).portrait());
                for (FoundTag tag : all.get(i)) {
                    boolean sure = tag.confidence() >= tagger.usualThreshold();
                    said += sure ? 1 : 0;
                    right += sure && shown.contains(tag.words()) ? 1 : 0;
                }
            }
            assertThat(said).isGreaterThan(7 * COUNT);
            assertThat((double) right / said).isGreaterThan(0.8);
            assertThat(all).hasSize(COUNT);
        }
    }

    private static Set<String> shown(Portrait portrait) {
        return PortraitAttribute.ALL.stream()
                .map(attribute -> TraitPhrases.of(attribute.in(portrait)))
                .collect(Collectors.toSet());
    }
}
