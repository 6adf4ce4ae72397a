package atelier.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The two languages say the same, and everything that is said is in both. */
class BundlesTest {

    private static final Path MAIN = Path.of(System.getProperty("project.dir"), "src", "main");
    private static final Path FOLDER = MAIN.resolve("resources/atelier/ui/text");
    private static final Pattern GAP = Pattern.compile("\\{\\d(,\\w+)?");
    private static final Pattern IN_LAYOUT = Pattern.compile("\\$\\{texts\\.([\\w.]+)}");
    private static final Pattern IN_CODE =
            Pattern.compile("(?:Phrase\\.of|\\.say)\\(\\s*\"([\\w.-]+)\"\\s*[,)]");

    /** Beginnings of keys whose ends are names of values, such as those of an enumeration. */
    private static final List<String> BY_VALUE =
            List.of(
                    "rail.",
                    "first.device-",
                    "job.",
                    "palette.",
                    "command.look-",
                    "settings.look-",
                    "settings.disk-",
                    "sample.",
                    "setting.",
                    "setting-help.",
                    "training.subject-",
                    "training.speed-",
                    "training.state-",
                    "filter.",
                    "caption.",
                    "state.",
                    "gallery.",
                    "library.tab-",
                    "library.filter-",
                    "library.column-",
                    "library.fault-",
                    "library.lack-",
                    "library.mend-",
                    "library.become-",
                    "library.fact-",
                    "library.model-",
                    "history.",
                    "health.",
                    "adapter-type.",
                    "review.metric-",
                    "review.band-",
                    "review.view-",
                    "review.outcome-",
                    "sampler.",
                    "schedule.",
                    "restorer.",
                    "rest.entry-",
                    "rest.filter-",
                    "rest.face-",
                    "tagging.tagger-",
                    "tagging.use-");

    private final Map<String, String> english = read("messages.properties");
    private final Map<String, String> russian = read("messages_ru.properties");

    private static Map<String, String> read(String file) {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(FOLDER.resolve(file))) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream()
                .collect(
                        Collectors.toMap(
                                key -> key, properties::getProperty, (a, _) -> a, TreeMap::new));
    }

    private static String sources(Path root, String... endings) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Stream.of(endings).anyMatch(file.toString()::endsWith)) {
                    all.append(Files.readString(file));
                }
            }
        }
        return all.toString();
    }

    private static String layouts() throws IOException {
        return sources(MAIN.resolve("resources/atelier/ui"), ".fxml");
    }

    private static String code() throws IOException {
        return sources(MAIN.resolve("java/atelier/ui"), ".java")
                + sources(MAIN.resolve("java/atelier/app"), ".java");
    }

    @Test
    void bothHaveTheSameKeys() {
        assertThat(russian.keySet()).isEqualTo(english.keySet());
    }

    @Test
    void noKeyIsThereTwice() throws IOException {
        for (String file : List.of("messages.properties", "messages_ru.properties")) {
            List<String> keys =
                    Files.readAllLines(FOLDER.resolve(file)).stream()
                            .filter(line -> line.contains("="))
                            .map(line -> line.substring(0, line.indexOf('=')))
                            .toList();
            assertThat(keys).as(file).doesNotHaveDuplicates();
        }
    }

    @Test
    void bothHaveTheSameGaps() {
        english.forEach((key, message) -> {
            // The services say in English what settings mean; other languages say it here.
            if (!key.startsWith("setting-help.")) {
                assertThat(gaps(russian.get(key))).as(key).isEqualTo(gaps(message));
            }
        });
    }

    private static Set<String> gaps(String message) {
        return GAP.matcher(message)
                .results()
                .map(gap -> gap.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void wordsWithANumberHaveAllTheirForms() {
        assertThat(russian.values())
                .allSatisfy(message ->
                        assertThat(Pattern.compile("\\{\\d\\|([^}]*)}").matcher(message).results())
                                .allSatisfy(
                                        gap -> assertThat(gap.group(1).split("\\|")).hasSize(3)));
    }

    @Test
    void noKeyIsUnused() throws IOException {
        String everything = code() + layouts();
        assertThat(english.keySet())
                .filteredOn(key -> BY_VALUE.stream().noneMatch(key::startsWith))
                .filteredOn(key ->
                        !everything.contains('"' + key + '"')
                                && !everything.contains("${texts." + key + '}'))
                .isEmpty();
    }

    @Test
    void everyKeyThatIsUsedIsThere() throws IOException {
        Stream<String> used =
                Stream.concat(
                        IN_LAYOUT.matcher(layouts()).results().map(use -> use.group(1)),
                        IN_CODE.matcher(code()).results().map(use -> use.group(1)));
        assertThat(used.collect(Collectors.toSet()))
                .hasSizeGreaterThan(30)
                .isSubsetOf(english.keySet());
    }

    @Test
    void noLineEndsBetweenANumberAndItsUnitInRussian() {
        assertThat(russian.entrySet().stream().filter(e -> e.getKey().startsWith("unit.")))
                .allSatisfy(unit -> assertThat(unit.getValue()).doesNotContain(" "));
    }
}
