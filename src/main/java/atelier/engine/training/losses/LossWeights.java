package atelier.engine.training.losses;

import atelier.model.training.LossSettings;
import java.util.ArrayList;
import java.util.List;

/** The weights that settings ask for. */
public final class LossWeights {

    private LossWeights() {}

    /** Those weights, to be multiplied. */
    public static List<LossWeight> of(LossSettings settings) {
        List<LossWeight> weights = new ArrayList<>();
        weights.add(new PictureWeight());
        if (settings.minSnrGamma() > 0) {
            weights.add(new MinSnr(settings.minSnrGamma()));
        }
        if (settings.debiasedEstimation()) {
            weights.add(new DebiasedEstimation());
        }
        switch (settings.maskedLoss()) {
            case OFF -> {}
            case PLAIN -> weights.add(new MaskedLoss(false));
            case NORMALIZED -> weights.add(new MaskedLoss(true));
        }
        return weights;
    }
}
