package atelier.service.review.score;

import atelier.model.review.ScoreOrder;
import atelier.model.review.SubjectAnalysis;
import atelier.service.review.feature.AnalysisFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Chooses the analysis of the subject by which features are measured. */
final class AnalysisChoice {

    private final ScoreNetworks networks;

    AnalysisChoice(ScoreNetworks networks) {
        this.networks = networks;
    }

    /**
     * The analysis that an order names, else the one beside its training pictures or references.
     *
     * @param remarks gets one where an analysis is not used
     * @throws atelier.model.AtelierException if it cannot be read
     */
    Optional<SubjectAnalysis> of(ScoreOrder order, List<String> remarks) {
        Path named = order.analysis();
        Optional<Path> file =
                named == null ? AnalysisFile.find(folders(order)) : Optional.of(named);
        if (file.isEmpty() || networks.texts(order.networks()).isEmpty()) {
            return Optional.empty();
        }
        SubjectAnalysis analysis = AnalysisFile.read(file.get());
        if (!analysis.network().equals(networks.identity(order.networks()))) {
            remarks.add(
                    "The analysis %s is not used, as other networks made it: analyze the pictures again."
                            .formatted(file.get()));
            return Optional.empty();
        }
        return Optional.of(analysis);
    }

    private static List<Path> folders(ScoreOrder order) {
        return Stream.concat(order.training().stream(), order.references().stream())
                .map(file -> file.toAbsolutePath().getParent())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
