/**
 * Runs engine work: the accelerator and what is loaded on it, and the queue of jobs.
 *
 * <p>The queue is written down as it goes, so its methods wait for the disk and may not be called
 * on the window's thread; its listeners are called on the threads that do the work.
 */
@NullMarked
package atelier.service.job;

import org.jspecify.annotations.NullMarked;
