package atelier.service.starter.build;

import java.util.SequencedMap;

/**
 * What one step of a stage came to; a line of its log.
 *
 * @param step from 1
 * @param loss of the batch, before the update
 * @param parts what the loss was made of, by name
 * @param gradientNorm before it was shortened
 * @param learningRate used
 * @param seconds that the step took
 */
record StageLine(
        long step,
        double loss,
        SequencedMap<String, Double> parts,
        double gradientNorm,
        double learningRate,
        double seconds) {}
