package atelier.service.training.state;

import atelier.engine.training.TrainerState;
import org.jspecify.annotations.Nullable;

/**
 * Where a run is.
 *
 * @param trainer everything that later steps depend on
 * @param unreported the report of the last step, as text, where nobody has heard of it because the
 *     run was stopped before its probes were taken; null otherwise
 */
public record SavedState(TrainerState trainer, @Nullable String unreported) {}
