package atelier.model.library;

import java.time.Instant;

/**
 * A training run in the workspace.
 *
 * @param folder its name in the workspace's folder of runs
 * @param trigger what calls its subject up
 * @param started when it first began
 * @param step the last one that is saved; 0 where none is
 * @param finished whether its adapter is there
 */
public record RunRecord(
        String folder, String trigger, Instant started, long step, boolean finished) {}
