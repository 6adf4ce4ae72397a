package atelier.service.starter.build;

import atelier.engine.score.Cosine;
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
