package atelier.service.training.curves;

import atelier.service.page.Ink;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;

/**
 * The curves of a run as one picture: a large panel above, two small ones below.
 *
 * @param title of the run
 * @param remark where it stands
 * @param steps of the whole run
 * @param now steps that are done
 * @param above the panel to look at
 * @param left a small one
 * @param right another
 */
public record CurvesPicture(
        String title, String remark, long steps, long now, Panel above, Panel left, Panel right) {

    /** Sizes before they are enlarged, so that text stays legible in a reduced copy. */
    private static final int WIDTH = 960;

    private static final int HEIGHT = 620;
    private static final double ENLARGED = 5 / 3.0;
    private static final int MARGIN = 20;
    private static final int HEADING = 40;
    private static final int GAP = 14;
    private static final int SMALL = 160;

    /** A value as people write it: 1,200 or 0.05 or 3.7e-5. */
    public static String number(double value) {
        return Scale.label(value);
    }

    /** Draws it. */
    public BufferedImage draw() {
        BufferedImage picture =
                new BufferedImage(
                        (int) Math.round(WIDTH * ENLARGED),
                        (int) Math.round(HEIGHT * ENLARGED),
                        BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        try {
            Ink.prepare(graphics);
            graphics.scale(ENLARGED, ENLARGED);
            graphics.setColor(Ink.WINDOW);
            graphics.fillRect(0, 0, WIDTH, HEIGHT);
            heading(graphics);
            int wide = WIDTH - 2 * MARGIN;
            int top = MARGIN + HEADING;
            int below = HEIGHT - MARGIN - SMALL;
            int half = (wide - GAP) / 2;
            paint(graphics, above, new Rectangle(MARGIN, top, wide, below - GAP - top));
            paint(graphics, left, new Rectangle(MARGIN, below, half, SMALL));
            paint(graphics, right, new Rectangle(MARGIN + half + GAP, below, half, SMALL));
        } finally {
            graphics.dispose();
        }
        return picture;
    }

    private void heading(Graphics2D graphics) {
        graphics.setColor(Ink.STRONG);
        graphics.setFont(Ink.HEADING);
        graphics.drawString(title, MARGIN, MARGIN + 20);
        int after = MARGIN + graphics.getFontMetrics().stringWidth(title) + GAP;
        graphics.setColor(Ink.QUIET);
        graphics.setFont(Ink.TEXT);
        graphics.drawString(remark, after, MARGIN + 20);
    }

    private void paint(Graphics2D graphics, Panel panel, Rectangle card) {
        new PanelPainter(graphics, panel, card, steps, now).paint();
    }
}
