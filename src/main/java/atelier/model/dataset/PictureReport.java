package atelier.model.dataset;

import java.util.List;

/**
 * What training makes of a picture.
 *
 * @param picture with its caption
 * @param name where it lies, seen from the dataset's folder
 * @param framing the size it is trained at
 * @param crop what of it is trained on
 * @param scale it is resized by; above 1 it is enlarged
 * @param findings what to look at, worst first
 */
public record PictureReport(
        DatasetPicture picture,
        String name,
        Framing framing,
        SourceCrop crop,
        double scale,
        List<Finding> findings) {

    /** Copies the list. */
    public PictureReport {
        findings = List.copyOf(findings);
    }

    /** Whether there is nothing to look at. */
    public boolean ready() {
        return findings.isEmpty();
    }
}
