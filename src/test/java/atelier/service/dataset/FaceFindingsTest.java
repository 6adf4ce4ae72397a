package atelier.service.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.dataset.Finding;
import atelier.model.dataset.Framing;
import atelier.model.dataset.PictureReport;
import atelier.model.dataset.SourceCrop;
import atelier.model.restoration.DetectedFace;
import atelier.model.restoration.FaceBox;
import atelier.model.restoration.FaceLandmarks;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Faces of a picture of 1000 × 800 of which the middle 500 × 800 are trained on, half as large. */
class FaceFindingsTest {

    private static List<Finding> of(FaceBox... boxes) {
        PictureReport report =
                new PictureReport(
                        Pictures.of(Path.of("a.png"), null),
                        "a.png",
                        new Framing(400, 400, 0, 0, 250, 400),
                        new SourceCrop(250, 0, 500, 800),
                        0.5,
                        List.of());
        return FaceFindings.of(
                report,
                Stream.of(boxes)
                        .map(box ->
                                new DetectedFace(
                                        box,
                                        FaceLandmarks.of(
                                                Stream.generate(box::middle).limit(5).toList()),
                                        0.9))
                        .toList());
    }

    @Test
    void aLargeFaceInTheCropIsSound() {
        assertThat(of(new FaceBox(400, 200, 150, 200))).isEmpty();
        // Others in the background are small.
        assertThat(of(new FaceBox(400, 200, 150, 200), new FaceBox(0, 0, 90, 119))).isEmpty();
    }

    @Test
    void noFaceASmallOneACutOneAndSeveralAreTold() {
        assertThat(of()).containsExactly(new Finding.NoFace());
        assertThat(of(new FaceBox(400, 200, 90, 127))).containsExactly(new Finding.SmallFace(63));
        assertThat(of(new FaceBox(400, 200, 90, 128))).isEmpty();
        assertThat(of(new FaceBox(150, 200, 200, 200))).containsExactly(new Finding.CutFace(0.5));
        assertThat(of(new FaceBox(300, 200, 150, 200), new FaceBox(500, 200, 90, 120)))
                .containsExactly(new Finding.SeveralFaces(2));
    }

    @Test
    void whatThePictureItselfCutsIsNotTheCropsFault() {
        assertThat(of(new FaceBox(300, -100, 200, 300))).isEmpty();
        assertThat(of(new FaceBox(-300, 100, 200, 300))).containsExactly(new Finding.CutFace(0));
    }

    @Test
    void sentencesGiveTheFigures() {
        assertThat(new Finding.SmallFace(40).sentence()).contains("40 pixels high");
        assertThat(new Finding.CutFace(0.254).sentence()).startsWith("Only 25 % of its face");
        assertThat(new Finding.SeveralFaces(3).badge()).isEqualTo("3 faces");
        assertThat(new Finding.SmallFace(40).kind()).isEqualTo("smallFace");
    }
}
