package atelier.engine.clip;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.torch.Program;
import atelier.engine.torch.Torch;
import atelier.engine.torch.Weights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** CLIP's picture tower. It runs in the element type of its weights, on the lane. */
public final class PictureTower implements AutoCloseable {

    private final Program program;
    private final NDArray groups;
    private final NDArray grid;
    private final Weights weights;

    /**
     * @param arrays every array of the network by its name, all of one element type; they stay
     *     their owner's
     */
    public PictureTower(Torch torch, PictureTowerConfig config, Map<String, NDArray> arrays) {
        this.program = torch.load("clip/picture_tower");
        this.groups = torch.number(torch.manager(), config.groups());
        this.grid = torch.number(torch.manager(), config.grid());
        Map<String, NDArray> entries = new LinkedHashMap<>(arrays);
        entries.put("groups", groups);
        entries.put("grid", grid);
        this.weights = Weights.of(entries);
    }

    /**
     * Embeds pictures.
     *
     * @param owner closes the results
     * @param pictures [batch, 3, side, side], normalised as CLIP's: see {@link PicturePixels}
     * @return for each text encoder [batch, projection], of any length
     */
    public List<NDArray> embed(NDManager owner, NDArray pictures) {
        return List.copyOf(program.callMany(owner, "embed", weights, pictures));
    }

    @Override
    public void close() {
        groups.close();
        grid.close();
        program.close();
    }
}
