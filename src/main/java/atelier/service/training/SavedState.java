package atelier.service.training;

import atelier.engine.training.TrainerState;
import org.jspecify.annotations.Nullable;

/**
 * Where a run is.
 *
 * @param trainer everything that later steps depend on
 * @param unreported the last step where the run was stopped before its probes were taken, so that
 *     nobody has heard of it; null otherwise
 */
record SavedState(TrainerState trainer, @Nullable StepReport unreported) {}
