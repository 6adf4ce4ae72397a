package atelier.service.starter.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The images of one prompt, those of one seed at the same place in each list.
 *
 * @param prompt that asks for the subject
 * @param plain the same prompt without the trigger
 * @param base without the adapter
 * @param adapted with it
 * @param baseWithout of the plain prompt without the adapter
 * @param adaptedWithout of the plain prompt with it
 */
public record DemoImages(
        String prompt,
        String plain,
        List<Path> base,
        List<Path> adapted,
        List<Path> baseWithout,
        List<Path> adaptedWithout) {

    /** Keeps copies of the lists. */
    public DemoImages {
        base = List.copyOf(base);
        adapted = List.copyOf(adapted);
        baseWithout = List.copyOf(baseWithout);
        adaptedWithout = List.copyOf(adaptedWithout);
    }

    Stream<Path> all() {
        return Stream.of(base, adapted, baseWithout, adaptedWithout).flatMap(List::stream);
    }
}
