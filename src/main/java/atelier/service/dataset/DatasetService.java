package atelier.service.dataset;

import atelier.model.AtelierException;
import atelier.model.dataset.BucketCount;
import atelier.model.dataset.Dataset;
import atelier.model.dataset.DatasetOrder;
import atelier.model.dataset.DatasetPicture;
import atelier.model.dataset.DatasetReport;
import atelier.model.dataset.Finding;
import atelier.model.dataset.FramingWish;
import atelier.model.dataset.PictureReport;
import atelier.model.dataset.SourceCrop;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.restoration.DetectedFace;
import atelier.service.dataset.caption.Tags;
import atelier.service.dataset.sheet.ContactSheet;
import atelier.service.dataset.sheet.Thumbnails;
import atelier.service.storage.PictureReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells what training will get of a source of pictures, and changes nothing in it. */
public final class DatasetService {

    private final PictureReader reader;
    private final FaceLook faces;

    /** Reads pictures by that reader, and finds no faces. */
    public DatasetService(PictureReader reader) {
        this(reader, FaceLook.NONE);
    }

    /** Reads pictures by that reader, and finds faces. */
    public DatasetService(PictureReader reader, FaceLook faces) {
        this.reader = reader;
        this.faces = faces;
    }

    /** Whether there is a network that finds faces. */
    public boolean findsFaces() {
        return faces.ready();
    }

    /** The faces of a picture that was looked at before; empty where nobody looked. */
    public Optional<List<DetectedFace>> knownFaces(DatasetPicture picture) {
        return faces.known(picture);
    }

    /**
     * Looks for faces.
     *
     * @return for each picture, by its file, those that were found, in its own pixels, the largest
     *     first
     * @throws AtelierException if there is no network that finds faces, or it cannot be read
     */
    public Map<Path, List<DetectedFace>> faces(
            List<DatasetPicture> pictures, ProgressListener progress, CancelToken cancel) {
        if (!faces.ready()) {
            throw new AtelierException(
                    "There is no network that finds faces: fetch YuNet from the catalog of models.");
        }
        return faces.of(pictures, progress, cancel);
    }

    /**
     * The same report, which also tells in which pictures no face was found, or one that is small,
     * cut, or not the only one; those for regularisation need none.
     *
     * @throws AtelierException if there is no network that finds faces, or it cannot be read
     */
    public DatasetReport withFaces(
            DatasetReport report, ProgressListener progress, CancelToken cancel) {
        Map<Path, List<DetectedFace>> found =
                faces(
                        report.pictures().stream()
                                .map(PictureReport::picture)
                                .filter(picture -> !picture.subset().regularisation())
                                .toList(),
                        progress,
                        cancel);
        return report.with(
                report.pictures().stream()
                        .map(picture -> withFaces(picture, found.get(picture.picture().file())))
                        .toList());
    }

    private static PictureReport withFaces(
            PictureReport picture, @Nullable List<DetectedFace> found) {
        PictureReport judged = picture;
        for (Finding finding :
                found == null ? List.<Finding>of() : FaceFindings.of(picture, found)) {
            judged = judged.with(finding);
        }
        return judged;
    }

    /**
     * Looks through a source.
     *
     * @param wish of the sizes and crops
     * @param facesToo whether it is told in which pictures there is no face
     * @param sheet where to write a page with all pictures, as HTML; null for none
     * @throws atelier.model.AtelierException if the source cannot be read, or the page not be
     *     written; what is wrong with single pictures is in the report
     */
    public DatasetReport prepare(
            DatasetOrder order,
            FramingWish wish,
            boolean facesToo,
            @Nullable Path sheet,
            ProgressListener progress,
            CancelToken cancel) {
        Thumbnails thumbnails = new Thumbnails();
        DatasetScanner scanner =
                sheet == null
                        ? new DatasetScanner(reader)
                        : new DatasetScanner(reader, thumbnails::add);
        Dataset dataset = scanner.look(order, progress, cancel);
        FramedDataset framed = FramedDataset.look(dataset, wish, order.options().allowFew());
        DatasetReport plain =
                report(
                        dataset,
                        wish.subjectCrop()
                                ? new SubjectCrops(reader, faces).look(framed, progress, cancel)
                                : framed);
        DatasetReport report = facesToo ? withFaces(plain, progress, cancel) : plain;
        if (sheet != null) {
            ContactSheet.write(report, thumbnails, sheet);
        }
        return report;
    }

    /** The same without a look for faces. */
    public DatasetReport prepare(
            DatasetOrder order,
            FramingWish wish,
            @Nullable Path sheet,
            ProgressListener progress,
            CancelToken cancel) {
        return prepare(order, wish, false, sheet, progress, cancel);
    }

    /** The report on a dataset that was looked through, with its pictures framed. */
    static DatasetReport report(Dataset dataset, FramedDataset framed) {
        NamesFrom names = NamesFrom.of(dataset);
        List<PictureReport> pictures = new ArrayList<>();
        List<DatasetPicture> before = new ArrayList<>();
        for (FramedPicture one : framed.pictures()) {
            DatasetPicture picture = one.picture();
            pictures.add(
                    new PictureReport(
                            picture,
                            names.name(picture.file()),
                            one.framing(),
                            SourceCrop.of(picture.width(), picture.height(), one.framing()),
                            Findings.scale(picture, one.framing()),
                            Findings.of(one, before)));
            before.add(picture);
        }
        return new DatasetReport(
                dataset,
                pictures,
                framed.leftOut(),
                buckets(framed.pictures()),
                Tags.ranked(
                        framed.pictures().stream().map(one -> one.picture().caption()).toList()),
                framed.notes(),
                framed.obstacles());
    }

    private static List<BucketCount> buckets(List<FramedPicture> pictures) {
        List<Integer> repeats =
                EpochRepeats.of(pictures.stream().map(FramedPicture::picture).toList());
        Map<Buckets.Size, BucketCount> counts = new LinkedHashMap<>();
        for (int i = 0; i < pictures.size(); i++) {
            int width = pictures.get(i).framing().width();
            int height = pictures.get(i).framing().height();
            counts.merge(
                    new Buckets.Size(width, height),
                    new BucketCount(width, height, 1, repeats.get(i)),
                    (one, other) ->
                            new BucketCount(
                                    width,
                                    height,
                                    one.pictures() + other.pictures(),
                                    one.shown() + other.shown()));
        }
        return counts.values().stream()
                .sorted(Comparator.comparingInt(BucketCount::pictures).reversed())
                .toList();
    }
}
