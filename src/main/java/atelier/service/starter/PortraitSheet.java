package atelier.service.starter;

import atelier.service.starter.painter.PaintedPortrait;
import atelier.service.starter.painter.Painter;
import atelier.service.storage.AtomicFiles;
import atelier.service.storage.PngWriter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;

/** Many portraits on one picture, to look at. */
final class PortraitSheet {

    /** The most portraits that a sheet shows. */
    static final int MOST = 96;

    private static final int COLUMNS = 8;
    private static final int CELL = 152;
    private static final int GAP = 6;
    private static final Color GROUND = new Color(0x0d1117);

    private final Painter painter;

    PortraitSheet(Painter painter) {
        this.painter = painter;
    }

    /** Paints the first portraits anew, small, and writes them as a PNG. */
    void write(List<SamplePortrait> samples, Path file) {
        int count = Math.min(MOST, samples.size());
        int columns = Math.min(COLUMNS, count);
        int rows = (count + columns - 1) / columns;
        int step = CELL + GAP;
        BufferedImage sheet =
                new BufferedImage(
                        columns * step + GAP, rows * step + GAP, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setColor(GROUND);
        graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        for (int i = 0; i < count; i++) {
            SamplePortrait sample = samples.get(i);
            PaintedPortrait painted = painter.paint(sample.portrait(), sample.seed(), CELL);
            int x = GAP + i % columns * step;
            int y = GAP + i / columns * step;
            graphics.drawImage(painted.picture(), x, y, null);
        }
        graphics.dispose();
        AtomicFiles.replace(file, out -> PngWriter.write(sheet, List.of(), out));
    }
}
