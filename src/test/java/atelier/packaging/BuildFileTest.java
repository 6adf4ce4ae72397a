package atelier.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/**
 * The dependencies that each of the two builds has, read from the build file: for CPUs, and with
 * profile {@code cuda}.
 */
class BuildFileTest {

    private static final String CUDA = "/project/profiles/profile[id='cuda']";

    private final XPath xpath = XPathFactory.newInstance().newXPath();
    private Document pom;

    @BeforeEach
    void read() throws Exception {
        pom =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new File(System.getProperty("project.dir"), "pom.xml"));
    }

    private String text(String path) throws XPathExpressionException {
        return xpath.evaluate(path, pom);
    }

    private Stream<String> texts(String path) throws XPathExpressionException {
        NodeList nodes = (NodeList) xpath.evaluate(path, pom, XPathConstants.NODESET);
        return IntStream.range(0, nodes.getLength()).mapToObj(i -> nodes.item(i).getTextContent());
    }

    private String dependency(String group, String part) throws XPathExpressionException {
        return text("/project/dependencies/dependency[groupId='%s']/%s".formatted(group, part));
    }

    @Test
    void theEnginesOfACpuAreTheDefault() throws XPathExpressionException {
        assertThat(text("/project/properties/onnxruntime.artifact")).isEqualTo("onnxruntime");
        assertThat(text("/project/properties/libtorch.cpu.scope")).isEqualTo("runtime");
    }

    @Test
    void cudaReplacesOnnxRuntimeByTheBuildForGpus() throws XPathExpressionException {
        assertThat(texts("//dependency[groupId='com.microsoft.onnxruntime']/artifactId"))
                .containsExactly("${onnxruntime.artifact}");
        assertThat(text(CUDA + "/properties/onnxruntime.artifact")).isEqualTo("onnxruntime_gpu");
        assertThat(dependency("com.microsoft.onnxruntime", "classifier")).isEmpty();
    }

    @Test
    void cudaLeavesLibTorchForCpusToTheTests() throws XPathExpressionException {
        assertThat(texts("//dependency[starts-with(artifactId, 'pytorch-native')]/scope"))
                .containsExactly("${libtorch.cpu.scope}");
        assertThat(text(CUDA + "/properties/libtorch.cpu.scope")).isEqualTo("test");
    }

    @Test
    void cudaAddsNoDependencyOfItsOwn() throws XPathExpressionException {
        assertThat(texts("/project/profiles/profile/dependencies/dependency/artifactId")).isEmpty();
    }

    @Test
    void theBuildStopsWhenCudaHoldsBothOrThePlatformHasNone() throws XPathExpressionException {
        String rules = CUDA + "//plugin[artifactId='maven-enforcer-plugin']//rules";
        assertThat(texts(rules + "/bannedDependencies/excludes/exclude"))
                .contains(
                        "com.microsoft.onnxruntime:onnxruntime",
                        "ai.djl.pytorch:pytorch-native-cpu:*:*:runtime");
        String platforms = text(rules + "/requireProperty[property='platform']/regex");
        assertThat("linux-x86_64").matches(platforms);
        assertThat("win-x86_64").matches(platforms);
        assertThat("osx-aarch64").doesNotMatch(platforms);
        assertThat("linux-aarch64").doesNotMatch(platforms);
    }

    @Test
    void eachPlatformOfTheMachineCanBeAskedForByName() throws XPathExpressionException {
        for (String platform :
                text("//execution[id='build-needs']//requireProperty[property='platform']/regex")
                        .split("\\|")) {
            String on = "/project/profiles/profile[id='on-%s']/properties/".formatted(platform);
            String asked =
                    "/project/profiles/profile[activation/property/value='%s']/properties/"
                            .formatted(platform);
            assertThat(text(on + "platform")).isEqualTo(platform);
            for (String library : new String[] {"libtorch.platform", "javafx.platform"}) {
                assertThat(text(asked + library))
                        .as("%s of %s", library, platform)
                        .isNotEmpty()
                        .isEqualTo(text(on + library));
            }
        }
    }
}
