package atelier.model.review;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An analysis of pictures.
 *
 * @param pictures the folder that holds them; those in folders in it are left out
 * @param subject what calls the subject up in a prompt; may be empty
 * @param networks a model with CLIP's picture tower, such as the one that Atelier brings along
 * @param lists a file that tells what to look for; null for the lists that come along
 * @param out the folder for what came of it; made if need be
 */
public record AnalysisOrder(
        Path pictures, String subject, Path networks, @Nullable Path lists, Path out) {}
