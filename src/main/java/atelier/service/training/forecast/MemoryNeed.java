package atelier.service.training.forecast;

import atelier.engine.bench.StepWork;
import atelier.engine.torch.ComputeType;
import atelier.engine.training.KeptActivations;
import atelier.engine.training.adapters.AdapterOutline;
import atelier.engine.training.adapters.KeptWeights;
import atelier.engine.weights.Component;
import atelier.engine.weights.UNetConfig;
import atelier.engine.weights.WeightSource;
import atelier.model.training.ForecastPart;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Forecasts the most memory that a run holds: while pictures and captions are cached, with every
 * network there, or in a step, with the text encoders gone; whichever is more.
 */
final class MemoryNeed {

    /** The virtual machine and LibTorch before anything is loaded. */
    private static final long PROCESS = 400_000_000;

    /**
     * What steps at SDXL's size hold above weights, trained numbers and activations, over the bytes
     * of the UNet: 0.75 to 1.1 GB of 5.1 GB, measured by {@code atelier bench train --full-size} at
     * 512 × 512 in bf16.
     */
    private static final double WORKSPACE = 0.2;

    /** The same where a record leads back: 2.4 to 2.6 GB. */
    private static final double RECORDED_WORKSPACE = 0.5;

    /** Arrays as large as the autoencoder's widest that are there at once while it encodes. */
    private static final int ENCODING_ARRAYS = 7;

    private MemoryNeed() {}

    static List<ForecastPart> of(PlannedRun run, AdapterOutline outline, ComputeType type) {
        List<ForecastPart> caching = caching(run, type);
        List<ForecastPart> step = step(run, outline, type);
        return bytes(caching) > bytes(step) ? caching : step;
    }

    private static long bytes(List<ForecastPart> parts) {
        return parts.stream().mapToLong(ForecastPart::bytes).sum();
    }

    private static List<ForecastPart> caching(PlannedRun run, ComputeType type) {
        long pixels = (long) run.reduction() * run.reduction();
        long largest =
                run.shown().keySet().stream()
                        .mapToLong(size -> pixels * size.height() * size.width())
                        .max()
                        .orElse(0);
        long widest =
                largest * run.checkpoint().vae().blockOutChannels().getFirst() * size(vae(type));
        return List.of(
                new ForecastPart("program", PROCESS),
                new ForecastPart(
                        "all networks",
                        run.checkpoint().components().stream()
                                .mapToLong(component -> weights(run, component, type))
                                .sum()),
                new ForecastPart("encoding of pictures", ENCODING_ARRAYS * widest));
    }

    private static List<ForecastPart> step(
            PlannedRun run, AdapterOutline outline, ComputeType type) {
        long unet = weights(run, Component.UNET, type);
        double share = kept(run).writtenOut() ? WORKSPACE : RECORDED_WORKSPACE;
        List<ForecastPart> trained =
                run.plan().adapter().isFull()
                        ? FullRun.memory(run, type)
                        : List.of(
                                new ForecastPart(
                                        "adapter and gradients",
                                        2 * Float.BYTES * outline.numbers()),
                                new ForecastPart("optimizer", Float.BYTES * run.optimizer(outline)),
                                new ForecastPart("average", Float.BYTES * run.averages(outline)));
        return Stream.of(
                        List.of(
                                new ForecastPart("program", PROCESS),
                                new ForecastPart(
                                        "UNet and VAE", unet + weights(run, Component.VAE, type)),
                                new ForecastPart("text encoders", encoders(run, type))),
                        trained,
                        List.of(
                                new ForecastPart(
                                        "copy to save", Float.BYTES * run.stateNumbers(outline)),
                                new ForecastPart("activations", activations(run, size(type))),
                                new ForecastPart("workspace", Math.round(share * unet))))
                .flatMap(List::stream)
                .toList();
    }

    /**
     * They go once all captions are encoded, unless they are trained or tags change from showing to
     * showing.
     */
    private static long encoders(PlannedRun run, ComputeType type) {
        boolean stay =
                run.plan().textEncoders().trained()
                        || run.plan().captions().shuffleCaption()
                        || run.plan().captions().tagDropout() > 0;
        return stay
                ? weights(run, Component.TEXT_ENCODER_1, type)
                        + weights(run, Component.TEXT_ENCODER_2, type)
                : 0;
    }

    private static long weights(PlannedRun run, Component component, ComputeType type) {
        ComputeType own = component == Component.VAE ? vae(type) : type;
        Map<String, WeightSource> tensors = run.checkpoint().weights(component);
        return tensors.values().stream().mapToLong(WeightSource::elements).sum() * size(own);
    }

    private static long activations(PlannedRun run, int bytes) {
        return run.shown().entrySet().stream()
                .mapToLong(
                        shown -> activations(run, shown.getKey(), shown.getValue().most(), bytes))
                .max()
                .orElse(0);
    }

    private static long activations(PlannedRun run, PlannedRun.Size size, int most, int bytes) {
        int batch = Math.min(run.plan().step().batchSize(), most);
        UNetConfig unet = run.checkpoint().unet();
        long weights =
                run.checkpointed() ? 0 : KeptWeights.bytes(run.plan().adapter(), unet, bytes);
        return weights + kept(run).bytes(unet, batch, size.height(), size.width(), bytes);
    }

    private static KeptActivations kept(PlannedRun run) {
        return new KeptActivations(
                StepWork.of(run.plan(), run.checkpointed()).isWrittenOut(), run.checkpointed());
    }

    /** Its values overflow in fp16. */
    private static ComputeType vae(ComputeType type) {
        return type == ComputeType.FLOAT16 ? ComputeType.FLOAT32 : type;
    }

    private static int size(ComputeType type) {
        return type == ComputeType.FLOAT32 ? Float.BYTES : Short.BYTES;
    }
}
