package atelier.service.starter.caption;

import atelier.model.starter.Portrait;
import atelier.model.starter.PortraitAttribute;
import atelier.service.starter.painter.Dice;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes captions: tags or sentences, a few words or many, what comes first differing from one to
 * the next. A caption says nothing that is not so, and leaves out much that is.
 */
public final class CaptionWriter {

    private static final String USE = "caption";
    private static final double NAMED = 0.8;
    private static final double SHORT = 0.25;
    private static final int MOST_OF_SHORT = 3;
    private static final int MOST = 9;
    private static final List<Who> UNNAMED =
            List.of(
                    new Who("a person", "the person"),
                    new Who("somebody", "the person"),
                    new Who("a cartoon character", "the character"));

    private final Set<PortraitAttribute> silent;
    private final int least;
    private final int most;

    /** Writes of everything, in a few words or many. */
    public CaptionWriter() {
        this(Set.of(), 1);
    }

    /**
     * @param silent attributes never mentioned, such as those that shall be learned with a name
     * @param least how many things a caption says at least, 1 to 9, where there are so many
     */
    public CaptionWriter(Set<PortraitAttribute> silent, int least) {
        this(silent, least, MOST);
    }

    /**
     * @param silent attributes never mentioned
     * @param least how many things a caption says at least, 1 or more, where there are so many
     * @param most how many it says at most, no less than {@code least}
     */
    public CaptionWriter(Set<PortraitAttribute> silent, int least, int most) {
        this.silent = Set.copyOf(silent);
        this.least = least;
        this.most = most;
    }

    /**
     * Writes a caption for a person whose name, if any, is invented.
     *
     * @param seed the same one gives the same caption
     */
    public Caption write(Portrait portrait, long seed) {
        Dice dice = new Dice(seed, USE);
        if (!dice.happens(NAMED)) {
            return write(portrait, dice.pick(UNNAMED), dice);
        }
        String name = Names.invent(dice);
        return write(portrait, new Who(name, name), dice);
    }

    /**
     * Writes a caption for a person of this name.
     *
     * @param seed the same one gives the same caption
     */
    public Caption write(Portrait portrait, String name, long seed) {
        return write(portrait, new Who(name, name), new Dice(seed, USE));
    }

    private Caption write(Portrait portrait, Who who, Dice dice) {
        Chooser chooser = new Chooser(dice, silent);
        Parts all = Parts.of(portrait, chooser);
        Parts said = all.keep(chooser.some(all.order(), count(dice)));
        CaptionForm form = dice.pick(List.of(CaptionForm.values()));
        return new Caption(
                form.text(said, who),
                said.order().stream()
                        .flatMap(phrase -> phrase.traits().stream())
                        .collect(Collectors.toSet()));
    }

    private int count(Dice dice) {
        if (least <= MOST_OF_SHORT && dice.happens(SHORT)) {
            return least + dice.below(MOST_OF_SHORT - least + 1);
        }
        int from = Math.max(least, MOST_OF_SHORT + 1);
        return from + dice.below(most - from + 1);
    }
}
