package atelier.service.starter.build;

import atelier.engine.score.Cosine;
import atelier.engine.score.PictureEmbedder;
import atelier.engine.sdxl.TextEmbedder;
import atelier.engine.sdxl.prompt.ClipTokenizer;
import atelier.engine.torch.Torch;
import atelier.engine.weights.Component;
import atelier.engine.weights.TextEncoderFolder;
import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * How often a picture finds its caption among others', and a caption its picture: the one with the
 * largest cosine must be the own one.
 */
final class Retrieval {

    /** How many there are to choose from. */
    static final int AMONG = 32;

    private Retrieval() {}

    /**
     * Measures by the files of a model, over portraits and their captions. Runs on the lane.
     *
     * @param model its folder
     * @param tokenizer of its second text encoder
     * @return the shares, by name
     */
    static SequencedMap<String, Object> measure(
            Torch torch,
            Path model,
            ClipTokenizer tokenizer,
            PicturePool pictures,
            ProgressListener progress,
            CancelToken cancel) {
        List<float[]> seen = new ArrayList<>();
        List<float[]> read = new ArrayList<>();
        try (PictureEmbedder eye =
                        PictureEmbedder.open(torch.lane(), StarterFiles.pictureTower(model));
                TextEmbedder reader =
                        TextEmbedder.load(
                                torch,
                                TextEncoderFolder.open(model, Component.TEXT_ENCODER_2),
                                tokenizer,
                                cancel)) {
            for (int place = 0; place < pictures.count(); place++) {
                cancel.check();
                progress.progressed(Progress.of("Measuring", place, pictures.count(), "picture"));
                int side = pictures.side();
                seen.add(eye.embed(pictures.pixels(place), side, side));
                read.add(reader.embed(pictures.portrait(place).caption().text()));
            }
        }
        return measure(seen, read);
    }

    /**
     * Measures over groups of {@link #AMONG}; what is left over is not counted.
     *
     * @param pictures embeddings
     * @param captions embeddings in the same order
     * @return the shares, by name
     */
    static SequencedMap<String, Object> measure(List<float[]> pictures, List<float[]> captions) {
        int groups = pictures.size() / AMONG;
        int captionsFound = 0;
        int picturesFound = 0;
        for (int from = 0; from < groups * AMONG; from += AMONG) {
            List<float[]> seen = pictures.subList(from, from + AMONG);
            List<float[]> read = captions.subList(from, from + AMONG);
            captionsFound += found(seen, read);
            picturesFound += found(read, seen);
        }
        SequencedMap<String, Object> figures = new LinkedHashMap<>();
        figures.put("captionAmong" + AMONG, (double) captionsFound / (groups * AMONG));
        figures.put("pictureAmong" + AMONG, (double) picturesFound / (groups * AMONG));
        figures.put("heldOutPictures", groups * AMONG);
        return figures;
    }

    private static int found(List<float[]> from, List<float[]> to) {
        int found = 0;
        for (int i = 0; i < from.size(); i++) {
            int best = 0;
            for (int k = 1; k < to.size(); k++) {
                if (Cosine.of(from.get(i), to.get(k)) > Cosine.of(from.get(i), to.get(best))) {
                    best = k;
                }
            }
            found += best == i ? 1 : 0;
        }
        return found;
    }
}
