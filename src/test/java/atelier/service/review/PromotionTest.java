package atelier.service.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.library.AdapterRecord;
import atelier.model.library.AdapterType;
import atelier.model.library.AuditRow;
import atelier.model.library.Workspace;
import atelier.model.review.Column;
import atelier.model.review.Contender;
import atelier.model.review.Standing;
import atelier.service.library.LibraryService;
import atelier.service.storage.PictureReader;
import atelier.service.storage.Sha256;
import atelier.service.storage.database.OpenWorkspace;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromotionTest {

    private static final Contender WINNER =
            new Contender("tiny", new Column(Comparisons.adapter("kohya_ldm", 720), 0.85));

    @TempDir private Path folder;

    private static Promotion.Grounds grounds() {
        return new Promotion.Grounds(
                "Mia checkpoints", WINNER, 0.8123, new Standing(WINNER, 1568.4, 46.2, 0.62, 23));
    }

    @Test
    void theWinnersFileIsInTheLibraryAndItsCardAndTheHistoryTellWhy() {
        String why =
                "Chosen in the comparison Mia checkpoints on tiny at strength 0.85, quality 0.812, 62 % of 23 blind votes, Elo 1568 ± 46.";
        try (OpenWorkspace open =
                OpenWorkspace.open(new Workspace(folder.resolve("work")), OpenWorkspace.locks())) {
            LibraryService library =
                    new LibraryService(open, new PictureReader(), Clock.systemUTC(), "anna");
            Promotion promotion = new Promotion(library.adapters());
            AdapterRecord added = promotion.promote(grounds(), AdapterType.PORTRAIT, "mia", "");
            assertThat(library.adapters().all()).containsExactly(added);
            assertThat(added.note()).isEqualTo(why);
            assertThat(Sha256.ofFile(library.adapters().path(added)))
                    .isEqualTo(Sha256.ofFile(WINNER.column().adapter().file()));
            List<AuditRow> history = library.history().last(10);
            assertThat(history).anyMatch(row -> row.why().equals(why));
            assertThat(promotion.promote(grounds(), AdapterType.PORTRAIT, "mia", ""))
                    .isEqualTo(added);
            assertThat(library.adapters().all()).hasSize(1);
        }
    }

    @Test
    void whatIsNotKnownIsNotTold() {
        assertThat(new Promotion.Grounds("c", WINNER, null, null).sentence())
                .isEqualTo("Chosen in the comparison c on tiny at strength 0.85.");
    }

    @Test
    void thePlainModelIsNoAdapter() {
        try (OpenWorkspace open =
                OpenWorkspace.open(new Workspace(folder.resolve("work")), OpenWorkspace.locks())) {
            LibraryService library =
                    new LibraryService(open, new PictureReader(), Clock.systemUTC(), "anna");
            assertThatThrownBy(() ->
                            new Promotion(library.adapters())
                                    .promote(
                                            new Promotion.Grounds(
                                                    "c",
                                                    new Contender("tiny", Column.BASELINE),
                                                    null,
                                                    null),
                                            AdapterType.GENERAL,
                                            "",
                                            ""))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
