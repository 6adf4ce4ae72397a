/** Builds the starter model: its stages, each the training of one part, by a recipe. */
@NullMarked
package atelier.service.starter.build;

import org.jspecify.annotations.NullMarked;
