package atelier.service.starter;

import atelier.service.storage.AtomicFiles;
import atelier.service.storage.PngWriter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;

/**
 * Many pictures on one, to look at.
 *
 * @param columns how many stand side by side at most
 * @param cell pixels of a side of each
 */
public record PictureSheet(int columns, int cell) {

    private static final int GAP = 6;
    private static final Color GROUND = new Color(0x0d1117);

    /**
     * Writes them row by row, as a PNG.
     *
     * @param pictures of {@code cell} pixels a side, at least one
     */
    public void write(List<BufferedImage> pictures, Path file) {
        int wide = Math.min(columns, pictures.size());
        int rows = Math.ceilDiv(pictures.size(), wide);
        int step = cell + GAP;
        BufferedImage sheet =
                new BufferedImage(wide * step + GAP, rows * step + GAP, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setColor(GROUND);
        graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        for (int i = 0; i < pictures.size(); i++) {
            graphics.drawImage(pictures.get(i), GAP + i % wide * step, GAP + i / wide * step, null);
        }
        graphics.dispose();
        AtomicFiles.replace(file, out -> PngWriter.write(sheet, List.of(), out));
    }
}
