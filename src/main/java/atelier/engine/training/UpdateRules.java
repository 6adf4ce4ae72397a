package atelier.engine.training;

import atelier.engine.training.schedules.LearningRateSchedule;

/**
 * What holds for all updates of a run.
 *
 * @param updates how many there will be in all, at least 1
 * @param schedule how the rate goes over the run
 * @param maxGradientNorm longer gradients are shortened to it; 0 never
 * @param advice what to do where numbers diverge, the end of a sentence
 */
record UpdateRules(
        long updates, LearningRateSchedule schedule, double maxGradientNorm, String advice) {}
