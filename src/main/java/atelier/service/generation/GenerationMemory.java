package atelier.service.generation;

import atelier.engine.sdxl.MemoryLadder.Rung;
import atelier.engine.torch.ComputeDevice;
import atelier.engine.torch.ComputeType;
import atelier.engine.weights.Checkpoint;
import atelier.engine.weights.Component;
import atelier.engine.weights.WeightSource;
import atelier.model.AtelierException;
import atelier.model.generation.GenerationOrder;
import atelier.model.generation.GenerationRequest;
import atelier.service.job.MemoryLimit;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Forecasts the memory that images take, and tells what is to be given up where their owner allows
 * less: tiles in place of whole pictures, prompts that take turns, text encoders that leave. Where
 * nothing is allowed or forbidden, what there is decides, as it is used.
 */
final class GenerationMemory {

    /** The virtual machine and LibTorch before anything is loaded. */
    private static final long PROCESS = 400_000_000;

    /**
     * What a call of SDXL's UNet holds whatever the size, over the bytes of its weights: 0.6 of 5.1
     * GB, from what {@code atelier bench full-size} measures at 512 and 1024 pixels in bf16.
     */
    private static final double WORKSPACE = 0.12;

    /** Arrays as large as the UNet's outermost that are there at once, from the same. */
    private static final int UNET_ARRAYS = 38;

    /** Arrays as large as the autoencoder's outermost that are there at once, from the same. */
    private static final int VAE_ARRAYS = 7;

    /** Side of the part that is decoded at once, in latents. */
    private static final int TILE = 64;

    private static final double GIGA = 1e9;

    private static final List<Rung> STEPS =
            List.of(Rung.TILED_DECODING, Rung.SPLIT_GUIDANCE, Rung.OFFLOADED_ENCODERS);

    private final MemoryLimit limit;

    GenerationMemory(MemoryLimit limit) {
        this.limit = limit;
    }

    /**
     * What is to be given up from the start so that an order keeps within what it may take.
     *
     * @throws AtelierException if that is not enough
     */
    Set<Rung> rungs(GenerationOrder order, Checkpoint checkpoint, ComputeDevice device) {
        OptionalLong allowed = limit.chosen();
        if (allowed.isEmpty()) {
            return Set.of();
        }
        long most = allowed.getAsLong();
        Need need = new Need(order.request(), checkpoint, device.type());
        Set<Rung> rungs = EnumSet.noneOf(Rung.class);
        if (order.tiled()) {
            rungs.add(Rung.TILED_DECODING);
        }
        while (need.bytes(rungs) > most) {
            Set<Rung> more =
                    next(need, rungs)
                            .orElseThrow(() -> tooMuch(order.request(), need.bytes(rungs), most));
            rungs.addAll(more);
        }
        if (rungs.contains(Rung.TILED_DECODING) && order.request().init() != null) {
            rungs.add(Rung.TILED_ENCODING);
        }
        return rungs;
    }

    /** The first rung that helps: the cheapest for the eye and the clock comes first. */
    private static Optional<Set<Rung>> next(Need need, Set<Rung> rungs) {
        return STEPS.stream()
                .map(rung -> with(rungs, rung))
                .filter(more -> need.bytes(more) < need.bytes(rungs))
                .findFirst();
    }

    private static Set<Rung> with(Set<Rung> rungs, Rung rung) {
        Set<Rung> more = EnumSet.of(rung);
        more.addAll(rungs);
        return more;
    }

    private static AtelierException tooMuch(GenerationRequest request, long least, long most) {
        return new AtelierException(
                "The images need about %s of memory at %d × %d, and they may take %s: choose a smaller size, or allow more in the settings."
                        .formatted(giga(least), request.width(), request.height(), giga(most)));
    }

    private static String giga(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", bytes / GIGA);
    }

    /** What an order takes. */
    private record Need(GenerationRequest request, Checkpoint checkpoint, ComputeType type) {

        /**
         * The most at any time: once everything is loaded, in a step, while a picture is decoded.
         */
        long bytes(Set<Rung> rungs) {
            long loaded = PROCESS + checkpoint.components().stream().mapToLong(this::weights).sum();
            long beside = Math.max(step(rungs), decoding(rungs));
            long encoders =
                    rungs.contains(Rung.OFFLOADED_ENCODERS)
                            ? weights(Component.TEXT_ENCODER_1) + weights(Component.TEXT_ENCODER_2)
                            : 0;
            return Math.max(loaded, loaded - encoders + beside);
        }

        private long step(Set<Rung> rungs) {
            int batch =
                    request.sampling().guidance() > 1 && !rungs.contains(Rung.SPLIT_GUIDANCE)
                            ? 2
                            : 1;
            long array =
                    (long) latents(request.height())
                            * latents(request.width())
                            * checkpoint.unet().blockOutChannels().getFirst()
                            * type.bytes();
            return Math.round(WORKSPACE * weights(Component.UNET))
                    + (long) UNET_ARRAYS * batch * array;
        }

        /** Also what it takes to encode a picture to start from. */
        private long decoding(Set<Rung> rungs) {
            boolean tiled = rungs.contains(Rung.TILED_DECODING);
            int height = latents(request.height());
            int width = latents(request.width());
            long reduction = checkpoint.vae().reduction();
            long places =
                    tiled
                            ? (long) Math.min(TILE, height) * Math.min(TILE, width)
                            : (long) height * width;
            return VAE_ARRAYS
                    * places
                    * reduction
                    * reduction
                    * checkpoint.vae().blockOutChannels().getFirst()
                    * vae().bytes();
        }

        private int latents(int pixels) {
            return pixels / checkpoint.vae().reduction();
        }

        private long weights(Component component) {
            ComputeType own = component == Component.VAE ? vae() : type;
            return checkpoint.weights(component).values().stream()
                            .mapToLong(WeightSource::elements)
                            .sum()
                    * own.bytes();
        }

        /** Its values overflow in fp16. */
        private ComputeType vae() {
            return type == ComputeType.FLOAT16 ? ComputeType.FLOAT32 : type;
        }
    }
}
