package atelier.service.starter;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.starter.Accessory;
import atelier.model.starter.DrawingStyle;
import atelier.model.starter.EyeColour;
import atelier.model.starter.FaceShape;
import atelier.model.starter.HairColour;
import atelier.model.starter.HairStyle;
import atelier.model.starter.NoseShape;
import atelier.model.starter.Portrait;
import atelier.model.starter.PortraitAttribute;
import atelier.model.starter.SkinTone;
import atelier.service.starter.painter.Painter;
import atelier.service.starter.painter.PortraitSampler;
import atelier.service.storage.PictureReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SampleCharacterTest {

    private static final Path DATA = Path.of(System.getProperty("project.dir"), "sample-data");
    private static final int SIZE = 512;

    private static List<SamplePortrait> all() {
        List<SamplePortrait> all = new ArrayList<>(SampleCharacter.toLearn());
        all.addAll(SampleCharacter.toCompare());
        return all;
    }

    @Test
    void sheIsOnePersonInSixteenPicturesToLearnAndEightToCompare() {
        assertThat(SampleCharacter.toLearn()).hasSize(16);
        assertThat(SampleCharacter.toCompare()).hasSize(8);
        assertThat(all()).extracting(SamplePortrait::portrait).doesNotHaveDuplicates();
        for (PortraitAttribute attribute : SampleCharacter.identity()) {
            assertThat(all())
                    .extracting(one -> attribute.in(one.portrait()))
                    .containsOnly(attribute.in(all().getFirst().portrait()));
        }
        assertThat(all()).allMatch(one -> PortraitSampler.isSeen(one.portrait()));
    }

    @Test
    void whatIsNotHerVaries() {
        for (String name :
                List.of(
                        "background",
                        "time",
                        "style",
                        "turn",
                        "tilt",
                        "framing",
                        "expression",
                        "garment")) {
            PortraitAttribute attribute =
                    PortraitAttribute.ALL.stream()
                            .filter(one -> one.name().equals(name))
                            .findFirst()
                            .orElseThrow();
            assertThat(
                            SampleCharacter.toLearn().stream()
                                    .map(one -> attribute.in(one.portrait()))
                                    .distinct())
                    .as(name)
                    .hasSameSizeAs(attribute.values());
        }
    }

    @Test
    void captionsNameHerAndSayNothingOfWhatMakesHer() {
        for (SamplePortrait one : all()) {
            assertThat(one.caption().text()).contains(SampleCharacter.NAME);
            assertThat(one.caption().said())
                    .hasSizeGreaterThan(3)
                    .allMatch(one.portrait()::has)
                    .noneMatch(trait ->
                            SampleCharacter.identity().contains(PortraitAttribute.of(trait)));
        }
    }

    @Test
    void noRandomPortraitIsLikeHer() {
        SamplePortraits portraits = new SamplePortraits(0);
        Portrait her = all().getFirst().portrait();
        for (int i = 0; i < 1000; i++) {
            SamplePortrait one = portraits.at(i);
            assertThat(
                            one.portrait().hairStyle() == HairStyle.BUNS
                                    && one.portrait().hairColour() == HairColour.WHITE)
                    .isFalse();
            long shared =
                    SampleCharacter.identity().stream()
                            .filter(attribute ->
                                    attribute.in(her).equals(attribute.in(one.portrait())))
                            .count();
            assertThat(shared).isLessThanOrEqualTo(5);
            assertThat(one.caption().text()).doesNotContainIgnoringCase(SampleCharacter.NAME);
        }
    }

    @Test
    void onlyWhoIsMuchLikeHerIsTakenForHer() {
        Portrait her = all().getFirst().portrait();
        assertThat(all()).allMatch(one -> SampleCharacter.isLike(one.portrait()));
        assertThat(SampleCharacter.isLike(her.with(HairColour.PINK, DrawingStyle.SOFT))).isTrue();
        assertThat(
                        SampleCharacter.isLike(
                                her.with(
                                        HairStyle.BOB,
                                        EyeColour.BLUE,
                                        FaceShape.ROUND,
                                        Accessory.NONE,
                                        NoseShape.BROAD,
                                        SkinTone.FAIR)))
                .isFalse();
    }

    @Test
    void aPlaceInARowOfPortraitsIsTheSameFromEitherEnd() {
        SamplePortraits portraits = new SamplePortraits(5);
        SamplePortrait third = portraits.at(3);
        portraits.at(100);
        assertThat(new SamplePortraits(5).at(3)).isEqualTo(third);
        assertThat(new SamplePortraits(6).at(3)).isNotEqualTo(third);
        assertThat(portraits.at(4)).isNotEqualTo(third);
    }

    @TestFactory
    Stream<DynamicTest> theCommittedPicturesAreWhatThePainterPaints() {
        return Stream.concat(
                committed("character", SampleCharacter.toLearn()),
                committed("held-out", SampleCharacter.toCompare()));
    }

    private static Stream<DynamicTest> committed(String folder, List<SamplePortrait> samples) {
        return Stream.iterate(0, i -> i < samples.size(), i -> i + 1)
                .map(i ->
                        DynamicTest.dynamicTest(
                                "%s %02d".formatted(folder, i + 1),
                                () ->
                                        requireCommitted(
                                                DATA.resolve(folder),
                                                "%02d".formatted(i + 1),
                                                samples.get(i))));
    }

    private static void requireCommitted(Path folder, String name, SamplePortrait sample)
            throws IOException {
        BufferedImage read = new PictureReader().read(folder.resolve(name + ".png"));
        BufferedImage painted =
                new Painter().paint(sample.portrait(), sample.seed(), SIZE).picture();
        assertThat(read.getWidth()).isEqualTo(SIZE);
        assertThat(read.getRGB(0, 0, SIZE, SIZE, null, 0, SIZE))
                .isEqualTo(painted.getRGB(0, 0, SIZE, SIZE, null, 0, SIZE));
        assertThat(folder.resolve(name + ".txt")).hasContent(sample.caption().text());
    }

    @Test
    void nothingElseIsCommittedBesideThem() throws IOException {
        try (Stream<Path> files = Files.walk(DATA)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(2 * (16 + 8) + 1);
        }
    }
}
