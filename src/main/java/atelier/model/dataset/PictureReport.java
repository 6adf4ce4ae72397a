package atelier.model.dataset;

import java.util.ArrayList;
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

    /** The same with one more thing to look at, behind the others. */
    public PictureReport with(Finding finding) {
        List<Finding> more = new ArrayList<>(findings);
        more.add(finding);
        return new PictureReport(picture, name, framing, crop, scale, more);
    }

    /** Whether there is nothing to look at. */
    public boolean ready() {
        return findings.isEmpty();
    }
}
