/** Builds the starter model from the painter's pictures and their captions. */
@NullMarked
package atelier.service.starter.build;

import org.jspecify.annotations.NullMarked;
