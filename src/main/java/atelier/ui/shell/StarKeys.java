package atelier.ui.shell;

import atelier.model.library.ImageMarks;
import atelier.ui.text.Phrase;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The keys that say what an image is worth: 1 to 5 give so many stars, 0 takes them back. */
public final class StarKeys {

    private StarKeys() {}

    /**
     * A command for each of them.
     *
     * @param rate gets the stars, 0 for none
     */
    public static List<Command> commands(IntConsumer rate) {
        Stream<Command> give =
                IntStream.rangeClosed(1, ImageMarks.MOST_STARS)
                        .mapToObj(stars -> command(Phrase.of("stars.give", stars), stars, rate));
        return Stream.concat(give, Stream.of(command(Phrase.of("stars.none"), 0, rate))).toList();
    }

    private static Command command(Phrase title, int stars, IntConsumer rate) {
        return Command.action("star", title, Integer.toString(stars), () -> rate.accept(stars));
    }
}
