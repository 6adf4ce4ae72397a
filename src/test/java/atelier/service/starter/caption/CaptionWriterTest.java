package atelier.service.starter.caption;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.starter.Accessory;
import atelier.model.starter.Portrait;
import atelier.model.starter.PortraitAttribute;
import atelier.model.starter.Trait;
import atelier.service.starter.painter.Dice;
import atelier.service.starter.painter.PortraitSampler;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CaptionWriterTest {

    private static final int MANY = 2000;

    private final CaptionWriter writer = new CaptionWriter();
    private final PortraitSampler sampler = new PortraitSampler();
    private final SaidTraits reader = new SaidTraits();

    private List<Caption> captions() {
        return LongStream.range(0, MANY)
                .mapToObj(seed -> writer.write(sampler.draw(seed), seed))
                .toList();
    }

    @Test
    void nothingIsSaidThatIsNotSo() {
        for (long seed = 0; seed < MANY; seed++) {
            Portrait portrait = sampler.draw(seed);
            Caption caption = writer.write(portrait, seed);
            assertThat(caption.said()).as(caption.text()).allMatch(portrait::has);
            assertThat(reader.of(caption.text()))
                    .as(caption.text())
                    .containsExactlyInAnyOrderElementsOf(caption.said());
        }
    }

    @Test
    void everyTraitThatIsAThingIsSaidAtLeastSometimes() {
        Map<Trait, Integer> counts = new HashMap<>();
        captions()
                .forEach(caption ->
                        caption.said().forEach(trait -> counts.merge(trait, 1, Integer::sum)));
        for (PortraitAttribute attribute : PortraitAttribute.ALL) {
            for (Trait value : attribute.values()) {
                if (value != Accessory.NONE) {
                    assertThat(counts.getOrDefault(value, 0))
                            .as("%s %s", attribute.name(), value)
                            .isGreaterThan(10);
                }
            }
        }
    }

    @Test
    void captionsDifferInLengthAndForm() {
        List<String> texts = captions().stream().map(Caption::text).toList();
        assertThat(new HashSet<>(texts)).hasSizeGreaterThan(MANY * 98 / 100);
        assertThat(count(texts, "^\\S+, [^.]*$")).as("tags").isGreaterThan(MANY / 8);
        assertThat(count(texts, " (has|wears|is) .*\\.$")).as("sentences").isGreaterThan(MANY / 8);
        assertThat(count(texts, "^An? .* of ")).as("portraits of").isGreaterThan(MANY / 8);
        assertThat(count(texts, "^(On|In|By|At|Against) ")).as("places").isGreaterThan(MANY / 40);
        assertThat(count(texts, "^(\\S+ ){1,7}\\S+$")).as("short").isGreaterThan(MANY / 12);
        assertThat(count(texts, "^(\\S+ ){25,}\\S+$")).as("long").isGreaterThan(MANY / 12);
    }

    private static long count(List<String> texts, String regex) {
        Pattern pattern = Pattern.compile(regex);
        return texts.stream().filter(text -> pattern.matcher(text).find()).count();
    }

    @Test
    void captionsAreOneLineThatFitsATextEncoder() {
        for (Caption caption : captions()) {
            // A word of these is a token, as is each comma and full stop; 75 is the limit.
            int tokens = caption.text().split("[\\s-]+|(?=[,.])").length;
            assertThat(tokens).as(caption.text()).isLessThanOrEqualTo(72);
            assertThat(caption.text())
                    .doesNotContain("  ", " ,", ",,", "..", "\n", " and and ", "is .")
                    .doesNotEndWith(",")
                    .doesNotEndWith(" ");
        }
    }

    @Test
    void aSeedGivesOneCaption() {
        Portrait portrait = sampler.draw(3);
        assertThat(writer.write(portrait, 4)).isEqualTo(writer.write(portrait, 4));
        assertThat(writer.write(portrait, 4)).isNotEqualTo(writer.write(portrait, 5));
    }

    @Test
    void mostPeopleHaveANameAndNamesAreManyAndNoWordsOfTheVocabulary() {
        Set<String> vocabulary =
                PortraitAttribute.ALL.stream()
                        .flatMap(attribute -> attribute.values().stream())
                        .flatMap(value -> List.of(value.words().split("[ -]")).stream())
                        .collect(Collectors.toSet());
        Portrait portrait = sampler.draw(0);
        Set<String> names = new HashSet<>();
        int named = 0;
        for (long seed = 0; seed < MANY; seed++) {
            String first = writer.write(portrait, "@", seed).text();
            assertThat(first).contains("@");
            String text = writer.write(portrait, seed).text();
            boolean unnamed =
                    text.toLowerCase(Locale.ROOT)
                            .matches(".*\\b(a person|somebody|a cartoon character)\\b.*");
            named += unnamed ? 0 : 1;
            names.add(Names.invent(new Dice(seed, "name")));
        }
        assertThat(named).isBetween(MANY * 76 / 100, MANY * 84 / 100);
        assertThat(names).hasSizeGreaterThan(MANY * 95 / 100);
        assertThat(names).noneMatch(name -> vocabulary.contains(name.toLowerCase(Locale.ROOT)));
        assertThat(names).anyMatch(name -> Character.isLowerCase(name.charAt(0)));
        assertThat(names).allMatch(name -> name.matches("\\p{L}{4,16}"));
    }

    @Test
    void ofSilentAttributesNothingIsSaid() {
        Set<PortraitAttribute> silent =
                PortraitAttribute.ALL.stream()
                        .filter(one -> one.name().startsWith("hair") || one.name().equals("accent"))
                        .collect(Collectors.toSet());
        CaptionWriter quiet = new CaptionWriter(silent, 5);
        for (long seed = 0; seed < MANY; seed++) {
            Caption caption = quiet.write(sampler.draw(seed), "Oruna", seed);
            assertThat(reader.of(caption.text()))
                    .as(caption.text())
                    .noneMatch(trait -> silent.contains(PortraitAttribute.of(trait)));
            assertThat(caption.text()).contains("Oruna");
            assertThat(caption.said()).hasSizeGreaterThanOrEqualTo(4);
        }
    }
}
