/** Gathers what is needed to find out why something went wrong. */
@NullMarked
package atelier.service.report;

import org.jspecify.annotations.NullMarked;
