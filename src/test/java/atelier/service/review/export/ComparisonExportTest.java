package atelier.service.review.export;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.review.Cell;
import atelier.model.review.CellScore;
import atelier.model.review.Column;
import atelier.model.review.ColumnScore;
import atelier.model.review.ComparedPrompt;
import atelier.model.review.Comparison;
import atelier.model.review.ComparisonAxes;
import atelier.model.review.ComparisonScores;
import atelier.model.review.IdenticalCells;
import atelier.model.review.Metric;
import atelier.model.review.NearestPicture;
import atelier.service.library.CellStars;
import atelier.service.review.ComparisonFolder;
import atelier.service.review.Comparisons;
import atelier.service.review.PaintedCells;
import atelier.service.storage.PictureReader;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports of cells that were never generated: pictures of one colour each. */
class ComparisonExportTest {

    private static final List<String> PROMPTS = List.of("a cat", "a dog");

    @TempDir private Path root;

    private static Color colour(int cell) {
        return new Color(40 + 2 * cell, 240 - 2 * cell, 90);
    }

    /** Two prompts, three seeds, two adapters. */
    private static Comparison comparison(String name) {
        return new Comparison(
                name, Comparisons.axes(PROMPTS, List.of(1L, 2L, 9L)), Comparisons.SETTINGS);
    }

    /** All cells but the last. */
    private ComparisonFolder folder(Comparison comparison) throws IOException {
        ComparisonFolder folder = PaintedCells.folder(root, comparison);
        List<Cell> cells = comparison.cells();
        for (int i = 0; i < cells.size() - 1; i++) {
            PaintedCells.paint(folder.cell(cells.get(i)), colour(i));
        }
        return folder;
    }

    private ExportedFiles export(Comparison comparison, List<IdenticalCells> identical)
            throws IOException {
        return new ComparisonExport(new PictureReader()).write(folder(comparison), identical, null);
    }

    @Test
    void thePageHoldsEveryCellAndNeedsNoOtherFile() throws IOException {
        Comparison comparison = comparison("mia & <co>");
        List<Cell> cells = comparison.cells();
        String page =
                Files.readString(
                        export(
                                        comparison,
                                        List.of(
                                                new IdenticalCells(
                                                        List.of(cells.get(0), cells.get(6)))))
                                .page());
        assertThat(page).contains("mia &amp; &lt;co&gt;").doesNotContain("<co>");
        assertThat(page.split("<img", -1)).hasSize(cells.size());
        assertThat(page).doesNotContain("src=\"http", "href=");
        assertThat(page).contains("18 cells, 17 made so far");
        assertThat(page).contains("The adapter kohya_ldm had no effect: its cell of seed 1");
        assertThat(page.split("the same as another", -1)).hasSize(3);
        assertThat(page.indexOf(cells.get(0).id())).isLessThan(page.indexOf(cells.get(6).id()));
    }

    @Test
    void theTableHasALineForEachCellThatAnyProgramReads() throws IOException {
        Comparison comparison = comparison("cats and dogs");
        new CellStars(folder(comparison).root()).give(comparison.cells().get(8), 4);
        List<String> lines = Files.readAllLines(export(comparison, List.of()).tables().getFirst());
        assertThat(lines).hasSize(19);
        assertThat(lines.getFirst()).endsWith(",made,same,stars");
        assertThat(lines.get(9)).endsWith(",true,false,4");
        assertThat(lines.getFirst()).startsWith("id,model,adapter,training_step,strength,prompt");
        Cell cell = comparison.cells().get(7);
        assertThat(lines.get(8))
                .isEqualTo(
                        "%s,tiny,kohya_ldm,10,0.8,a cat,false,2,euler,leading,2,5.0,cells/%s.png,true,false,",
                        cell.id(), cell.id());
        assertThat(lines.getLast()).endsWith(",false,false,");
    }

    @Test
    void quotesWhatCommasWouldTear() throws IOException {
        ComparisonAxes axes = Comparisons.axes(List.of("a cat"), List.of(1L));
        Comparison comparison =
                new Comparison(
                        "quoted",
                        new ComparisonAxes(
                                axes.models(),
                                axes.adapters(),
                                axes.strengths(),
                                List.of(new ComparedPrompt("a \"cat\", sitting", true)),
                                axes.seeds(),
                                axes.samplers(),
                                axes.steps(),
                                axes.guidances()),
                        Comparisons.SETTINGS);
        assertThat(Files.readString(export(comparison, List.of()).tables().getFirst()))
                .contains(",\"a \"\"cat\"\", sitting\",true,");
    }

