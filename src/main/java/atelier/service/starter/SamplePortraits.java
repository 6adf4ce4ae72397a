package atelier.service.starter;

import atelier.engine.sampler.Seeds;
import atelier.model.starter.Portrait;
import atelier.service.starter.caption.CaptionWriter;
import atelier.service.starter.painter.PortraitSampler;

/**
 * An endless row of random portraits with captions. Each follows from the row's seed and its own
 * place alone, so that any part of it can be made in any order, on any machine. None of them is the
 * sample character, nor much like it.
 */
public final class SamplePortraits {

    private final long seed;
    private final int first;
    private final PortraitSampler sampler = new PortraitSampler(SampleCharacter::isLike);
    private final CaptionWriter captions = new CaptionWriter();

    /** The row of that seed. */
    public SamplePortraits(long seed) {
        this(seed, 0);
    }

    private SamplePortraits(long seed, int first) {
        this.seed = seed;
        this.first = first;
    }

    /** The same row without its first portraits. */
    public SamplePortraits from(int place) {
        return new SamplePortraits(seed, first + place);
    }

    /**
     * One of them.
     *
     * @param place 0 or more
     */
    public SamplePortrait at(int place) {
        long own = Seeds.of(seed, first + place, "sample portrait");
        Portrait portrait = sampler.draw(own);
        return new SamplePortrait(portrait, captions.write(portrait, own), own);
    }
}
