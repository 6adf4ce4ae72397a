package atelier.model.training;

/**
 * Everything that a run is trained by. Each component, here and in the parts, is a setting of the
 * same name; no two of them have one name.
 *
 * @param subject what the adapter is to learn; it decides defaults alone
 * @param speed how much time it is worth; it decides defaults alone
 * @param steps updates of the adapter, at least 1
 * @param seed of everything random
 * @param adapter what is trained, and how it is saved
 * @param optimization how gradients become changes of the weights
 * @param textEncoders how fast the text encoders are trained
 * @param rate how the learning rate goes over the run
 * @param step how a step is computed
 * @param pictures how pictures are framed
 * @param captions under which words they are shown
 * @param loss what counts how much
 * @param noise what is put on pictures
 * @param saving what is kept while it goes
 * @param watching what is measured and drawn while it goes
 */
public record TrainingPlan(
        Subject subject,
        Speed speed,
        int steps,
        long seed,
        AdapterSettings adapter,
        OptimizerSettings optimization,
        TextEncoderSettings textEncoders,
        RateSettings rate,
        StepSettings step,
        PictureSettings pictures,
        CaptionSettings captions,
        LossSettings loss,
        NoiseSettings noise,
        SavingSettings saving,
        WatchSettings watching) {}
