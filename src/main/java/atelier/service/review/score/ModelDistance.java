package atelier.service.review.score;

import atelier.engine.score.LpipsMeter;
import atelier.model.job.CancelToken;
import atelier.model.settings.DeviceChoice;
import atelier.service.job.Accelerator;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Distances by LPIPS, loaded while it looks. */
final class ModelDistance implements PictureDistance {

    private final Accelerator accelerator;
    private final Path file;

    /**
     * @param file the network, as ONNX
     */
    ModelDistance(Accelerator accelerator, Path file) {
        this.accelerator = accelerator;
        this.file = file;
    }

    @Override
    public List<Double> between(List<Two> pairs, CancelToken cancel) {
        return accelerator.call(
                DeviceChoice.AUTO,
                (torch, device) -> {
                    try (LpipsMeter meter = LpipsMeter.open(torch.lane(), file)) {
                        List<Double> distances = new ArrayList<>();
                        for (Two pair : pairs) {
                            cancel.check();
                            BufferedImage one = pair.one();
                            distances.add(
                                    meter.between(
                                            ModelLikeness.pixels(one),
                                            ModelLikeness.pixels(pair.other()),
                                            one.getWidth(),
                                            one.getHeight()));
                        }
                        return distances;
                    }
                });
    }
}
