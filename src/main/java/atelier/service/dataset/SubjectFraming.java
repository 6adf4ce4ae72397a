package atelier.service.dataset;

import atelier.model.dataset.Framing;
import atelier.model.dataset.SourceCrop;

/**
 * Cuts a picture to its bucket around its subject: to the subject with a margin, as far as the
 * bucket's proportions allow. It is cut no closer than where it would be enlarged, or enlarged more
 * than the whole picture is.
 */
final class SubjectFraming {

    /** Room around the subject, as a share of its longer side. */
    private static final double MARGIN = 0.25;

    private SubjectFraming() {}

    /**
     * The framing around a subject.
     *
     * @param subject in the picture's own pixels
     * @param width of the picture
     * @param height of the picture
     * @param whole the same picture cut about its centre, as little as can be
     */
    static Framing around(SourceCrop subject, int width, int height, Framing whole) {
        double margin = MARGIN * Math.max(subject.width(), subject.height());
        double left = Math.max(0, subject.left() - margin);
        double top = Math.max(0, subject.top() - margin);
        double right = Math.min(width, subject.left() + subject.width() + margin);
        double bottom = Math.min(height, subject.top() + subject.height() + margin);

        double least =
                Math.max(
                        (double) whole.resizedWidth() / width,
                        (double) whole.resizedHeight() / height);
        double scale =
                Math.clamp(
                        Math.min(whole.width() / (right - left), whole.height() / (bottom - top)),
                        least,
                        Math.max(1, least));
        int resizedWidth =
                scale == least
                        ? whole.resizedWidth()
                        : Math.max(whole.width(), (int) Math.round(width * scale));
        int resizedHeight =
                scale == least
                        ? whole.resizedHeight()
                        : Math.max(whole.height(), (int) Math.round(height * scale));
        return new Framing(
                whole.width(),
                whole.height(),
                resizedWidth,
                resizedHeight,
                offset(
                        (left + right) / 2 * scale,
                        subject.left() * scale,
                        (subject.left() + subject.width()) * scale,
                        whole.width(),
                        resizedWidth),
                offset(
                        (top + bottom) / 2 * scale,
                        subject.top() * scale,
                        (subject.top() + subject.height()) * scale,
                        whole.height(),
                        resizedHeight));
    }

    /**
     * Where a cut of that length begins so that it lies about a place, holds what is between begin
     * and end if that fits, and is within the whole.
     */
    private static int offset(double centre, double begin, double end, int length, int whole) {
        double about = centre - length / 2.0;
        double holding =
                end - begin > length ? about : Math.min(Math.max(about, end - length), begin);
        return Math.clamp(Math.round(holding), 0, whole - length);
    }
}
