package atelier.service.starter;

import atelier.service.starter.painter.Painter;
import java.nio.file.Path;
import java.util.List;

/** Many portraits on one picture, to look at. */
final class PortraitSheet {

    /** The most portraits that a sheet shows. */
    static final int MOST = 96;

    private static final int COLUMNS = 8;
    private static final int CELL = 152;

    private final Painter painter;

    PortraitSheet(Painter painter) {
        this.painter = painter;
    }

    /** Paints the first portraits anew, small, and writes them as a PNG. */
    void write(List<SamplePortrait> samples, Path file) {
        new PictureSheet(COLUMNS, CELL)
                .write(
                        samples.stream()
                                .limit(MOST)
                                .map(sample ->
                                        painter.paint(sample.portrait(), sample.seed(), CELL)
                                                .picture())
                                .toList(),
                        file);
    }
}
