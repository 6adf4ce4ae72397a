package atelier.service.starter.build;

import atelier.engine.sdxl.LatentCodec;
import atelier.engine.sdxl.MemoryLadder;
import atelier.engine.weights.FloatTensor;
import atelier.engine.weights.FloatTensorFile;
import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.service.starter.SamplePortraits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The latents of painted portraits, scaled, kept in a file between runs. */
final class LatentPool {

    private static final String NAME = "latents";
    private static final int PAINTED_AT_ONCE = 512;

    private final float[] latents;
    private final int count;

    private LatentPool(float[] latents, int count) {
        this.latents = latents;
        this.count = count;
    }

    /**
     * Paints and encodes the first portraits of a row, or reads what an earlier run kept. Runs on
     * the lane.
     *
     * @param file where they are kept; it tells what they were made of by its name
     * @param side of each picture in pixels
     */
    static LatentPool of(
            Path file,
            LatentCodec codec,
            SamplePortraits row,
            int count,
            int side,
            ProgressListener progress,
            CancelToken cancel) {
        if (Files.exists(file)) {
            FloatTensor kept = Objects.requireNonNull(FloatTensorFile.read(file).get(NAME));
            return new LatentPool(kept.values(), count);
        }
        int edge = side / codec.reduction();
        int size = codec.channels() * edge * edge;
        float[] latents = new float[Math.multiplyExact(count, size)];
        for (int first = 0; first < count; first += PAINTED_AT_ONCE) {
            PicturePool pictures =
                    PicturePool.paint(
                            row.from(first),
                            Math.min(PAINTED_AT_ONCE, count - first),
                            side,
                            ProgressListener.NONE,
                            cancel);
            for (int i = 0; i < pictures.count(); i++) {
                cancel.check();
                progress.progressed(Progress.of("Encoding", first + i, count, "picture"));
                float[] one =
                        codec.encode(
                                        pictures.picture(i),
                                        side,
                                        side,
                                        false,
                                        MemoryLadder.ofAutoencoder(progress),
                                        cancel)
                                .mode(codec.scalingFactor());
                System.arraycopy(one, 0, latents, (first + i) * size, size);
            }
        }
        progress.progressed(Progress.of("Encoding", count, count, "picture"));
        FloatTensorFile.write(
                file,
                Map.of(
                        NAME,
                        new FloatTensor(
                                List.of(
                                        (long) count,
                                        (long) codec.channels(),
                                        (long) edge,
                                        (long) edge),
                                latents)));
        return new LatentPool(latents, count);
    }

    /** The latents of one picture [channels, h, w]. */
    float[] at(int place) {
        int size = latents.length / count;
        return Arrays.copyOfRange(latents, place * size, (place + 1) * size);
    }
}
