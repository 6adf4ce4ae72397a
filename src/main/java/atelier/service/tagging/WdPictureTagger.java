package atelier.service.tagging;

import atelier.engine.caption.KnownTag;
import atelier.engine.caption.TagKind;
import atelier.engine.caption.TagList;
import atelier.engine.caption.WdTagger;
import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.model.settings.DeviceChoice;
import atelier.service.job.Accelerator;
import atelier.service.storage.FileFailures;
import atelier.service.storage.PictureReader;
import atelier.service.storage.PictureScaler;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Tags pictures by a WD tagger, which is loaded while it looks. */
final class WdPictureTagger implements Tagger {

    private static final double USUAL_THRESHOLD = 0.35;
    private static final String STAGE = "Looking by the WD tagger";

    /** Less than this nobody asks for, and there are ten thousand tags. */
    private static final double LEAST = 0.01;

    private final Accelerator accelerator;
    private final PictureReader reader;
    private final Path network;
    private final Path tags;

    /**
     * @param network an ONNX file
     * @param tags the list that belongs to it
     */
    WdPictureTagger(Accelerator accelerator, PictureReader reader, Path network, Path tags) {
        this.accelerator = accelerator;
        this.reader = reader;
        this.network = network;
        this.tags = tags;
    }

    @Override
    public String name() {
        return "WD tagger";
    }

    @Override
    public double usualThreshold() {
        return USUAL_THRESHOLD;
    }

    @Override
    public List<List<FoundTag>> tag(
            List<Path> pictures, ProgressListener progress, CancelToken cancel) {
        TagList list = TagList.of(tags, lines());
        return accelerator.call(
                DeviceChoice.AUTO,
                (torch, device) -> {
                    try (WdTagger tagger = WdTagger.open(torch.lane(), network, list)) {
                        List<List<FoundTag>> found = new ArrayList<>();
                        for (Path picture : pictures) {
                            cancel.check();
                            progress.progressed(
                                    Progress.of(STAGE, found.size(), pictures.size(), "picture"));
                            found.add(found(tagger, list, reader.read(picture)));
                        }
                        progress.progressed(
                                Progress.of(STAGE, found.size(), found.size(), "picture"));
                        return found;
                    }
                });
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(tags, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw FileFailures.reading(tags, e);
        }
    }

    private static List<FoundTag> found(WdTagger tagger, TagList list, BufferedImage picture) {
        BufferedImage large = enlarged(picture, tagger.side());
        int width = large.getWidth();
        int height = large.getHeight();
        float[] sure =
                tagger.probabilities(
                        large.getRGB(0, 0, width, height, null, 0, width), width, height);
        List<FoundTag> found = new ArrayList<>();
        for (int i = 0; i < sure.length; i++) {
            KnownTag tag = list.tags().get(i);
            boolean character = tag.kind() == TagKind.CHARACTER;
            if (sure[i] >= LEAST && (character || tag.kind() == TagKind.GENERAL)) {
                found.add(new FoundTag(tag.name(), character, sure[i]));
            }
        }
        found.sort(Comparator.comparingDouble(FoundTag::confidence).reversed());
        return found;
    }

    /** Small pictures without the steps that repeated pixels would have. */
    private static BufferedImage enlarged(BufferedImage picture, int side) {
        int longest = Math.max(picture.getWidth(), picture.getHeight());
        if (longest >= side) {
            return picture;
        }
        return PictureScaler.resized(
                picture,
                Math.max(1, picture.getWidth() * side / longest),
                Math.max(1, picture.getHeight() * side / longest));
    }
}
