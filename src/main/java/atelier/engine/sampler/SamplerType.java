package atelier.engine.sampler;

import java.util.function.Function;

/** A sampler: its names, and what it makes of the settings. */
public final class SamplerType implements Registered {

    private final String id;
    private final String metadataName;
    private final boolean usesSchedule;
    private final Eta eta;
    private final Function<SamplerSetup, SamplerRun> factory;

    /** Whether eta, the share of fresh noise, means something to a sampler, and what is usual. */
    enum Eta {
        /** The sampler draws no noise, or always the same share. */
        UNUSED,
        /** Means something; usually 0. */
        ZERO,
        /** Means something; usually 1. */
        ONE
    }

    SamplerType(
            String id,
            String metadataName,
            boolean usesSchedule,
            Eta eta,
            Function<SamplerSetup, SamplerRun> factory) {
        this.id = id;
        this.metadataName = metadataName;
        this.usesSchedule = usesSchedule;
        this.eta = eta;
        this.factory = factory;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String nameKey() {
        return "sampler." + id;
    }

    @Override
    public String metadataName() {
        return metadataName;
    }

    /**
     * Whether the schedule makes a difference; false for samplers that bring their own, such as
     * LCM, which was distilled at fixed times. Whoever offers schedules should then offer none.
     */
    public boolean usesSchedule() {
        return usesSchedule;
    }

    /** Whether eta, the share of fresh noise, makes a difference. */
    public boolean usesEta() {
        return eta != Eta.UNUSED;
    }

    /** The share of fresh noise, 0 to 1, that people expect from this sampler unless they ask. */
    public double defaultEta() {
        return eta == Eta.ONE ? 1 : 0;
    }

    SamplerRun start(SamplerSetup setup) {
        return factory.apply(setup);
    }
}
