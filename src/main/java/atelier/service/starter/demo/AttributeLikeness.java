package atelier.service.starter.demo;

import atelier.model.job.CancelToken;
import atelier.model.settings.DeviceChoice;
import atelier.service.job.Accelerator;
import atelier.service.starter.build.AttributeClassifier;
import atelier.service.storage.PictureScaler;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Sees the attributes of portraits, by the classifier of the starter model. */
public final class AttributeLikeness implements Likeness {

    private final Accelerator accelerator;
    private final Path model;

    /**
     * @param model that the classifier lies in
     */
    public AttributeLikeness(Accelerator accelerator, Path model) {
        this.accelerator = accelerator;
        this.model = model;
    }

    @Override
    public String name() {
        return "Attributes";
    }

    @Override
    public List<float[]> embed(List<BufferedImage> pictures, CancelToken cancel) {
        return accelerator.call(
                DeviceChoice.AUTO,
                (torch, device) -> {
                    try (AttributeClassifier classifier =
                            AttributeClassifier.open(torch.lane(), model)) {
                        int side = classifier.side();
                        List<float[]> seen = new ArrayList<>();
                        for (BufferedImage picture : pictures) {
                            cancel.check();
                            BufferedImage sized = PictureScaler.resized(picture, side, side);
                            seen.add(
                                    classifier.probabilities(
                                            sized.getRGB(0, 0, side, side, null, 0, side)));
                        }
                        return seen;
                    }
                });
    }
}
