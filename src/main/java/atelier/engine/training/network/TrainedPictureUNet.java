package atelier.engine.training.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import atelier.engine.convnet.PictureNetwork;
import atelier.engine.torch.ComputeType;
import atelier.engine.torch.Program;
import atelier.engine.torch.Torch;
import atelier.engine.torch.Weights;
import atelier.model.job.CancelToken;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** A U-Net over pictures whose weights are trained. */
final class TrainedPictureUNet implements TrainedNetwork<PicturePairs> {

    private static final long COLOURS = 3;
    private static final List<String> PARTS = List.of("absolute", "squared", "edges", "entropy");

    private final Torch torch;
    private final PictureUNetDesign design;
    private final ComputeType type;
    private final PictureNetwork network;
    private final Program program;

    TrainedPictureUNet(
            Torch torch, PictureUNetDesign design, Map<String, NDArray> weights, ComputeType type) {
        this.torch = torch;
        this.design = design;
        this.type = type;
        this.network = PictureNetwork.uNet(torch, weights);
        this.program = torch.load("training/picture_unet");
    }

    @Override
    public Losses losses(NDManager owner, PicturePairs batch, CancelToken cancel) {
        long side = batch.side();
        NDArray pictures = torch.rows(owner, batch.pictures(), COLOURS, side, side);
        NDArray wanted =
                torch.rows(owner, batch.wanted(), design.config().output().channels(), side, side);
        NDArray output = network.run(owner, torch.cast(owner, pictures, type));
        cancel.check();
        PictureUNetLoss loss = design.loss();
        NDList found =
                switch (design.config().output()) {
                    case CHANGE ->
                            program.callMany(
                                    owner,
                                    "change",
                                    Weights.of(Map.of()),
                                    output,
                                    pictures,
                                    wanted,
                                    torch.reals(
                                            owner, loss.absolute(), loss.squared(), loss.edges()));
                    case SHARE ->
                            program.callMany(
                                    owner,
                                    "share",
                                    Weights.of(Map.of()),
                                    output,
                                    wanted,
                                    torch.reals(
                                            owner,
                                            loss.absolute(),
                                            loss.squared(),
                                            loss.edges(),
                                            loss.entropy()));
                };
        SequencedMap<String, NDArray> parts = new LinkedHashMap<>();
        for (int i = 1; i < found.size(); i++) {
            parts.put(PARTS.get(i - 1), found.get(i));
        }
        return new Losses(found.get(0), parts);
    }

    @Override
    public void close() {
        network.close();
        program.close();
    }
}
