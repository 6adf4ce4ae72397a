package atelier.service.library.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import atelier.model.library.CatalogEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogTest {

    @TempDir private Path folder;

    private static List<CatalogEntry> shipped() {
        return Catalog.read(Path.of(System.getProperty("project.dir"), "models", "catalog"));
    }

    @Test
    void everyShippedEntryCanBeReadAndIsTold() {
        assertThat(shipped())
                .extracting(CatalogEntry::id)
                .contains("sdxl-base-1.0", "gfpgan-1.4", "yunet-2023mar", "real-esrgan-x4")
                .doesNotHaveDuplicates();
        assertThat(shipped()).extracting(CatalogEntry::file).doesNotHaveDuplicates();
        assertThat(shipped()).extracting(CatalogEntry::sha256).doesNotHaveDuplicates();
    }

    @Test
    void whatMayNotBeUsedCommerciallySaysSo() {
        assertThat(shipped())
                .filteredOn(entry -> !entry.licence().commercial())
                .extracting(CatalogEntry::id)
                .containsExactly("codeformer", "gpen-bfr-256", "gpen-bfr-512", "scrfd-10g");
        assertThat(shipped())
                .filteredOn(entry -> !entry.licence().commercial())
                .allMatch(entry -> entry.note().contains("Not for commercial use"))
                .allMatch(entry -> entry.licence().text().contains("not commercial"));
    }

    @Test
    void anEntryThatIsNotSafeIsRefused() throws IOException {
        String good =
                Files.readString(
                        Path.of(
                                System.getProperty("project.dir"),
                                "models",
                                "catalog",
                                "yunet-2023mar.json"));
        Path file = folder.resolve("bad.json");
        Files.writeString(file, good);
        assertThat(Catalog.read(folder)).hasSize(1);
        for (String bad :
                List.of(
                        good.replace("https://hugg", "http://hugg"),
                        good.replace(
                                "\"face_detection_yunet_2023mar.onnx\"", "\"../../escape.onnx\""),
                        good.replace("8f2383e4", "8F2383E4"),
                        good.replace("232589", "0"),
                        good.replace("\"MIT\"", "\" \""),
                        good.replace("\"note\"", "\"remark\""),
                        "{",
                        "null")) {
            assertThat(bad).isNotEqualTo(good);
            Files.writeString(file, bad);
            assertThatThrownBy(() -> Catalog.read(folder))
                    .as(bad)
                    .isInstanceOf(AtelierException.class)
                    .hasMessageContaining("correct or remove it");
        }
    }
}
