package atelier.ui.dataset;

import atelier.model.dataset.DatasetPicture;
import atelier.model.dataset.DatasetReport;
import atelier.model.dataset.Finding;
import atelier.model.dataset.LeftOut;
import atelier.model.dataset.PictureReport;
import atelier.service.dataset.caption.Tags;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The pictures of a report, one by one. */
final class DatasetItems {

    private DatasetItems() {}

    /** All of them by their names, those left out among the others. */
    static List<DatasetItem> of(DatasetReport report) {
        List<DatasetItem> unnumbered = new ArrayList<>();
        for (PictureReport picture : report.pictures()) {
            unnumbered.add(new DatasetItem(0, picture.picture().file(), picture, null));
        }
        for (LeftOut out : report.leftOut()) {
            unnumbered.add(new DatasetItem(0, out.file(), null, out));
        }
        unnumbered.sort(Comparator.comparing(DatasetItem::name));
        List<DatasetItem> items = new ArrayList<>();
        for (DatasetItem item : unnumbered) {
            items.add(
                    new DatasetItem(items.size() + 1, item.file(), item.report(), item.leftOut()));
        }
        return items;
    }

    /** The report with another caption of a picture, as looking anew would find it. */
    static DatasetReport withCaption(DatasetReport report, Path file, String caption) {
        List<PictureReport> pictures =
                report.pictures().stream()
                        .map(picture ->
                                picture.picture().file().equals(file)
                                        ? withCaption(picture, caption)
                                        : picture)
                        .toList();
        return new DatasetReport(
                report.dataset(),
                pictures,
                report.leftOut(),
                report.buckets(),
                Tags.ranked(pictures.stream().map(one -> one.picture().caption()).toList()),
                report.notes(),
                report.obstacles());
    }

    private static PictureReport withCaption(PictureReport report, String caption) {
        DatasetPicture picture = report.picture();
        return new PictureReport(
                new DatasetPicture(
                        picture.file(),
                        picture.sha256(),
                        picture.width(),
                        picture.height(),
                        caption,
                        picture.captionFile(),
                        picture.background(),
                        picture.subset(),
                        picture.measures()),
                report.name(),
                report.framing(),
                report.crop(),
                report.scale(),
                report.findings().stream()
                        .filter(finding -> !(finding instanceof Finding.NoCaption))
                        .toList());
    }
}
