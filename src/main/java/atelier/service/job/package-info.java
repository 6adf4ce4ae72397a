/** Runs engine work: the accelerator and what is loaded on it. */
@NullMarked
package atelier.service.job;

import org.jspecify.annotations.NullMarked;