    @Test
    void theSheetShowsEachCellInItsPlace() throws IOException {
        Comparison comparison = comparison("cats and dogs");
        BufferedImage sheet =
                ImageIO.read(export(comparison, List.of()).sheets().getFirst().toFile());
        for (int i = 0; i < 17; i++) {
            // Six rows, and three columns of 200 pixels with gaps between.
            int x = 24 + 150 + i / 6 * 208 + 100;
            int y = 24 + 56 + 26 + i % 6 * 208 + 100;
            assertThat(new Color(sheet.getRGB(x, y))).as("cell %d", i).isEqualTo(colour(i));
        }
    }

    @Test
    void manyRowsGoToManySheets() throws IOException {
        Comparison comparison =
                new Comparison(
                        "many",
                        Comparisons.axes(PROMPTS, LongStream.rangeClosed(1, 16).boxed().toList()),
                        Comparisons.SETTINGS);
        // 32 rows at 15 a sheet.
        assertThat(export(comparison, List.of()).sheets())
                .extracting(file -> file.getFileName().toString())
                .containsExactly("sheet-01.png", "sheet-02.png", "sheet-03.png");
    }

    /** Quality rises from the baseline to the second adapter; the fourth cell may be a copy. */
    private static ComparisonScores scores(Comparison comparison) {
        List<Cell> cells = comparison.cells();
        Map<String, CellScore> byId = new LinkedHashMap<>();
        for (int i = 0; i < cells.size() - 1; i++) {
            byId.put(
                    cells.get(i).id(),
                    new CellScore(
                            Map.of(Metric.CLIP_IMAGE, 0.4 + 0.02 * i),
                            0.5 + 0.02 * i,
                            new NearestPicture("07.png", 0.9),
                            i == 3,
                            null));
        }
        List<ColumnScore> columns = new ArrayList<>();
        for (Column column : comparison.axes().columns()) {
            double quality = 0.5 + 0.01 * column.step();
            columns.add(
                    new ColumnScore(
                            "tiny",
                            column,
                            6,
                            Map.of(Metric.CLIP_IMAGE, quality / 2),
                            Map.of(Metric.CLIP_IMAGE, quality),
                            quality,
                            column.isBaseline() ? null : 0.05 * column.step(),
                            List.of()));
        }
        return new ComparisonScores(
                List.of(Metric.CLIP_IMAGE),
                Map.of(Metric.CLIP_IMAGE, 0.5),
                8,
                byId,
                columns,
                List.of("DINO is not measured."));
    }

    @Test
    void scoresGoToThePageTheTablesAndACurve() throws IOException {
        Comparison comparison = comparison("scored");
        ExportedFiles files =
                new ComparisonExport(new PictureReader())
                        .write(folder(comparison), List.of(), scores(comparison));
        String page = Files.readString(files.page());
        assertThat(page)
                .contains(
                        "<b>peft</b> leads: quality 0.700, good.",
                        "CLIP-I 0.46",
                        "near 07.png",
                        "DINO is not measured.")
                .contains("<td>0.350<span> (70 %)</span></td>")
                .contains("<td class=\"warned\">100 %</td>")
                .contains("<td class=\"warned\">50 %</td>");
        assertThat(page.split("class=\"badge\"", -1)).hasSize(18);
        List<String> cells = Files.readAllLines(files.tables().getFirst());
        assertThat(cells.getFirst())
                .endsWith(",clip_i,quality,nearest,nearest_cosine,may_copy,psnr_to_baseline");
        assertThat(cells.get(4)).endsWith(",0.46,0.56,07.png,0.9,true,");
        assertThat(cells.getLast()).endsWith(",false,false,,,,,,,");
        assertThat(Files.readAllLines(files.tables().getLast()))
                .containsExactly(
                        "model,adapter,training_step,strength,cells,clip_i,clip_i_of_ceiling,quality,leak,copies,no_face",
                        "tiny,,0,0.0,6,0.25,0.5,0.5,,0,0",
                        "tiny,kohya_ldm,10,0.8,6,0.3,0.6,0.6,0.5,0,0",
                        "tiny,peft,20,0.8,6,0.35,0.7,0.7,1.0,0,0");
        assertThat(ImageIO.read(files.sheets().getLast().toFile()).getWidth()).isEqualTo(1230);
    }
}
