/** Small networks that are trained whole: what they are, how they begin and what they learn. */
@NullMarked
package atelier.engine.training.network;

import org.jspecify.annotations.NullMarked;
