package atelier.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.library.CatalogEntry;
import atelier.service.library.download.Catalog;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What services and engine say, in the window's languages; the sources are read for what it is. */
class SentencesTest {

    private static final Path SOURCES =
            Path.of(System.getProperty("project.dir"), "src", "main", "java", "atelier");

    /** What is said in the terminal alone, or by what the window never does. */
    private static final Set<String> TERMINAL =
            Set.of("app", "cli", "service/bench", "service/starter", "ui/screenshot", "ui/work");

    private static final Pattern FORMAT = Pattern.compile("%[,.\\d]*[sdf]");
    private static final Pattern GAP = Pattern.compile("%(\\d\\$)?s");
    private static final Map<String, String> RUSSIAN = Sentences.read("sentences_ru.json");

    private final Texts texts = new Texts(Language.RUSSIAN);

    @Test
    void knowsEverySentenceThatTheWindowMayHaveToSay() throws IOException {
        Set<String> unknown = new TreeSet<>(said());
        assertThat(unknown).as("sentences found").hasSizeGreaterThan(200);
        unknown.removeAll(RUSSIAN.keySet());
        assertThat(unknown).as("without a translation").isEmpty();
    }

    @Test
    void translationsFillEveryGap() {
        RUSSIAN.forEach((english, russian) -> {
            assertThat(gaps(russian)).as(english).hasSameSizeAs(gaps(english));
            assertThat(russian).isNotEqualTo(english);
            assertThat(russian.endsWith(".")).as(english).isEqualTo(english.endsWith("."));
        });
    }

    @Test
    void knowsWhatTheCatalogSays() {
        List<CatalogEntry> entries =
                Catalog.read(Path.of(System.getProperty("project.dir"), "models", "catalog"));
        assertThat(entries).isNotEmpty();
        assertThat(entries)
                .flatMap(one -> List.of(one.purpose(), one.licence().text(), one.note()))
                .filteredOn(one -> !one.isEmpty())
                .allSatisfy(one -> assertThat(texts.said(one)).matches("(?s).*[а-я].*"));
    }

    /** They stand in the training panel's header while a run begins. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Reading pictures",
                "Hashing",
                "Loading the UNet",
                "Loading the first text encoder",
                "Loading the second text encoder",
                "Caching latents and texts",
                "Drawing previews",
                "Training",
                "Writing"
            })
    void knowsTheStagesOfATraining(String stage) {
        assertThat(texts.said(stage)).matches("[^A-Z]*[а-я]+[^A-Z]*|загрузка: UNet");
    }

    private static List<String> gaps(String sentence) {
        return GAP.matcher(sentence).results().map(MatchResult::group).toList();
    }

    @Test
    void namesAndNumbersStayAndSentencesInGapsAreSaidToo() {
        assertThat(
                        texts.said(
                                "/a b/c.png cannot be read: there is no such file; check its name and that its disk is connected."))
                .isEqualTo(
                        "/a b/c.png не читается: такого файла нет; проверьте имя и подключён ли диск.");
    }

    @Test
    void gapsMayChangePlaces() {
        assertThat(texts.said("There is no sampler 'x$1'; choose one of euler, ddim."))
                .isEqualTo("Значения «x$1» для «sampler» нет; выберите одно из: euler, ddim.");
    }

    @Test
    void theLongestOfSeveralIsMeant() {
        assertThat(texts.said("a.pt is a folder, not a .safetensors file: choose such a file."))
                .isEqualTo("a.pt — folder, а не файл .safetensors: выберите такой файл.");
    }

    @Test
    void whatIsNotKnownStaysAsItIs() {
        assertThat(texts.said("Nobody ever said this.")).isEqualTo("Nobody ever said this.");
        texts.language().set(Language.ENGLISH);
        assertThat(texts.said("This change was taken back before."))
                .isEqualTo("This change was taken back before.");
    }

    /** The templates of all failures, notices and reasons in the sources. */
    private static Set<String> said() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Set<String> said = new TreeSet<>();
        try (Stream<Path> all = Files.walk(SOURCES);
                StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<Path> sources =
                    all.filter(file -> file.toString().endsWith(".java"))
                            .filter(SentencesTest::isForTheWindow)
                            .toList();
            JavacTask parsing =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    files,
                                    null,
                                    null,
                                    null,
                                    files.getJavaFileObjectsFromPaths(sources));
            for (CompilationUnitTree source : parsing.parse()) {
                new Finder(said).scan(source, null);
            }
        }
        return said;
    }

    private static boolean isForTheWindow(Path source) {
        String inside = SOURCES.relativize(source).toString().replace('\\', '/');
        return TERMINAL.stream().noneMatch(part -> inside.startsWith(part + "/"));
    }

    /** Collects what is handed to failures, notices and reasons. */
    private static final class Finder extends TreeScanner<Void, Void> {

        private static final Set<String> FAILURES =
                Set.of(
                        "AtelierException",
                        "DamagedStateException",
                        "NotFiniteException",
                        "RunPausedException");

        private final Set<String> said;

        Finder(Set<String> said) {
            this.said = said;
        }

        @Override
        public Void visitNewClass(NewClassTree made, Void nothing) {
            String name = made.getIdentifier().toString();
            List<? extends ExpressionTree> arguments = made.getArguments();
            if (FAILURES.contains(name) && !arguments.isEmpty()) {
                take(arguments.getFirst());
            } else if (name.equals("LeftOut") && arguments.size() > 1) {
                take(arguments.get(1));
            }
            return super.visitNewClass(made, nothing);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            if (call.getMethodSelect() instanceof MemberSelectTree method
                    && method.getIdentifier().contentEquals("noticed")) {
                take(call.getArguments().getFirst());
            }
            return super.visitMethodInvocation(call, nothing);
        }

        private void take(ExpressionTree argument) {
            templates(argument).stream()
                    .filter(one -> GAP.matcher(one).replaceAll("").matches("(?s).*\\w.*"))
                    .forEach(said::add);
        }

        /** What an expression may come to, with gaps where values go. */
        private static List<String> templates(ExpressionTree expression) {
            return switch (expression) {
                case LiteralTree literal when literal.getKind() == Kind.STRING_LITERAL ->
                        List.of((String) literal.getValue());
                case ParenthesizedTree inner -> templates(inner.getExpression());
                case ConditionalExpressionTree choice ->
                        joined(
                                templates(choice.getTrueExpression()),
                                templates(choice.getFalseExpression()));
                case BinaryTree sum when sum.getKind() == Kind.PLUS ->
                        products(templates(sum.getLeftOperand()), templates(sum.getRightOperand()));
                case MethodInvocationTree call
                        when call.getMethodSelect() instanceof MemberSelectTree method
                                && method.getIdentifier().contentEquals("formatted") ->
                        templates(method.getExpression()).stream()
                                .map(text -> FORMAT.matcher(text).replaceAll("%s"))
                                .map(text -> text.replace("%%", "%"))
                                .toList();
                default -> List.of("%s");
            };
        }

        private static List<String> joined(List<String> some, List<String> others) {
            return Stream.concat(some.stream(), others.stream()).toList();
        }

        private static List<String> products(List<String> starts, List<String> ends) {
            List<String> products = new ArrayList<>();
            starts.forEach(start -> ends.forEach(end -> products.add(start + end)));
            return products;
        }
    }
}
