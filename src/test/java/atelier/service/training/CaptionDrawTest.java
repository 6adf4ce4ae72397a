package atelier.service.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atelier.model.dataset.CaptionRule;
import atelier.model.training.CaptionSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CaptionDrawTest {

    private static final String CAPTION = "mirza, hat, smile, street";
    private static final int PLACES = 6000;

    private static CaptionDraw draw(CaptionSettings settings, CaptionRule rule) {
        return CaptionDraw.of(settings, rule, "mirza", 7);
    }

    private static CaptionDraw draw(
            double dropout, boolean shuffle, int kept, double tagDropout, String separator) {
        return new CaptionDraw(
                new CaptionSettings(dropout, shuffle, kept, tagDropout), separator, 0, "mirza", 7);
    }

    /** How often each of its texts is shown. */
    private static Map<String, Long> shown(CaptionDraw draw, String caption) {
        return IntStream.range(0, PLACES)
                .mapToObj(place -> draw.at(caption, 1, place))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    @Test
    void withNothingAskedForTheCaptionStaysAsItIs() {
        CaptionDraw draw = draw(0, false, 0, 0, "");
        String odd = "mirza,hat ,  , smile";
        assertThat(shown(draw, odd)).containsOnlyKeys(odd);
        assertThat(draw.drops()).isFalse();
        assertThat(draw.varies(odd)).isFalse();
    }

    @Test
    void dropsAllWordsAsOftenAsIsAskedFor() {
        CaptionDraw draw = draw(0.25, false, 0, 0, "");
        Map<String, Long> shown = shown(draw, CAPTION);
        assertThat(shown).containsOnlyKeys("", CAPTION);
        // Four standard deviations of so many draws.
        assertThat(shown.get("")).isCloseTo(PLACES / 4, within(135L));
        assertThat(draw.drops()).isTrue();
        assertThat(draw.varies(CAPTION)).isFalse();
        assertThat(shown(draw(1, true, 0, 0.5, ""), CAPTION)).containsOnlyKeys("");
    }

    @Test
    void tagsChangePlacesEvenlyBehindTheTrigger() {
        CaptionDraw draw = draw(0, true, 0, 0, "");
        Map<String, Long> shown = shown(draw, CAPTION);
        assertThat(shown)
                .containsOnlyKeys(
                        "mirza, hat, smile, street",
                        "mirza, hat, street, smile",
                        "mirza, smile, hat, street",
                        "mirza, smile, street, hat",
                        "mirza, street, hat, smile",
                        "mirza, street, smile, hat")
                .allSatisfy((text, count) -> assertThat(count).isCloseTo(1000, within(120L)));
        assertThat(draw.varies(CAPTION)).isTrue();
        assertThat(draw.varies("mirza, hat")).isFalse();
        assertThat(draw.drops()).isFalse();
    }

    @Test
    void asManyTagsStayAsAreKept() {
        assertThat(shown(draw(0, true, 2, 0, ""), CAPTION))
                .containsOnlyKeys("mirza, hat, smile, street", "mirza, hat, street, smile");
        assertThat(shown(draw(0, true, 99, 0.5, ""), CAPTION)).containsOnlyKeys(CAPTION);
    }

    @Test
    void aTriggerOfSeveralTagsStaysWhole() {
        CaptionDraw draw =
                new CaptionDraw(new CaptionSettings(0, true, 0, 0.5), "", 0, "Mirza,  tall man", 7);
        assertThat(shown(draw, "Mirza, tall man, hat, smile"))
                .containsOnlyKeys(
                        "Mirza, tall man",
                        "Mirza, tall man, hat",
                        "Mirza, tall man, smile",
                        "Mirza, tall man, hat, smile",
                        "Mirza, tall man, smile, hat");
    }

    @Test
    void tagsAreDroppedOneByOneButNeverTheTrigger() {
        Map<String, Long> shown = shown(draw(0, false, 0, 0.25, ""), "mirza, hat, smile");
        assertThat(shown)
                .containsOnlyKeys("mirza", "mirza, hat", "mirza, smile", "mirza, hat, smile");
        assertThat(shown.get("mirza, hat, smile"))
                .isCloseTo(Math.round(PLACES * 0.75 * 0.75), within(160L));
        assertThat(shown.get("mirza")).isCloseTo(Math.round(PLACES / 16.0), within(75L));
        assertThat(shown(draw(0, false, 0, 1, ""), "portrait of Mirza, hat, mirzapur, old mirza"))
                .containsOnlyKeys("portrait of Mirza, old mirza");
        assertThat(shown(draw(0, false, 0, 1, ""), "hat, smile of mirza, street"))
                .containsOnlyKeys("smile of mirza");
    }

    @Test
    void theSeparatorKeepsWhatStandsAroundAndIsNeverShown() {
        CaptionDraw draw = draw(0, true, 0, 0, "|||");
        String separated = "mirza, man ||| hat, smile ||| photo";
        assertThat(shown(draw, separated))
                .containsOnlyKeys("mirza, man, hat, smile, photo", "mirza, man, smile, hat, photo");
        assertThat(draw(0, false, 0, 0, "|||").at(separated, 1, 0))
                .isEqualTo(draw.whole(separated))
                .isEqualTo("mirza, man, hat, smile, photo");
        assertThat(draw.whole("mirza ||| hat")).isEqualTo("mirza, hat");
        assertThat(draw.whole("no separator, here")).isEqualTo("no separator, here");
    }

    @Test
    void whatASubsetSaysGoesBeforeThePlan() {
        CaptionSettings plan = new CaptionSettings(0.1, true, 2, 0.2);
        assertThat(draw(plan, CaptionRule.PLAIN).settings()).isEqualTo(plan);
        CaptionRule own =
                new CaptionRule(List.of(".txt"), "", "", "", false, 0, "|||", 0.0, 3, 0.0);
        CaptionDraw draw = draw(plan, own);
        assertThat(draw.settings()).isEqualTo(new CaptionSettings(0, false, 0, 0));
        assertThat(draw.separator()).isEqualTo("|||");
        assertThat(draw.drops()).isTrue();
        assertThat(IntStream.rangeClosed(1, 6).mapToObj(epoch -> draw.at("mirza", epoch, 5)))
                .containsExactly("mirza", "mirza", "", "mirza", "mirza", "");
    }

    @Test
    void dependsOnSeedAndPlaceAlone() {
        CaptionDraw draw = draw(0.2, true, 0, 0.2, "");
        CaptionDraw other = new CaptionDraw(draw.settings(), "", 0, "mirza", 8);
        assertThat(texts(draw)).isEqualTo(texts(draw)).isNotEqualTo(texts(other));
        assertThat(draw.at(CAPTION, 1, 17)).isEqualTo(texts(draw).get(17));
    }

    private static List<String> texts(CaptionDraw draw) {
        String[] texts = new String[50];
        Arrays.setAll(texts, place -> draw.at(CAPTION, 1, place));
        return List.of(texts);
    }
}
