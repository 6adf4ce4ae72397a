package atelier.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The manifest of natives against the jars that this build really has. */
class NativeManifestTest {

    private static final Set<String> PLATFORMS =
            Set.of("linux-x86_64", "linux-aarch64", "win-x86_64", "osx-aarch64");
    private static final Set<String> CUDA_PLATFORMS = Set.of("linux-x86_64", "win-x86_64");

    private static List<JsonNode> natives() throws IOException {
        Path file = Path.of(System.getProperty("project.dir"), "native", "manifest.json");
        return new JsonMapper()
                .readTree(Files.readString(file))
                .get("natives")
                .valueStream()
                .toList();
    }

    private static Set<String> platforms(String component, boolean cuda) throws IOException {
        return natives().stream()
                .filter(entry -> entry.get("component").asString().equals(component))
                .filter(entry -> entry.get("flavour").asString().startsWith("cu") == cuda)
                .map(entry -> entry.get("platform").asString())
                .collect(Collectors.toSet());
    }

    private static String jarName(JsonNode maven) {
        String classifier = maven.has("classifier") ? "-" + maven.get("classifier").asString() : "";
        return maven.get("artifact").asString()
                + "-"
                + maven.get("version").asString()
                + classifier
                + ".jar";
    }

    private static Stream<Path> classPath() {
        String path =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(path.split(File.pathSeparator)).map(Path::of);
    }

    @Test
    void everyPlatformHasBothEnginesAndNvidiasTwoHaveThemForCuda() throws IOException {
        for (String component : List.of("libtorch", "onnxruntime")) {
            assertThat(platforms(component, false)).isEqualTo(PLATFORMS);
            assertThat(platforms(component, true)).isEqualTo(CUDA_PLATFORMS);
        }
    }

    @Test
    void cudaNeedsOneMajorReleaseOfCudaAndOfCudnnForBothEngines() throws IOException {
        assertThat(
                        natives().stream()
                                .filter(entry -> entry.has("requires"))
                                .map(entry -> entry.get("requires"))
                                .map(needs ->
                                        needs.get("cuda").asString().split("\\.")[0]
                                                + " "
                                                + needs.get("cudnn").asString()))
                .hasSize(4)
                .containsOnly("12 9");
    }

    @TestFactory
    Stream<DynamicTest> eachJarOfThisBuildIsTheOneInTheManifest() throws IOException {
        List<DynamicTest> tests =
                natives().stream()
                        .filter(entry -> entry.has("maven") && entry.get("maven").has("sha256"))
                        .flatMap(entry ->
                                classPath()
                                        .filter(jar -> jar.endsWith(jarName(entry.get("maven"))))
                                        .map(jar ->
                                                DynamicTest.dynamicTest(
                                                        title(entry), () -> check(entry, jar))))
                        .toList();
        assertThat(tests)
                .extracting(DynamicTest::getDisplayName)
                .contains(
                        "libtorch " + System.getProperty("platform"),
                        "onnxruntime " + System.getProperty("platform"));
        return tests.stream();
    }

    private static String title(JsonNode entry) {
        return entry.get("component").asString() + " " + entry.get("platform").asString();
    }

    private static void check(JsonNode entry, Path jar)
            throws IOException, NoSuchAlgorithmException {
        JsonNode maven = entry.get("maven");
        assertThat(Files.size(jar)).isEqualTo(maven.get("size").asLong());
        assertThat(sha256(jar)).isEqualTo(maven.get("sha256").asString());
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            Set<String> names =
                    zip.stream()
                            .map(file -> Path.of(file.getName()).getFileName().toString())
                            .collect(Collectors.toSet());
            assertThat(names)
                    .containsAll(
                            entry.get("libraries").valueStream().map(JsonNode::asString).toList());
        }
    }

    private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
