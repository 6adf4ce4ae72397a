package atelier.model.review;

import java.nio.file.Path;

/**
 * What came of an analysis.
 *
 * @param analysis what was seen
 * @param file which it was written to, as JSON
 * @param page to look at it, as HTML
 */
public record AnalysisResult(SubjectAnalysis analysis, Path file, Path page) {}
