package atelier.engine.training.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import atelier.engine.clip.PictureTower;
import atelier.engine.sdxl.TextEncoder;
import atelier.engine.torch.ComputeType;
import atelier.engine.torch.Program;
import atelier.engine.torch.Torch;
import atelier.model.job.CancelToken;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;

/** Two text encoders and a picture tower over weights that are trained. */
final class TrainedClip implements TrainedNetwork<CaptionedPictures> {

    private static final long COLOURS = 3;
    private static final List<String> PARTS = List.of("contrast", "found", "shown", "said");
    private static final int AT_ONCE = 16;

    private final Torch torch;
    private final ClipDesign design;
    private final ComputeType type;
    private final List<TextEncoder> encoders = new ArrayList<>();
    private final PictureTower tower;
    private final NDArray scales;
    private final List<NDArray> traits = new ArrayList<>();
    private final Program program;

    TrainedClip(Torch torch, ClipDesign design, Map<String, NDArray> weights, ComputeType type) {
        this.torch = torch;
        this.design = design;
        this.type = type;
        for (int i = 0; i < design.encoders().size(); i++) {
            encoders.add(
                    new TextEncoder(
                            torch, design.encoders().get(i), ClipDesign.encoder(i, weights)));
        }
        for (int i = 0; i < design.encoders().size(); i++) {
            traits.add(Objects.requireNonNull(weights.get(ClipDesign.traits(i))));
        }
        this.tower = new PictureTower(torch, design.tower(), ClipDesign.tower(weights));
        this.scales = Objects.requireNonNull(weights.get(ClipDesign.SCALES));
        this.program = torch.load("training/contrast");
    }

    /**
     * The sum over the encoders. The parts are, of each, the contrast's loss, the share of pictures
     * that found their caption, and the losses of the traits that pictures show and captions say.
     */
    @Override
    public Losses losses(NDManager owner, CaptionedPictures batch, CancelToken cancel) {
        long side = design.tower().side();
        NDArray pictures = torch.rows(owner, batch.pictures(), COLOURS, side, side);
        List<NDArray> seen = tower.embed(owner, torch.cast(owner, pictures, type));
        List<NDArray> read = new ArrayList<>();
        for (int i = 0; i < encoders.size(); i++) {
            read.add(read(owner, encoders.get(i), batch.tokens().get(i), cancel));
        }
        long[] sizes = design.traits().stream().mapToLong(Integer::longValue).toArray();
        NDList found =
                program.callMany(
                        owner,
                        "losses",
                        List.of(seen, read, traits),
                        scales,
                        ids(owner, batch.shown()),
                        ids(owner, batch.said()),
                        torch.longs(owner, sizes, sizes.length),
                        torch.reals(owner, design.traitShare()));
        SequencedMap<String, NDArray> parts = new LinkedHashMap<>();
        for (int i = 0; i < encoders.size(); i++) {
            for (int k = 0; k < PARTS.size(); k++) {
                parts.put(PARTS.get(k) + (i + 1), found.get(1 + PARTS.size() * i + k));
            }
        }
        return new Losses(found.get(0), parts);
    }

    /** A few captions at a time, so that short ones need not be filled up to the longest of all. */
    private NDArray read(
            NDManager owner, TextEncoder encoder, List<long[]> captions, CancelToken cancel) {
        List<NDArray> pooled = new ArrayList<>();
        for (int from = 0; from < captions.size(); from += AT_ONCE) {
            cancel.check();
            NDArray ids =
                    ids(owner, captions.subList(from, Math.min(from + AT_ONCE, captions.size())));
            pooled.add(Objects.requireNonNull(encoder.encode(owner, ids, 0).pooled()));
        }
        return program.callMany(owner, "joined", List.of(pooled), scales).get(0);
    }

    /** Rows filled up with what stands last in each, which in captions is the end. */
    private NDArray ids(NDManager owner, List<long[]> rows) {
        int length = rows.stream().mapToInt(row -> row.length).max().orElseThrow();
        long[] all = new long[length * rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            long[] row = rows.get(i);
            Arrays.fill(all, i * length, (i + 1) * length, row[row.length - 1]);
            System.arraycopy(row, 0, all, i * length, row.length);
        }
        return torch.longs(owner, all, rows.size(), length);
    }

    @Override
    public void close() {
        encoders.forEach(TextEncoder::close);
        tower.close();
        program.close();
    }
}
