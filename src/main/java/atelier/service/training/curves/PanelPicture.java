package atelier.service.training.curves;

import atelier.service.page.Ink;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;

/** One panel of curves as a picture. */
public final class PanelPicture {

    private static final int MARGIN = 12;
    private static final double ENLARGED = 1.5;

    private PanelPicture() {}

    /**
     * Draws it.
     *
     * @param width before it is enlarged by half, so that text stays legible in a reduced copy
     * @param height likewise
     * @param steps where the axis of steps ends
     */
    public static BufferedImage draw(Panel panel, int width, int height, long steps) {
        BufferedImage picture =
                new BufferedImage(
                        (int) Math.round(width * ENLARGED),
                        (int) Math.round(height * ENLARGED),
                        BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        try {
            Ink.prepare(graphics);
            graphics.scale(ENLARGED, ENLARGED);
            graphics.setColor(Ink.WINDOW);
            graphics.fillRect(0, 0, width, height);
            Rectangle card = new Rectangle(MARGIN, MARGIN, width - 2 * MARGIN, height - 2 * MARGIN);
            new PanelPainter(graphics, panel, card, steps, steps).paint();
        } finally {
            graphics.dispose();
        }
        return picture;
    }
}
