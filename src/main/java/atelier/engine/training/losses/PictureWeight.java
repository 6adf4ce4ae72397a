package atelier.engine.training.losses;

/** Lets each picture count as it says of itself. */
public record PictureWeight() implements LossWeight {

    @Override
    public void apply(float[] weights, Example example, Objective objective) {
        LossWeight.scale(weights, example.weight());
    }
}
