package atelier.service.starter;

import atelier.model.AtelierException;
import atelier.model.starter.PortraitAttribute;
import atelier.service.starter.painter.FacePoints;
import atelier.service.starter.painter.PaintedPortrait;
import atelier.service.storage.AtomicFiles;
import atelier.service.storage.Folders;
import atelier.service.storage.OutputFolder;
import atelier.service.storage.PngWriter;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A folder of painted portraits, each with its caption beside it as trainers want it; the masks and
 * what is known of each in folders of their own, which trainers pass over.
 */
final class SampleFolder {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path folder;

    private SampleFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes a folder for pictures.
     *
     * @throws AtelierException if it holds anything, or cannot be written to
     */
    static SampleFolder make(Path folder) {
        OutputFolder.prepare(folder);
        if (!Folders.isEmpty(folder)) {
            throw new AtelierException(
                    folder + " is not empty: choose a new folder for the pictures with --out.");
        }
        return new SampleFolder(folder);
    }

    /** Makes places for masks and points, too. */
    SampleFolder withLabels() {
        OutputFolder.prepare(folder.resolve("masks"));
        OutputFolder.prepare(folder.resolve("points"));
        return this;
    }

    /**
     * Writes a picture and its caption.
     *
     * @return the picture's file
     */
    Path write(String name, SamplePortrait sample, PaintedPortrait painted) {
        Path picture = folder.resolve(name + ".png");
        text(folder.resolve(name + ".txt"), sample.caption().text() + "\n");
        png(picture, painted.picture());
        return picture;
    }

    /** Writes a picture's mask, and what it shows, where. */
    void writeLabels(String name, SamplePortrait sample, PaintedPortrait painted) {
        png(folder.resolve("masks").resolve(name + ".png"), painted.mask());
        Map<String, String> portrait = new LinkedHashMap<>();
        for (PortraitAttribute attribute : PortraitAttribute.ALL) {
            portrait.put(attribute.name(), attribute.in(sample.portrait()).toString());
        }
        Map<String, Object> labels = new LinkedHashMap<>();
        labels.put("seed", sample.seed());
        labels.put("size", painted.picture().getWidth());
        labels.put("points", points(painted.points()));
        labels.put("portrait", portrait);
        text(
                folder.resolve("points").resolve(name + ".json"),
                JSON.writeValueAsString(labels) + "\n");
    }

    private static Map<String, List<Double>> points(FacePoints points) {
        Map<String, List<Double>> places = new LinkedHashMap<>();
        places.put("leftEye", place(points.leftEye()));
        places.put("rightEye", place(points.rightEye()));
        places.put("nose", place(points.nose()));
        places.put("leftMouth", place(points.leftMouth()));
        places.put("rightMouth", place(points.rightMouth()));
        return places;
    }

    private static List<Double> place(FacePoints.Point point) {
        return List.of(hundredths(point.x()), hundredths(point.y()));
    }

    private static double hundredths(double value) {
        return Math.round(value * 100) / 100.0;
    }

    private static void text(Path file, String text) {
        AtomicFiles.replace(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void png(Path file, BufferedImage image) {
        AtomicFiles.replace(file, out -> PngWriter.write(image, List.of(), out));
    }
}
